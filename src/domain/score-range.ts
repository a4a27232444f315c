import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import type { Scheme } from "./scheme.ts";
import { scoreUnit, type UnitScore } from "./scoring.ts";
import type { Unit } from "./unit.ts";

/** The two ends between which a score with disputed findings will come to rest. */
export interface ScoreRange {
  /** Proposed and appealed findings. */
  disputedCount: number;
  /** Every disputed finding withdrawn: what the score is until they are decided, for only confirmed ones count. */
  withdrawn: UnitScore;
  /** Every disputed finding upheld: caps, vetoes, gate and tier judged anew. */
  upheld: UnitScore;
}

/** null when nothing is disputed, or when the unit has no score at all. */
export function scoreRange(
  scheme: Scheme,
  unit: Unit,
  coverage: Coverage | undefined,
  totals: readonly DeductionTotal[],
): ScoreRange | null {
  const disputedCount = totals.reduce((sum, total) => sum + total.disputedCount, 0);
  if (disputedCount === 0 || coverage?.state !== "inspected") return null;
  return {
    disputedCount,
    withdrawn: scoreUnit(scheme, unit, coverage, totals),
    upheld: scoreUnit(scheme, unit, coverage, totals.map(asUpheld)),
  };
}

/** The same sums if every disputed finding were confirmed. */
function asUpheld(total: DeductionTotal): DeductionTotal {
  return {
    ...total,
    confirmed: total.confirmed + total.disputed,
    confirmedCount: total.confirmedCount + total.disputedCount,
    disputed: 0,
    disputedCount: 0,
  };
}
