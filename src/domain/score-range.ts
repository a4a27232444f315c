import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import type { QuarterResult } from "./quarter-result.ts";
import type { Scheme } from "./scheme.ts";
import { scoreUnit, type UnitScore } from "./scoring.ts";
import { type Standing, standUnits } from "./standing.ts";
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

/**
 * The units with disputed findings, over all quarters, as they would stand if every dispute were upheld: the other end of
 * their range. Empty when nothing is disputed.
 */
export function upheldStandings(results: readonly QuarterResult[]): Map<string, Standing> {
  const ids = new Set(
    results.flatMap(({ totals }) =>
      [...totals].flatMap(([id, list]) => (list.some((total) => total.disputedCount > 0) ? [id] : [])),
    ),
  );
  const [first, ...rest] = results.map((result) => asUpheldResult(result, ids));
  if (first === undefined || ids.size === 0) return new Map();
  return new Map(standUnits([first, ...rest]).rows.map((row) => [row.unitId, row]));
}

function asUpheldResult(result: QuarterResult, ids: ReadonlySet<string>): QuarterResult {
  const { scheme, coverage, totals } = result;
  const units = result.units.filter((unit) => ids.has(unit.id));
  const scores = units.map((unit): [string, UnitScore] => {
    const list = (totals.get(unit.id) ?? []).map(asUpheld);
    return [unit.id, scoreUnit(scheme, unit, coverage.get(unit.id), list)];
  });
  return { ...result, units, scores: new Map(scores) };
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
