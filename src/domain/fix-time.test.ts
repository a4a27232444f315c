import { describe, expect, it } from "vitest";
import { cumulate, fixedWithin, fixTimeAt, toFixTimes } from "./fix-time.ts";
import { readLog } from "./rectification-log.ts";
import { aLog, DISPATCHED, PASSED, REPORTED } from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const later = (seconds: number) => new Date(Date.parse("2026-10-08T00:00:00Z") + seconds * 1000).toISOString();

function closedAfter(seconds: number) {
  const log = aLog([
    [later(0), DISPATCHED],
    [later(seconds), REPORTED],
    [later(999_999), PASSED],
  ]);
  return { id: `c${seconds}`, unitId: "u1", errorType: "typo" as const, progress: readLog(log, calendar) };
}

const DAY = 86_400;
const times = toFixTimes([3600, 3600, 7200, DAY, DAY + 1].map(closedAfter));

describe("how long it takes", () => {
  it("counts exactly 24 hours as within 24 hours, and one second more as not", () => {
    expect(fixedWithin(times, 24)).toMatchObject({ numerator: 4, denominator: 5 });
    expect(fixedWithin(times, 48)).toMatchObject({ numerator: 5, denominator: 5 });
  });

  it("steps up to all closed cases", () => {
    expect(cumulate(times)).toEqual([
      { minutes: 60, fixed: 2 },
      { minutes: 120, fixed: 3 },
      { minutes: 1440, fixed: 4 },
      { minutes: 1441, fixed: 5 },
    ]);
  });

  it("states median and 90th percentile by nearest rank", () => {
    expect([fixTimeAt(times, 50), fixTimeAt(times, 90)]).toEqual([120, 1441]);
    expect(fixTimeAt([], 50)).toBeNull();
  });

  it("leaves out what is not closed", () => {
    const open = { ...closedAfter(1), progress: readLog(aLog([[later(0), DISPATCHED]]), calendar) };
    expect(toFixTimes([open])).toEqual([]);
    expect(fixedWithin([], 24)).toBeNull();
  });
});
