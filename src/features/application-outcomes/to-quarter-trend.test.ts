import { expect, it } from "vitest";
import { aFact, q } from "./ledger-test-builders.ts";
import { describeQuarterTrend, quartersBack, toQuarterTrend } from "./to-quarter-trend.ts";

const QUARTERS = quartersBack(q("2026Q3"));
const district = [
  aFact({ quarter: q("2026Q1"), received: 5 }),
  aFact({ quarter: q("2026Q1"), outcome: null, received: 2 }),
  aFact({ quarter: q("2026Q2"), carriedOver: 2, unitId: "u2" }),
  aFact({ quarter: q("2026Q3"), received: 3 }),
];
const series = toQuarterTrend(QUARTERS, district, new Set(["u1"]));

it("looks back over eight quarters; before the ledger begins there is a gap, not a 0", () => {
  expect(series.labels).toHaveLength(8);
  expect(series.lines[0]?.values).toEqual([null, null, null, null, null, 7, 0, 3]);
  expect(series.lines[0]?.valueTexts[0]).toBe("无台账");
});

it("counts new, closed and open at the end, of the units chosen", () => {
  expect(series.lines.map(({ name, values }) => [name, values.slice(5)])).toEqual([
    ["新收", [7, 0, 3]],
    ["办结", [5, 0, 3]],
    ["期末在办", [2, 0, 0]],
  ]);
});

it("tells the first, the last and the busiest quarter", () => {
  expect(describeQuarterTrend(series, QUARTERS)).toBe(
    "新收由 7 件（2026年一季度）到 3 件（2026年三季度），期末在办由 2 件到 0 件；新收最多的是2026年一季度，7 件。",
  );
  expect(describeQuarterTrend(toQuarterTrend(QUARTERS, [], new Set()), QUARTERS)).toBe("台账里没有这些季度。");
});
