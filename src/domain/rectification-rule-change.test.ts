import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, type Limit, type RectificationRules } from "./rectification.ts";
import { explainCase } from "./rectification-explanation.ts";
import { type CaseLog, readLog } from "./rectification-log.ts";
import { compareWithRules, laterRuleDifference } from "./rectification-rule-change.ts";
import { aLog, DISPATCHED, PASSED, PAUSED, REPORTED, RESUMED, termsOf } from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const HOUR = 3600;
const START = "2026-10-08T01:00:00.000Z";
const dispatched = [START, DISPATCHED] as const;

function later(seconds: number): string {
  return new Date(Date.parse(START) + seconds * 1000).toISOString();
}

function hours(count: number): Limit {
  return { kind: "elapsedHours", hours: count };
}

const newer: RectificationRules = {
  ...DEFAULT_RULES,
  ruleVersion: "v2",
  effectiveFrom: later(10 * HOUR),
  limits: { serious: hours(24), general: hours(72) },
};
const versions = [DEFAULT_RULES, newer];
const compare = (log: CaseLog, rules = newer) => compareWithRules(readLog(log, calendar), rules, calendar);
const atHour = (log: CaseLog, hour: number) =>
  laterRuleDifference(readLog(log, calendar), versions, later(hour * HOUR), calendar);

describe("another version of the rules", () => {
  it("moves nothing that is closed", () => {
    expect(compare(aLog([dispatched, [later(1), REPORTED], [later(2), PASSED]]))).toBeNull();
  });

  it("shows the difference for what is open, its pauses kept, and moves it neither", () => {
    const log = aLog([dispatched, [later(HOUR), PAUSED], [later(3 * HOUR), RESUMED]]);
    expect(compare(log)).toEqual({
      ruleVersion: "v2",
      dueAt: later(74 * HOUR),
      seconds: 24 * HOUR,
      text: "规则 v2 下到期时间会晚 24 小时 00 分（2026-10-11 11:00）；本件仍按交办时的规则 v1 计算。",
    });
    expect(readLog(log, calendar).dueAt).toBe(later(50 * HOUR));
    expect(compare(log, { ...newer, limits: DEFAULT_RULES.limits })).toBeNull();
  });

  it("differs by the change of the limit, whatever was paused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * HOUR }), fc.integer({ min: 1, max: 400 }), (pause, limit) => {
        const log = aLog([dispatched, [later(HOUR), PAUSED], [later(HOUR + pause), RESUMED]]);
        const rules = { ...newer, limits: { serious: hours(1), general: hours(limit) } };
        expect(compare(log, rules)?.seconds ?? 0).toBe((limit - 48) * HOUR);
      }),
    );
  });
});

describe("a version that began after the dispatch", () => {
  const open = aLog([dispatched]);

  it("is told from the moment it is in force", () => {
    expect(atHour(open, 9)).toBeNull();
    expect(atHour(open, 10)?.ruleVersion).toBe("v2");
  });

  it("says nothing of a limit that the notice itself had set, and nothing of a case under the same version", () => {
    const own = aLog([[START, { kind: "dispatched", terms: termsOf(hours(12)) }]]);
    expect(atHour(own, 20)).toBeNull();
    const terms = { ruleVersion: "v2", limits: newer.limits, recheckWait: newer.recheckWait };
    expect(atHour(aLog([[START, { kind: "dispatched", terms }]]), 20)).toBeNull();
  });

  it("stands behind the due moment in 时限怎么算的", () => {
    const steps = explainCase(open, calendar, atHour(open, 20));
    const at = steps.findIndex(({ kind }) => kind === "due");
    expect(steps[at + 1]?.text).toBe(
      "规则已有新版本。规则 v2 下到期时间会晚 24 小时 00 分（2026-10-11 09:00）；本件仍按交办时的规则 v1 计算。",
    );
  });
});
