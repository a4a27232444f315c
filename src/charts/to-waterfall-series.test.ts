import { expect, it } from "vitest";
import type { DeductionTotal } from "#domain/finding.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import type { Scheme } from "#domain/scheme.ts";
import { explainScore } from "#domain/score-explanation.ts";
import { scoreUnit } from "#domain/scoring.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTier, aTotal, aUnit } from "#domain/test-builders.ts";
import { toWaterfallSeries } from "./to-waterfall-series.ts";

const scheme = aScheme({
  groups: [aGroup("g1", 75), aGroup("g2", 25)],
  tierBasis: "deduction",
  bonus: { gate: toPoints(80), max: toPoints(2) },
  classTiers: [
    { unitClass: "*", tiers: [aTier(1, "一档", null, 2), aTier(2, "二档", 2, 5), aTier(3, "三档", 5, null)] },
  ],
  indicators: [
    anIndicator({ id: "a", groupId: "g1", name: "栏目更新" }),
    anIndicator({ id: "b", groupId: "g1", name: "年报编制", points: toPoints(2) }),
    anIndicator({ id: "service", groupId: "g2", name: "办事服务", points: toPoints(25) }),
    anIndicator({ id: "plus", groupId: "g2", effect: "bonus", points: toPoints(2) }),
    anIndicator({ id: "veto", groupId: "g1", name: "首页停更", effect: "veto", points: 0 }),
  ],
});

function waterfall(totals: DeductionTotal[], coverage = aCoverage(), rules: Scheme = scheme) {
  const unit = aUnit();
  const explanation = explainScore(
    {
      quarter: toQuarter(2025, 3),
      scheme: rules,
      units: [unit],
      scores: new Map([["u1", scoreUnit(rules, unit, coverage, totals)]]),
      coverage: new Map([["u1", coverage]]),
      totals: new Map([["u1", totals]]),
    },
    "u1",
  );
  if (explanation === null) throw new Error("the unit is unknown");
  return toWaterfallSeries(explanation, "indicator.a");
}
const spans = (series: ReturnType<typeof waterfall>) => series.rows.map((row) => [row.label, row.from, row.to]);

it("starts each step where the one before ended, and ends on the whole deduction", () => {
  expect(spans(waterfall([aTotal("a", 1.5), aTotal("b", 0.5)]))).toEqual([
    ["满分", 0, 0],
    ["栏目更新", 0, 1.5],
    ["年报编制", 1.5, 2],
    ["得分", 0, 2],
  ]);
});

it("says what stands after each step, and marks the step that is looked into", () => {
  const { rows } = waterfall([aTotal("a", 1.5)]);
  expect(rows.map((row) => row.runningText)).toEqual(["100.0", "98.5", "98.50"]);
  expect(rows.map((row) => row.picked)).toEqual([false, true, false]);
});

it("draws what a cap held back after the bar, and the next step starts at the cap", () => {
  const { rows } = waterfall([aTotal("b", 5)]);
  expect(rows[1]).toMatchObject({ from: 0, to: 2, held: 3, remark: "本项扣满（应扣 5）" });
});

it("hatches what is disputed after its bar, and ends on what would be if all of it were upheld", () => {
  const { rows } = waterfall([aTotal("a", 1, { disputed: toPoints(3), disputedCount: 2 })]);
  expect(rows[1]).toMatchObject({ to: 1, disputed: 3, remark: "未定 3" });
  expect(rows[2]).toMatchObject({ label: "得分", to: 1, disputed: 0, valueText: "一档", runningText: "99.00" });
  expect(rows[3]).toMatchObject({ label: "若全部成立", to: 1, disputed: 3, valueText: "二档", runningText: "96.00" });
});

it("leads from the attainable points to the deduction on the full-mark scale (× 4/3)", () => {
  const series = waterfall([aTotal("a", 3)], aCoverage({ notApplicable: ["service"] }));
  expect(spans(series)).toEqual([
    ["满分", 0, 0],
    ["不适用指标", 0, 0],
    ["栏目更新", 0, 3],
    ["折算到满分", 3, 4],
    ["得分", 0, 4],
  ]);
  expect(series.rows[3]).toMatchObject({ valueText: "−1.0", remark: "余 72 × 100 ÷ 75 = 96" });
});

it("goes back to the left for a bonus, below 0 where it passes the full mark", () => {
  const series = waterfall([aTotal("a", 1), aTotal("plus", 2)]);
  expect(series.rows[2]).toMatchObject({ label: "加分", from: 1, to: -1, valueText: "+2.0" });
  expect(series).toMatchObject({ minimum: -1, maximum: 2 });
});

it("ends a veto without a score at the veto, in words", () => {
  const { rows } = waterfall([aTotal("a", 1), aTotal("veto", 0, { confirmedCount: 1 })]);
  expect(rows[rows.length - 1]).toMatchObject({
    kind: "veto",
    remark: "首页停更",
    runningText: "不计分",
    from: 1,
    to: 1,
  });
});

it("leads a veto with a written score to that score (肇庆 59)", () => {
  const totals = [aTotal("a", 1), aTotal("veto", 0, { confirmedCount: 1 })];
  const { rows } = waterfall(totals, aCoverage(), { ...scheme, vetoScore: toPoints(59) });
  expect(rows.slice(-2)).toMatchObject([
    { kind: "veto", from: 1, to: 41 },
    { kind: "end", to: 41, runningText: "59.00" },
  ]);
});

it("shows the tier edges up to the next one ahead", () => {
  expect(waterfall([aTotal("a", 1)]).edges.map((edge) => edge.value)).toEqual([2]);
  expect(waterfall([aTotal("a", 3)]).edges.map((edge) => edge.value)).toEqual([2, 5]);
});

it("says that a disputed veto would be one", () => {
  const { rows } = waterfall([aTotal("a", 1), aTotal("veto", 0, { disputedCount: 1 })]);
  expect(rows[rows.length - 1]).toMatchObject({ label: "若全部成立", kind: "veto", runningText: "不计分" });
});
