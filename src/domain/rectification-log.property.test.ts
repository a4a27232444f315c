import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeEvent } from "./rectification-log.ts";
import { progressSchema } from "./rectification-progress.ts";
import {
  aLog,
  anEvent,
  DISPATCHED,
  dispatched,
  FAILED,
  HOUR,
  LIMIT,
  later,
  PASSED,
  PAUSED,
  RECEIVED,
  REPORTED,
  RESUMED,
  read,
} from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const anyDetail = fc.constantFrom(
  DISPATCHED,
  RECEIVED,
  PAUSED,
  RESUMED,
  REPORTED,
  PASSED,
  FAILED,
  { kind: "severityChanged", severity: "serious" } as const,
  { kind: "severityChanged", severity: "general" } as const,
);
/** Any log of any length, several entries in one second included. */
const anyLog = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 * HOUR }), anyDetail), { maxLength: 14 })
  .map((steps) => steps.map(([seconds, detail], index) => anEvent(later(seconds), detail, index)))
  .map((events) => [anEvent(later(-1), DISPATCHED, 99), ...events]);

describe("any log", () => {
  it("reads the same in whatever order its entries are listed", () => {
    const shuffled = anyLog.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(read({ severity: "general", events: mixed })).toEqual(read({ severity: "general", events }));
      }),
    );
  });

  it("is never due before its dispatch, and each failed re-check is one more attempt", () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const progress = progressSchema.parse(read({ severity: "general", events }));
        expect(Date.parse(progress.dueAt ?? "")).toBeGreaterThanOrEqual(Date.parse(progress.dispatchedAt ?? ""));
        const ignored = progress.notCounted.map((entry) => entry.eventId);
        const failures = events.filter((event) => event.kind === "recheckFailed" && !ignored.includes(event.id));
        expect(progress.attempt).toBe(1 + failures.length);
      }),
    );
  });

  it("takes an entry if and only if the judge accepts it", () => {
    fc.assert(
      fc.property(anyLog, anyDetail, (events, detail) => {
        const event = anEvent(later(61 * HOUR), detail, 100);
        const judgement = judgeEvent({ severity: "general", events }, event, later(61 * HOUR), calendar);
        const ignored = read({ severity: "general", events: [...events, event] }).notCounted;
        expect(judgement.accepted).toBe(!ignored.some((entry) => entry.eventId === event.id));
      }),
    );
  });
});

it("a pause of d moves the due moment by exactly d", () => {
  const pause = fc.tuple(fc.integer({ min: 0, max: LIMIT }), fc.integer({ min: 0, max: 500 * HOUR }));
  fc.assert(
    fc.property(pause, ([from, length]) => {
      const log = aLog([dispatched, [later(from), PAUSED], [later(from + length), RESUMED]]);
      expect(read(log).dueAt).toBe(later(LIMIT + length));
    }),
  );
});
