import { expect, it } from "vitest";
import { meanLoss, sumQuarters, trendIndicators } from "./indicator-trend.ts";
import type { Inspection } from "./inspection.ts";
import { toPoints } from "./points.ts";
import { type Quarter, toQuarter } from "./quarter.ts";
import { type QuarterResult, scoreQuarter } from "./quarter-result.ts";
import type { Scheme } from "./scheme.ts";
import { aCoverage, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const units = [aUnit({ id: "u1" }), aUnit({ id: "u2", order: 2 }), aUnit({ id: "u3", order: 3 })];
const [q2, q3] = [toQuarter(2025, 2), toQuarter(2025, 3)];
const i1 = anIndicator({ id: "i1", points: toPoints(60) });
const i2 = anIndicator({ id: "i2", name: "年报", points: toPoints(40) });
const i3 = anIndicator({ id: "i3", name: "解读", points: toPoints(40) });
const older = aScheme({ id: "s1", indicators: [i1, i2], effectiveTo: q2 });
const newer = aScheme({ id: "s2", indicators: [i3, i1], effectiveFrom: q3 });

function aResult(quarter: Quarter, scheme: Scheme, points: Record<string, Record<string, number>>): QuarterResult {
  const inspection: Inspection = {
    quarter,
    kind: "quarterly",
    name: "检查",
    schemeId: scheme.id,
    periodStart: "2025-01-01",
    periodEnd: "2025-03-31",
    status: "published",
    publishedOn: null,
  };
  const result = scoreQuarter(quarter, {
    units,
    schemes: [older, newer],
    inspections: [inspection],
    coverage: [
      aCoverage({ quarter, unitId: "u1" }),
      aCoverage({ quarter, unitId: "u2", notApplicable: ["i1"] }),
      aCoverage({ quarter, unitId: "u3", state: "missed" }),
    ],
    totals: Object.entries(points).flatMap(([unitId, own]) =>
      Object.entries(own).map(([id, value]) => aTotal(id, value, { quarter, unitId })),
    ),
  });
  if (result === null) throw new Error("no scheme");
  return result;
}

const results = [aResult(q2, older, { u1: { i1: 3, i2: 1 } }), aResult(q3, newer, { u1: { i1: 1 }, u2: { i3: 2 } })];

it("divides by the inspected units that the indicator says something about", () => {
  const trend = trendIndicators(results, () => true).find((entry) => entry.indicatorId === "i1");
  expect(trend?.quarters).toEqual([
    { quarter: q2, loss: toPoints(3), losing: 1, scored: 1 },
    { quarter: q3, loss: toPoints(1), losing: 1, scored: 1 },
  ]);
});

it("follows the latest scheme and puts indicators that it dropped at the end, with a gap where they did not exist", () => {
  const trends = trendIndicators(results, () => true);
  expect(trends.map((entry) => entry.indicatorId)).toEqual(["i3", "i1", "i2"]);
  expect(trends[0]?.quarters[0]).toBeNull();
  expect(trends[2]?.quarters[1]).toBeNull();
});

it("weighs every inspected unit alike over several quarters, and has no mean where nobody was scored", () => {
  const [i3Trend, i1Trend] = trendIndicators(results, () => true);
  expect(i1Trend && meanLoss(sumQuarters(i1Trend))).toBe(toPoints(2));
  expect(i3Trend && meanLoss(sumQuarters(i3Trend))).toBe(toPoints(1));
  expect(meanLoss(null)).toBeNull();
  expect(meanLoss({ loss: 0, scored: 0 })).toBeNull();
});
