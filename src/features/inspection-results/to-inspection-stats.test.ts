import { expect, it } from "vitest";
import type { InspectionSummary } from "#domain/inspection-summary.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import { aTier } from "#domain/test-builders.ts";
import { describeGroups, describeInspection, describeTierShares } from "./describe-inspection.ts";
import { toInspectionStats, toTierStats } from "./to-inspection-stats.ts";

function aSummary(changes: Partial<InspectionSummary> = {}): InspectionSummary {
  return {
    due: 54,
    inspected: 53,
    missed: 1,
    averageScore: toPoints(96.02),
    scores: 52,
    deduction: toPoints(211.5),
    averageDeduction: toPoints(3.99),
    findings: 312,
    disputedFindings: 2,
    tiers: [
      { tier: aTier(1, "一档", null, 2), count: 40 },
      { tier: { ...aTier(2, "二档", 2, null), qualified: false }, count: 12 },
    ],
    vetoed: 1,
    ...changes,
  };
}

const before = {
  head: "较二季度",
  summary: aSummary({ deduction: toPoints(234.6), findings: 340, averageScore: toPoints(95.6) }),
};
const lastYear = { head: "较2025年三季度", summary: aSummary({ inspected: 0 }) };

it("names the base of each change and reads fewer deductions as better", () => {
  const stats = toInspectionStats(aSummary(), [before]);
  expect(stats.map((stat) => stat.changes)).toEqual([
    [{ text: "较二季度 0", meaning: "same" }],
    [{ text: "较二季度 +0.4", meaning: "good" }],
    [{ text: "较二季度 −23.1", meaning: "good" }],
    [{ text: "较二季度 −28", meaning: "good" }],
  ]);
});

it("judges no sum against a period that inspected another number of units; the mean is judged", () => {
  const fewer = aSummary({
    inspected: 15,
    deduction: toPoints(60),
    findings: 80,
    averageScore: toPoints(96.1),
    vetoed: 0,
  });
  const stats = [...toInspectionStats(fewer, [before]), ...toTierStats(fewer, [before])];
  const judged = stats.filter(({ changes }) => changes.some(({ meaning }) => meaning !== "same"));
  expect(judged.map(({ id }) => id)).toEqual(["score"]);
  expect(stats.find(({ id }) => id === "deduction")?.changes[0]?.text).toBe("较二季度 −174.6");
});

it("gives no change against a period in which nobody was inspected", () => {
  expect(toInspectionStats(aSummary(), [lastYear]).flatMap((stat) => stat.changes)).toEqual([]);
});

it("prints no 0 and no progress where nobody was inspected", () => {
  const none = aSummary({ inspected: 0, averageScore: null, deduction: 0, findings: 0 });
  const stats = toInspectionStats(none, [before]).filter(({ id }) => id !== "coverage");
  expect(stats.map(({ value, unit, changes }) => [value, unit, changes.length])).toEqual([
    ["——", "", 0],
    ["——", "", 0],
    ["——", "", 0],
  ]);
});

it("shows n/N beside each tier's count", () => {
  expect(toTierStats(aSummary(), []).map((stat) => [stat.label, stat.value, stat.basis])).toEqual([
    ["一档", "40", "占实检 40/53"],
    ["二档", "12", "占实检 12/53"],
    ["单项否决", "1", "占实检 1/53"],
  ]);
});

it("prints —— for a mean that does not exist", () => {
  expect(toInspectionStats(aSummary({ averageScore: null }), [before])[1]).toMatchObject({ value: "——", changes: [] });
});

it("says in one sentence who was inspected and what it cost", () => {
  expect(describeInspection([toQuarter(2026, 3)], aSummary())).toBe(
    "2026年三季度应检 54 家、实检 53 家，平均 96.0 分，发现问题 312 条，共扣 211.5 分。",
  );
});

it("states tier shares that add up to 100 % and the qualified units as n/N", () => {
  expect(describeTierShares(aSummary(), before)).toBe(
    "一档 40 家（75%）、二档 12 家（23%）、否决 1 家（2%）；合格 40/53 家，与二季度持平。",
  );
});

it("names the heaviest groups and the one that rose most", () => {
  const groups = [
    { groupId: "a", name: "主动公开", deduction: toPoints(30), units: 9 },
    { groupId: "b", name: "平台建设", deduction: toPoints(60), units: 9 },
    { groupId: "c", name: "监督保障", deduction: toPoints(10), units: 9 },
  ];
  const base = [
    { groupId: "a", name: "主动公开", deduction: toPoints(20), units: 9 },
    { groupId: "b", name: "平台建设", deduction: toPoints(70), units: 9 },
    { groupId: "c", name: "监督保障", deduction: toPoints(10), units: 9 },
  ];
  expect(describeGroups(groups, base, "较二季度")).toBe(
    "平台建设扣 60.0 分居首，与主动公开合占 90.0%；较二季度增加最多的是主动公开（+10.0 分）。",
  );
});
