import type { Points } from "./points.ts";
import type { Quarter } from "./quarter.ts";
import type { QuarterResult } from "./quarter-result.ts";
import { deductingIndicators } from "./standing.ts";
import type { Unit } from "./unit.ts";

/** What one indicator cost in one quarter, over the inspected units that it says something about. */
export interface IndicatorQuarter {
  quarter: Quarter;
  /** Σ of the losses after caps. */
  loss: Points;
  /** Units that lost points on it. */
  losing: number;
  /** Inspected units for which it was scored: the denominator of the mean. */
  scored: number;
}

/** One indicator over the quarters; null where the scheme of that quarter does not have it. */
export interface IndicatorTrend {
  indicatorId: string;
  name: string;
  shortName: string;
  groupId: string;
  quarters: readonly (IndicatorQuarter | null)[];
}

/**
 * Losses by indicator and quarter. Indicators are matched by id across scheme versions and stand in the order of the
 * latest scheme; those that it no longer has follow, latest first.
 */
export function trendIndicators(
  results: readonly QuarterResult[],
  isPicked: (unit: Unit) => boolean,
): IndicatorTrend[] {
  const known = new Map<string, Omit<IndicatorTrend, "quarters">>();
  for (const { scheme } of [...results].reverse()) {
    for (const { id, name, shortName, groupId } of deductingIndicators(scheme))
      if (!known.has(id)) known.set(id, { indicatorId: id, name, shortName, groupId });
  }
  const sums = results.map((result) => sumIndicators(result, isPicked));
  return [...known.values()].map((indicator) => ({
    ...indicator,
    quarters: sums.map((sum) => sum.get(indicator.indicatorId) ?? null),
  }));
}

function sumIndicators(result: QuarterResult, isPicked: (unit: Unit) => boolean): Map<string, IndicatorQuarter> {
  const { quarter } = result;
  const sums = new Map(
    deductingIndicators(result.scheme).map(({ id }) => [id, { quarter, loss: 0, losing: 0, scored: 0 }]),
  );
  for (const unit of result.units.filter(isPicked)) {
    const score = result.scores.get(unit.id);
    if (!score || score.state === "missed") continue;
    for (const { indicatorId, loss, state } of score.indicators) {
      const sum = sums.get(indicatorId);
      if (!sum || state !== "scored") continue;
      sum.loss += loss;
      sum.scored += 1;
      if (loss > 0) sum.losing += 1;
    }
  }
  return sums;
}

/** Points a unit lost on average, to the ten-thousandth; null when nobody was scored. */
export function meanLoss(entry: Pick<IndicatorQuarter, "loss" | "scored"> | null): Points | null {
  return entry === null || entry.scored === 0 ? null : Math.round(entry.loss / entry.scored);
}

/** The quarters of an indicator added up, so that its mean weighs every inspected unit alike. */
export function sumQuarters(trend: IndicatorTrend): Pick<IndicatorQuarter, "loss" | "scored"> {
  return trend.quarters.reduce(
    (sum, entry) => ({ loss: sum.loss + (entry?.loss ?? 0), scored: sum.scored + (entry?.scored ?? 0) }),
    { loss: 0, scored: 0 },
  );
}
