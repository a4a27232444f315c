import { expect, it } from "vitest";
import type { InspectionSummary } from "#domain/inspection-summary.ts";
import { aTier } from "#domain/test-builders.ts";
import { toTierSeries } from "./to-tier-series.ts";

const summary: InspectionSummary = {
  due: 12,
  inspected: 11,
  missed: 1,
  averageScore: null,
  scores: 0,
  deduction: 0,
  averageDeduction: 0,
  findings: 0,
  disputedFindings: 0,
  tiers: [
    { tier: aTier(1, "一档", null, 2), count: 7 },
    { tier: aTier(2, "二档", 2, 5), count: 3 },
    { tier: aTier(3, "三档", 5, null), count: 0 },
  ],
  vetoed: 1,
};

it("adds vetoed and missed units to the tiers, so that a row is as long as the units due", () => {
  const row = toTierSeries([{ id: "all", label: "全部", summary }]).rows[0];
  expect(row?.segments.map((segment) => [segment.name, segment.value])).toEqual([
    ["一档", 7],
    ["二档", 3],
    ["否决", 1],
    ["未检", 1],
  ]);
  expect(row?.segments.reduce((sum, segment) => sum + segment.value, 0)).toBe(12);
});

it("shows scored units of a scheme without tiers as 未分档", () => {
  const row = toTierSeries([{ id: "all", label: "全部", summary: { ...summary, tiers: [] } }]).rows[0];
  expect(row?.segments[0]).toMatchObject({ name: "未分档", value: 10 });
});
