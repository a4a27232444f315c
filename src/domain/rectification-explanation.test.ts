import { describe, expect, it } from "vitest";
import { explainCase } from "./rectification-explanation.ts";
import type { CaseLog } from "./rectification-log.ts";
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

const texts = (log: CaseLog) => explainCase(log, calendar).map((step) => step.text);
const stepsOf = (log: CaseLog, kind: string) =>
  explainCase(log, calendar)
    .filter((step) => step.kind === kind)
    .map((step) => step.text);

describe("how a limit was counted", () => {
  it("is told from the dispatch to the reading, with every pause, report and re-check", () => {
    const log = aLog([
      ["2026-10-08T09:30:15Z", DISPATCHED],
      ["2026-10-08T10:00:00Z", RECEIVED],
      ["2026-10-09T01:00:00Z", PAUSED],
      ["2026-10-09T03:10:00Z", RESUMED],
      ["2026-10-10T02:00:00Z", REPORTED],
      ["2026-10-11T02:00:00Z", FAILED],
      ["2026-10-11T03:00:00Z", REPORTED],
    ]);
    expect(texts(log)).toEqual([
      "2026-10-08 17:30:15 交办，时限从这一刻起算，不论何时接收。",
      "一般错误：48 小时，连续计算，夜间、周末和节假日都计入。按交办时的规则 v1 确定，此后规则变动不影响本件。",
      "2026-10-09 09:00 起暂停（网站或发布平台停机；区政府办公室批准），2026-10-09 11:10 恢复，共 2 小时 10 分，到期时间顺延同样时长。",
      "到期时间 2026-10-10 19:40:15，这一秒内报告仍算按时。",
      "2026-10-10 10:00 第 1 次报告整改完成，用时 38 小时 19 分，按时报结以此次为准：按时。",
      "2026-10-11 10:00 复核不通过，恢复原时限，进入第 2 次整改；等待复核不算暂停，到期时间不变。",
      "2026-10-11 11:00 第 2 次报告整改完成，用时 63 小时 19 分，已过时限。",
      "等待复核，计时停在报告时刻；报告整改完成不等于办结，复核通过才办结。",
      "口径说明：起算时刻、夜间和周末是否计入、等待复核如何计时，均未查到公开规定。本系统从记录的交办时刻起算；只有经批准的暂停才停止计时，等待复核不是暂停，复核不通过时到期时间不变。规则可以调整，只对调整后交办的件生效。",
    ]);
  });

  it("names the days that a limit in working days skipped and the make-up days that it counted", () => {
    const terms = termsOf({ kind: "workingDays", days: 3 });
    const log = aLog([["2025-09-30T02:00:00Z", { kind: "dispatched", terms }]]);
    expect(stepsOf(log, "days")).toEqual(["跳过休息日 2025-10-01 至 2025-10-08；调休上班的 2025-10-11 计入。"]);
    expect(stepsOf(log, "rule")[0]).toContain("3 个工作日，交办当天不计，到第 3 个工作日结束为止");
    expect(stepsOf(log, "due")).toEqual(["到期时间 2025-10-11 23:59:59，这一秒内报告仍算按时。"]);
  });

  it("measures a pause under working days by working time", () => {
    const log = aLog([
      ["2025-03-06T02:00:00Z", { kind: "dispatched", terms: termsOf({ kind: "workingDays", days: 3 }) }],
      ["2025-03-07T10:00:00Z", PAUSED],
      ["2025-03-09T22:00:00Z", RESUMED],
    ]);
    expect(stepsOf(log, "pause")[0]).toContain("其中工作日时间 12 小时 00 分，到期时间按工作日顺延同样时长");
  });

  it.each([
    [{ kind: "fixedDate", date: "2026-10-20" }, "2026-10-20 前，当天结束之前都算按时", "2026-10-20 23:59:59"],
    [{ kind: "immediately" }, "立即整改，交办时刻即为到期时刻，不设宽限", "2026-10-08 17:30"],
  ] as const)("tells the limit %o", (limit, rule, due) => {
    const log = aLog([["2026-10-08T09:30:00Z", { kind: "dispatched", terms: termsOf(limit) }]]);
    expect(stepsOf(log, "rule")[0]).toContain(rule);
    expect(stepsOf(log, "due")[0]).toContain(due);
  });

  it("tells a running pause, a change of severity and what was not counted", () => {
    const log = aLog([
      ["2026-10-08T00:00:00Z", DISPATCHED],
      ["2026-10-08T01:00:00Z", { kind: "severityChanged", severity: "serious" }],
      ["2026-10-08T02:00:00Z", PASSED],
      ["2026-10-08T03:00:00Z", PAUSED],
    ]);
    expect(stepsOf(log, "severity")[0]).toContain("调整为严重错误，从交办时刻重新计算，已批准的暂停保留");
    expect(stepsOf(log, "pause")[0]).toContain("尚未恢复；恢复后到期时间按暂停时长顺延。");
    expect(stepsOf(log, "due")).toEqual(["暂停前的到期时间为 2026-10-09 08:00，恢复后重新确定。"]);
    expect(stepsOf(log, "notCounted")).toEqual([
      "2026-10-08 10:00 的“复核通过”未计入：责任单位尚未报告整改，不能登记复核结果。",
    ]);
  });

  it("has one step before the dispatch", () => {
    expect(texts(aLog([]))).toEqual(["尚未交办，时限未起算。"]);
  });
});
