import { expect, it } from "vitest";
import type { CaseStanding } from "./rectification-facts.ts";
import { readLog } from "./rectification-log.ts";
import { aLog, DISPATCHED, PASSED, REPORTED } from "./rectification-test-builders.ts";
import { findRelapses } from "./relapse.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

/** A case dispatched on the day at 09:00 and closed on another at 23:30, Asia/Shanghai. */
function aCase(id: string, dispatchedOn: string, closedOn: string | null, changes: Partial<CaseStanding> = {}) {
  const dispatched = [`${dispatchedOn}T01:00:00Z`, DISPATCHED] as const;
  const log =
    closedOn === null
      ? aLog([dispatched])
      : aLog([dispatched, [`${dispatchedOn}T02:00:00Z`, REPORTED], [`${closedOn}T15:30:00Z`, PASSED]]);
  const standing: CaseStanding = { id, unitId: "u1", errorType: "typo", progress: readLog(log, calendar) };
  return { ...standing, ...changes };
}

const first = aCase("a", "2026-03-01", "2026-03-02");

it("is the same unit and type within N calendar days of closing, the N-th day included", () => {
  const again = aCase("b", "2026-03-12", null);
  expect(findRelapses([again, first], () => 10)).toEqual([
    { caseId: "b", unitId: "u1", errorType: "typo", earlierId: "a", days: 10 },
  ]);
  expect(findRelapses([first, again], () => 9)).toEqual([]);
});

it("is measured from the latest closing before it", () => {
  const between = aCase("m", "2026-03-03", "2026-03-04");
  const again = aCase("b", "2026-03-05", null);
  expect(findRelapses([first, between, again], () => 90).map((entry) => entry.earlierId)).toEqual(["a", "m"]);
});

it("is neither another unit, nor another type, nor what was dispatched before the closing", () => {
  const others = [
    aCase("b", "2026-03-05", null, { unitId: "u2" }),
    aCase("c", "2026-03-05", null, { errorType: "brokenLink" }),
    aCase("d", "2026-03-02", null),
  ];
  expect(findRelapses([first, ...others], () => 90)).toEqual([]);
});
