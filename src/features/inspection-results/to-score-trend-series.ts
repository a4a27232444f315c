import type { TrendSeries } from "#charts/trend-series.ts";
import { summarise } from "#domain/inspection-summary.ts";
import { formatPoints, POINT } from "#domain/points.ts";
import { describeQuarterShort, numberOf, type Quarter, yearOf } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { describeScheme } from "#domain/scheme.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "#domain/unit.ts";

const SIDES = ["department", "township"] as const satisfies readonly UnitSide[];

/** Average score by quarter, departments and townships apart; a quarter without scores is a gap. */
export function toScoreTrendSeries(results: readonly QuarterResult[], isPicked: (unit: Unit) => boolean): TrendSeries {
  const lines = SIDES.map((side, index) => {
    const means = results.map(
      (result) => summarise([result], (unit) => sideOf(unit) === side && isPicked(unit)).averageScore,
    );
    return {
      id: side,
      name: UNIT_SIDE_LABEL[side],
      fill: { kind: "plain", weight: index === 0 ? 1 : 2 } as const,
      values: means.map((mean) => (mean === null ? null : mean / POINT)),
      valueTexts: means.map((mean) => (mean === null ? "——" : formatPoints(mean))),
    };
  }).filter((line) => line.values.some((value) => value !== null));
  return {
    labels: results.map((result) => labelOf(result.quarter)),
    lines,
    domain: domainOf(lines.flatMap((line) => line.values)),
    unit: "分",
    marks: schemeChanges(results),
  };
}

/** The first quarter of a year carries the year: 2025 一季度, 二季度 … */
export function labelOf(quarter: Quarter): string {
  return numberOf(quarter) === 1
    ? `${yearOf(quarter)} ${describeQuarterShort(quarter)}`
    : describeQuarterShort(quarter);
}

/** A line does not start at 0: whole points around the values, at least four apart. */
function domainOf(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return [0, 100];
  const low = Math.floor(Math.min(...known) - 1);
  const high = Math.ceil(Math.max(...known) + 0.5);
  return high - low >= 4 ? [low, high] : [high - 4, high];
}

/** Scores on two sides of a scheme change are not comparable; the axis says where it changed. */
export function schemeChanges(results: readonly QuarterResult[]): TrendSeries["marks"] {
  return results.flatMap((result, index) => {
    const before = results[index - 1];
    return before && before.scheme.id !== result.scheme.id
      ? [{ index, label: `起用${describeScheme(result.scheme)}` }]
      : [];
  });
}
