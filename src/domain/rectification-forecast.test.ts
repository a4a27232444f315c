import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, type Limit } from "./rectification.ts";
import { foreseeDispatch, foreseeSeverity } from "./rectification-forecast.ts";
import { aLog, DISPATCHED, PASSED, PAUSED, REPORTED, RESUMED } from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const START = "2026-10-08T01:00:00.000Z";
const HOUR = 3600;

function later(hours: number): string {
  return new Date(Date.parse(START) + hours * HOUR * 1000).toISOString();
}

function context(hours: number) {
  return { now: later(hours), rules: DEFAULT_RULES, calendar };
}

describe("before a dispatch", () => {
  const dispatch = (limit: Limit | null, log = aLog([])) =>
    foreseeDispatch(
      log,
      { kind: "dispatched", id: "k", by: { role: "office", organisation: "区政府办公室" }, note: "", limit },
      context(0),
    );

  it("says until when, and by which rule", () => {
    expect(dispatch(null)).toEqual({
      overdueAtOnce: false,
      text: "按规则 v1：48 小时（自然时间）。现在交办，2026-10-10 09:00 到期；时限从交办那一刻起算，不能撤回重算。",
    });
    expect(dispatch(null, aLog([], { severity: "serious" }))?.text).toContain(
      "24 小时（自然时间）。现在交办，2026-10-09 09:00",
    );
  });

  it("says so when the notice sets the limit, and when it is due at once", () => {
    expect(dispatch({ kind: "workingDays", days: 3 })?.text).toContain("按通知另定的时限，不按规则：3 个工作日");
    expect(dispatch({ kind: "immediately" })?.text).toContain("交办即到期");
  });

  it("says that a year without a calendar cannot be counted", () => {
    expect(dispatch({ kind: "workingDays", days: 250 })?.text).toContain("工作日历未维护");
  });

  it("has nothing to say of a case that is dispatched already", () => {
    expect(dispatch(null, aLog([[later(-1), DISPATCHED]]))).toBeNull();
  });
});

describe("before a change of severity", () => {
  const open = aLog([[START, DISPATCHED]]);

  it("says how the due moment moves", () => {
    expect(foreseeSeverity(open, "serious", context(2))).toEqual({
      overdueAtOnce: false,
      text: "改为严重错误后，时限从交办时刻重新计算，到期时间由 2026-10-10 09:00 提前 24 小时 00 分，到 2026-10-09 09:00；余 22 小时 00 分。",
    });
  });

  it("says that the case would be past due at once", () => {
    const forecast = foreseeSeverity(open, "serious", context(27));
    expect(forecast?.overdueAtOnce).toBe(true);
    expect(forecast?.text).toContain("改为严重错误后即超期，已超 3 小时 00 分");
  });

  it("keeps approved pauses, and judges a report anew", () => {
    const paused = aLog([
      [START, DISPATCHED],
      [later(1), PAUSED],
      [later(4), RESUMED],
    ]);
    expect(foreseeSeverity(paused, "serious", context(26))?.text).toMatch(/已批准的暂停保留.*余 1 小时 00 分/);
    const reported = aLog([
      [START, DISPATCHED],
      [later(30), REPORTED],
    ]);
    expect(foreseeSeverity(reported, "serious", context(31))?.text).toContain("已有的报告改判为逾期");
  });

  it("has nothing to say where it cannot be recorded", () => {
    expect(foreseeSeverity(open, "general", context(1))).toBeNull();
    const closed = aLog([
      [START, DISPATCHED],
      [later(1), REPORTED],
      [later(2), PASSED],
    ]);
    expect(foreseeSeverity(closed, "serious", context(3))).toBeNull();
  });
});
