import { toSlot } from "#charts/series-slot.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { summarise } from "#domain/inspection-summary.ts";
import { formatPoints, POINT, type Points } from "#domain/points.ts";
import { labelQuarters } from "#domain/quarter.ts";
import { type QuarterResult, schemeChanges } from "#domain/quarter-result.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "#domain/unit.ts";

/** Six lines are what a reader can tell apart. */
export const TREND_LINES = 6;

/** Deductions by quarter of the chosen units, at most six; without a choice the means of the two sides. */
export function toUnitTrendSeries(
  results: readonly QuarterResult[],
  chosen: readonly Unit[],
  sides: readonly UnitSide[],
): TrendSeries {
  const lines = chosen.length > 0 ? unitLines(results, chosen.slice(0, TREND_LINES)) : sideLines(results, sides);
  const highest = Math.max(0, ...lines.flatMap((line) => line.values.map((value) => value ?? 0)));
  return {
    labels: labelQuarters(results.map((result) => result.quarter)),
    lines,
    domain: [0, Math.max(1, Math.ceil(highest))],
    unit: "分",
    marks: schemeChanges(results),
  };
}

function unitLines(results: readonly QuarterResult[], units: readonly Unit[]): TrendSeries["lines"] {
  return units.map((unit, index) => {
    const values = results.map((result) => {
      const score = result.scores.get(unit.id);
      return score && score.state !== "missed" ? score.countedDeduction : null;
    });
    return { id: unit.id, name: unit.shortName, fill: { kind: "series", slot: toSlot(index) }, ...inPoints(values) };
  });
}

function sideLines(results: readonly QuarterResult[], sides: readonly UnitSide[]): TrendSeries["lines"] {
  return sides.map((side) => ({
    id: side,
    name: `${UNIT_SIDE_LABEL[side]}均扣`,
    fill: { kind: "plain", weight: side === "department" ? 1 : 2 },
    ...inPoints(results.map((result) => summarise([result], (unit) => sideOf(unit) === side).averageDeduction)),
  }));
}

function inPoints(values: readonly (Points | null)[]) {
  return {
    values: values.map((value) => (value === null ? null : value / POINT)),
    valueTexts: values.map((value) => (value === null ? "未检" : formatPoints(value))),
  };
}
