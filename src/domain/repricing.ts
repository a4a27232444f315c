import { scaleExactly } from "./exact.ts";
import type { DeductionTotal } from "./finding.ts";
import type { Points } from "./points.ts";
import type { Indicator, Scheme } from "./scheme.ts";

/**
 * Ledger lines carry the points of the rules that they were written under. Under other rules a line costs in
 * proportion: n occurrences at the new price, or the same ratio of what the indicator is worth by then. That is exact
 * for sums as well, because every line of an indicator moves by the same factor.
 */

/** By what the sums of an indicator are multiplied; null where they stay as they are. */
export interface PriceFactor {
  numerator: Points;
  denominator: Points;
}

export function priceFactor(before: Indicator | undefined, after: Indicator): PriceFactor | null {
  if (before === undefined || before.measure.kind !== after.measure.kind) return null;
  const [denominator, numerator] =
    before.measure.kind === "perOccurrence" && after.measure.kind === "perOccurrence"
      ? [before.measure.each, after.measure.each]
      : [before.points, after.points];
  return denominator <= 0 || numerator < 0 || denominator === numerator ? null : { numerator, denominator };
}

export function reprice(points: Points, factor: PriceFactor | null): Points {
  return factor === null ? points : scaleExactly(points, factor.numerator, factor.denominator);
}

/** The sums of one unit as other rules would price them; indicators that those rules do not know are left out. */
export function repriceTotals(totals: readonly DeductionTotal[], before: Scheme, after: Scheme): DeductionTotal[] {
  const known = new Map(after.indicators.map((indicator) => [indicator.id, indicator]));
  return totals.flatMap((total) => {
    const indicator = known.get(total.indicatorId);
    if (indicator === undefined) return [];
    const factor = priceFactor(
      before.indicators.find((entry) => entry.id === total.indicatorId),
      indicator,
    );
    return { ...total, confirmed: reprice(total.confirmed, factor), disputed: reprice(total.disputed, factor) };
  });
}
