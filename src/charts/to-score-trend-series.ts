import { summarise } from "#domain/inspection-summary.ts";
import { formatPoints, POINT } from "#domain/points.ts";
import { labelQuarters } from "#domain/quarter.ts";
import { type QuarterResult, schemeChanges } from "#domain/quarter-result.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "#domain/unit.ts";
import type { TrendSeries } from "./trend-series.ts";

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
    labels: labelQuarters(results.map((result) => result.quarter)),
    lines,
    domain: domainOf(lines.flatMap((line) => line.values)),
    unit: "分",
    marks: schemeChanges(results),
  };
}

/** A line does not start at 0: whole points around the values, at least four apart. */
function domainOf(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return [0, 100];
  const low = Math.floor(Math.min(...known) - 1);
  const high = Math.ceil(Math.max(...known) + 0.5);
  return high - low >= 4 ? [low, high] : [high - 4, high];
}
