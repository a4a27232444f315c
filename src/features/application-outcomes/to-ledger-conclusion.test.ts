import { expect, it } from "vitest";
import { replyRate } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import type { DisputeTally } from "#domain/dispute-tally.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { aFact, q } from "./ledger-test-builders.ts";
import type { LedgerView } from "./ledger-view.ts";
import { toPeriodReport } from "./period-report.ts";
import { describeCorrection, toLedgerConclusion } from "./to-ledger-conclusion.ts";

const NOW = q("2026Q3");
const BASE = q("2025Q3");

function aView(now: readonly ApplicationFact[], base: readonly ApplicationFact[] | null): LedgerView {
  const report = toPeriodReport(now, [NOW], "全部单位");
  return {
    report,
    totals: outcomeTotals(report),
    baseTotals: base && outcomeTotals(toPeriodReport(base, [BASE], "全部单位")),
    name: "2026年三季度",
    baseName: "2025年三季度",
    provenance: { source: "", asOf: null, marks: [] },
    asOf: null,
    subject: "",
    file: { quarters: "2026Q3", scope: "全部单位" },
    quarters: [NOW],
    units: [],
    facts: now,
    rate: replyRate(now, [NOW]),
    baseRate: base && replyRate(base, [BASE]),
  };
}

function aTally(changes: Partial<DisputeTally> = {}): DisputeTally {
  return { filed: 0, upheld: 0, corrected: 0, otherResult: 0, pending: 0, ...changes };
}

const now = [
  aFact({ received: 96, due: 97 }),
  aFact({ timeliness: "late", received: 4, due: 3 }),
  aFact({ outcome: null, timeliness: "open", received: 10, carriedOver: 1 }),
  aFact({ outcome: null, timeliness: "openOverdue", due: 2 }),
];
const base = [aFact({ quarter: BASE, received: 90, due: 90 }), aFact({ quarter: BASE, timeliness: "late", due: 10 })];
const disputes = { now: aTally({ corrected: 1, upheld: 5, pending: 2 }), base: aTally({ corrected: 3, upheld: 4 }) };

it("says what was due, what became of it, how many in time of how many, and what is overdue", () => {
  expect(toLedgerConclusion(aView(now, base), disputes, false).clauses.join("")).toBe(
    "2026年三季度应办 111 件，办结 100 件，在办 11 件；按期答复 97/100 件（97.0%），另有 2 件在办已超期。",
  );
});

it("holds each figure against the same quarter of the year before, by name", () => {
  const { figures, caption } = toLedgerConclusion(aView(now, base), disputes, false);
  expect(caption).toMatch(/^全部单位 · 同比较2025年三季度 · 应办/);
  expect(figures.map(({ label, value, changes }) => [label, value, changes[0]?.text, changes[0]?.meaning])).toEqual([
    ["新收", "110", "同比 +20", "same"],
    ["结转", "1", "同比 +1", "same"],
    ["办结", "100", "同比 +10", "same"],
    ["在办", "11", "同比 +11", "same"],
    ["按期答复率", "97.0", "同比 +7.0 百分点", "good"],
    ["被纠错", "1", "同比 −2", "good"],
  ]);
});

it("is red only for what is overdue", () => {
  const alarms = toLedgerConclusion(aView(now, base), disputes, false).figures.filter(({ isAlarm }) => isAlarm);
  expect(alarms.map(({ label, basis }) => [label, basis])).toEqual([["在办", "其中已超期 2 件"]]);
});

it("prints no rate of fewer than five replies, and says where there is no ledger a year before", () => {
  const few = toLedgerConclusion(aView([aFact({ received: 3, due: 3 })], null), { now: aTally(), base: null }, true);
  expect(few.clauses.at(-1)).toBe("按期答复 3/3 件（样本少）。");
  const rate = few.figures.find(({ label }) => label === "按期答复率");
  expect([rate?.value, rate?.basis]).toEqual(["3/3", "样本少，不计率"]);
  expect(few.caption).toContain("所选季度未结束，截至今日");
  expect(few.figures[0]?.changes[0]?.text).toBe("上年同期无台账");
});

it("names both denominators of 纠错率", () => {
  expect(describeCorrection(aTally({ corrected: 2, upheld: 2, pending: 6 }))).toBe(
    "纠错占全部 2/10（20.0%）、占已审结 2/4（样本少）",
  );
  expect(describeCorrection(aTally({ pending: 3 }))).toBe("纠错占全部 0/3（样本少）、已审结 0 件，不计率");
});
