import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byTimeLeft,
  type ClockReading,
  clockAt,
  describeClock,
  isOverdue,
  serverMoment,
  usedToFix,
} from "./rectification-clock.ts";
import { foreseeFailedRecheck } from "./rectification-forecast.ts";
import { type CaseLog, readLog } from "./rectification-log.ts";
import {
  aLog,
  DISPATCHED,
  FAILED,
  PASSED,
  PAUSED,
  RECEIVED,
  REPORTED,
  RESUMED,
  termsOf,
} from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const START = Date.parse("2026-10-08T00:00:00Z");
const HOUR = 3600;
const LIMIT = 48 * HOUR;
/** So many seconds after the dispatch. */
const later = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const dispatched = [later(0), DISPATCHED] as const;
const open = aLog([dispatched]);

function readClock(log: CaseLog, seconds: number): ClockReading {
  const reading = clockAt(readLog(log, calendar), later(seconds));
  if (reading === null) throw new Error("no clock");
  return reading;
}

describe("a running clock", () => {
  it.each([
    [LIMIT - 1, false, "余 1 秒"],
    [LIMIT, false, "余 0 秒"],
    [LIMIT + 0.999, false, "余 0 秒"],
    [LIMIT + 1, true, "已超不足 1 分"],
    [LIMIT + 11_579, true, "已超 3 小时 12 分"],
  ])("%d seconds after a dispatch of 48 hours it is overdue: %s", (seconds, overdue, text) => {
    const reading = readClock(open, seconds);
    expect(isOverdue(reading)).toBe(overdue);
    expect(describeClock(reading)).toBe(text);
  });

  it.each([
    [LIMIT / 2 - 1, "early"],
    [LIMIT / 2, "half"],
    [LIMIT * 0.8 - 1, "half"],
    [LIMIT * 0.8, "soon"],
    [LIMIT, "soon"],
    [LIMIT + 1, "overdue"],
  ])("after %d of 172800 seconds the step is %s", (seconds, step) => {
    expect(readClock(open, seconds).step).toBe(step);
  });

  it("is soon with four hours left, however little of the limit is used", () => {
    const short = aLog([[later(0), { kind: "dispatched", terms: termsOf({ kind: "elapsedHours", hours: 5 }) }]]);
    expect(readClock(short, HOUR - 1).step).toBe("early");
    expect(readClock(short, HOUR).step).toBe("soon");
  });

  it("runs on through receipt, and from the dispatch when the limit is at once", () => {
    expect(readClock(aLog([dispatched, [later(5), RECEIVED]]), 10).usedSeconds).toBe(10);
    const atOnce = aLog([[later(0), { kind: "dispatched", terms: termsOf({ kind: "immediately" }) }]]);
    expect(readClock(atOnce, 0)).toMatchObject({ secondsLeft: 0, usedShare: 1, step: "soon" });
    expect(isOverdue(readClock(atOnce, 1))).toBe(true);
  });

  it("shows by its absolute times what a page shows that slept through them", () => {
    expect(readClock(open, 10 * LIMIT).secondsLeft).toBe(-9 * LIMIT);
  });
});

describe("a clock that stands still", () => {
  const paused = aLog([dispatched, [later(10 * HOUR), PAUSED]]);

  it("keeps what was left while a pause lasts, and is never overdue by it", () => {
    const reading = readClock(paused, 500 * HOUR);
    expect(reading).toMatchObject({ mode: "paused", secondsLeft: 38 * HOUR, usedSeconds: 10 * HOUR });
    expect(describeClock(reading)).toBe("暂停中，余 38 小时 00 分");
    expect(isOverdue(reading)).toBe(false);
  });

  it("stops at the report, late or not, and is not counted as overdue while the re-check is awaited", () => {
    const reading = readClock(aLog([dispatched, [later(50 * HOUR), REPORTED]]), 500 * HOUR);
    expect(reading).toMatchObject({ mode: "stopped", usedSeconds: 50 * HOUR, secondsLeft: -2 * HOUR });
    expect(describeClock(reading)).toBe("用时 50 小时 00 分，逾期 2 小时 00 分");
    expect(isOverdue(reading)).toBe(false);
  });

  it("sorts what runs by time left before what stands still", () => {
    const readings = [readClock(paused, LIMIT), readClock(open, HOUR), readClock(open, LIMIT + 5)];
    expect([...readings].sort(byTimeLeft).map((reading) => reading.secondsLeft)).toEqual([-5, 47 * HOUR, 38 * HOUR]);
  });
});

describe("time used", () => {
  it("leaves out approved pauses and counts the wait for a failed re-check", () => {
    const log = aLog([
      dispatched,
      [later(2 * HOUR), PAUSED],
      [later(5 * HOUR), RESUMED],
      [later(10 * HOUR), REPORTED],
      [later(12 * HOUR), FAILED],
      [later(14 * HOUR), REPORTED],
      [later(90 * HOUR), PASSED],
    ]);
    expect(usedToFix(readLog(log, calendar))).toEqual({ firstReport: 7 * HOUR, verified: 11 * HOUR });
  });

  it("is unknown before a report and before a passed re-check", () => {
    expect(usedToFix(readLog(open, calendar))).toEqual({ firstReport: null, verified: null });
  });
});

describe("what a failed re-check would do, told before", () => {
  const reported = aLog([dispatched, [later(40 * HOUR), REPORTED]]);

  it("leaves the due moment where it was, and says when the case is then overdue at once", () => {
    expect(foreseeFailedRecheck(reported, later(LIMIT), calendar)).toMatchObject({ overdueAtOnce: false, attempt: 2 });
    const forecast = foreseeFailedRecheck(reported, later(LIMIT + 11_579), calendar);
    expect(forecast).toMatchObject({ overdueAtOnce: true, attempt: 2, dueAt: later(LIMIT) });
    expect(forecast?.text).toBe("复核不通过将恢复原时限，记为第 2 次整改，到期时间不变，立即超期，已超 3 小时 12 分。");
  });

  it("gives the wait back where the rules say so", () => {
    const terms = { ...DISPATCHED.terms, recheckWait: "stops" } as const;
    const log = aLog([
      [later(0), { kind: "dispatched", terms }],
      [later(40 * HOUR), REPORTED],
    ]);
    expect(foreseeFailedRecheck(log, later(100 * HOUR), calendar)?.text).toBe(
      "复核不通过将恢复原时限，记为第 2 次整改，等待复核的时间顺延，余 8 小时 00 分。",
    );
  });

  it("has nothing to say of a case that waits for no re-check", () => {
    expect(foreseeFailedRecheck(open, later(1), calendar)).toBeNull();
  });
});

it("a desk clock hours off changes nothing, because only the server's moment is read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * LIMIT }), fc.integer({ min: -3 * HOUR, max: 3 * HOUR }), (at, off) => {
      const server = START + at * 1000;
      const desk = server + off * 1000;
      const progress = readLog(open, calendar);
      expect(clockAt(progress, serverMoment(desk, server - desk))).toEqual(clockAt(progress, later(at)));
    }),
  );
});

it("one second of the server's clock is one second of the reading", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * LIMIT }), (at) => {
      expect(readClock(open, at).secondsLeft - readClock(open, at + 1).secondsLeft).toBe(1);
    }),
  );
});
