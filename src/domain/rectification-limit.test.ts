import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Limit } from "./rectification.ts";
import { dueAfterStops, dueWithoutStops, toMoment, toSeconds, workingSeconds } from "./rectification-limit.ts";
import { CalendarNotMaintained } from "./workday.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

/** Moments are written as the office's clock shows them. */
const at = (local: string) => toSeconds(`${local.replace(" ", "T")}+08:00`);
const show = (seconds: number) =>
  toMoment(seconds + 28_800)
    .slice(0, 19)
    .replace("T", " ");
const dueOf = (limit: Limit, dispatched: string) => show(dueWithoutStops(limit, at(dispatched), calendar));

describe("due moments", () => {
  it("elapsed hours run through nights, weekends and holidays", () => {
    expect(dueOf({ kind: "elapsedHours", hours: 48 }, "2025-09-30 17:30:15")).toBe("2025-10-02 17:30:15");
    expect(dueOf({ kind: "elapsedHours", hours: 24 }, "2026-12-31 20:00:00")).toBe("2027-01-01 20:00:00");
  });

  it.each([
    ["2025-10-09 09:00:00", 2, "2025-10-11 23:59:59", "the make-up Saturday 10-11 counts"],
    ["2025-09-26 18:00:00", 1, "2025-09-28 23:59:59", "the make-up Sunday 09-28 counts"],
    ["2025-09-30 09:00:00", 1, "2025-10-09 23:59:59", "National Day is skipped"],
    ["2025-10-11 23:59:59", 1, "2025-10-13 23:59:59", "the day of dispatch never counts"],
    ["2025-03-08 10:00:00", 1, "2025-03-10 23:59:59", "a dispatch on a Saturday counts from Monday"],
  ])("dispatched %s, %d working days: %s, because %s", (dispatched, days, due) => {
    expect(dueOf({ kind: "workingDays", days }, dispatched)).toBe(due);
  });

  it("a fixed date lasts to its last second, and is due at dispatch when it was already past", () => {
    expect(dueOf({ kind: "fixedDate", date: "2026-10-20" }, "2026-10-08 09:00:00")).toBe("2026-10-20 23:59:59");
    expect(dueOf({ kind: "fixedDate", date: "2026-10-07" }, "2026-10-08 09:00:00")).toBe("2026-10-08 09:00:00");
  });

  it("at once is due at dispatch", () => {
    expect(dueOf({ kind: "immediately" }, "2026-10-08 09:00:00")).toBe("2026-10-08 09:00:00");
  });

  it("working days into a year without an arrangement are refused, elapsed hours need none", () => {
    expect(() => dueOf({ kind: "workingDays", days: 5 }, "2026-12-30 09:00:00")).toThrow(CalendarNotMaintained);
    expect(dueOf({ kind: "elapsedHours", hours: 48 }, "2031-05-01 09:00:00")).toBe("2031-05-03 09:00:00");
  });
});

describe("pauses under a limit in working days", () => {
  const limit: Limit = { kind: "workingDays", days: 3 };
  const moved = (from: string, to: string) =>
    show(dueAfterStops(limit, at("2025-03-12 23:59:59"), [{ from: at(from), to: at(to) }], calendar));

  it("a pause over a weekend gains only its working-day part", () => {
    expect(moved("2025-03-07 18:00:00", "2025-03-10 06:00:00")).toBe("2025-03-13 11:59:59");
    expect(moved("2025-03-08 00:00:00", "2025-03-10 00:00:00")).toBe("2025-03-12 23:59:59");
  });

  it("the due moment passes over a weekend that it reaches", () => {
    expect(moved("2025-03-10 00:00:00", "2025-03-13 00:00:00")).toBe("2025-03-17 23:59:59");
  });
});

it("due is never before dispatch, and what is stopped moves it by exactly as much on the limit's own clock", () => {
  const limits = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((hours): Limit => ({ kind: "elapsedHours", hours })),
    fc.integer({ min: 1, max: 20 }).map((days): Limit => ({ kind: "workingDays", days })),
    fc.integer({ min: 1, max: 28 }).map((day): Limit => ({ kind: "fixedDate", date: `2025-05-${10 + (day % 20)}` })),
    fc.constant<Limit>({ kind: "immediately" }),
  );
  const moments = fc.integer({ min: at("2025-01-02 00:00:00"), max: at("2025-10-01 00:00:00") });
  fc.assert(
    fc.property(limits, moments, fc.integer({ min: 0, max: 900_000 }), (limit, from, length) => {
      const due = dueWithoutStops(limit, from, calendar);
      expect(due).toBeGreaterThanOrEqual(from);
      const stop = { from, to: from + length };
      const moved = dueAfterStops(limit, due, [stop], calendar);
      const measure = (span: typeof stop) =>
        limit.kind === "workingDays" ? workingSeconds(span, calendar) : span.to - span.from;
      expect(measure({ from: due, to: moved })).toBe(measure(stop));
    }),
  );
});
