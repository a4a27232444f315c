import type { Points } from "./points.ts";
import { roundPoints } from "./points.ts";
import type { QuarterResult } from "./quarter-result.ts";
import { type Standing, standUnits } from "./standing.ts";
import { byOrder, type Unit } from "./unit.ts";

/** A unit that was scored in both periods. Deductions on the full-mark scale, means where a period has several quarters. */
export interface ScoreChange {
  unit: Unit;
  before: Standing;
  now: Standing;
  /** Change of the deduction as it is printed, to one decimal: negative means fewer points lost. */
  change: Points;
}

/** Units of two periods set against each other. */
export interface ScoreChanges {
  /** Fewest points lost against before first; ties in administrative order. */
  changes: readonly ScoreChange[];
  /** Picked units that were not inspected in one of the periods, in administrative order. */
  incomparable: readonly Unit[];
}

/**
 * Compares what printed numbers say: 1.04 → 1.06 is no change where both print 1.0 and 1.1 would be. A vetoed unit has
 * a deduction and is compared by it. Both periods need at least one result; otherwise nobody can be compared.
 */
export function compareScores(
  now: readonly QuarterResult[],
  before: readonly QuarterResult[],
  isPicked: (unit: Unit) => boolean,
): ScoreChanges {
  const [nowFirst, ...nowRest] = now;
  const [beforeFirst, ...beforeRest] = before;
  if (!nowFirst || !beforeFirst) return { changes: [], incomparable: [] };
  const earlier = new Map(standUnits([beforeFirst, ...beforeRest]).rows.map((row) => [row.unitId, row]));
  const changes: ScoreChange[] = [];
  const incomparable: Unit[] = [];
  for (const row of standUnits([nowFirst, ...nowRest]).rows) {
    if (!isPicked(row.unit)) continue;
    const base = earlier.get(row.unitId);
    if (!base || base.state === "missed" || row.state === "missed") incomparable.push(row.unit);
    else {
      const change = roundPoints(row.countedDeduction, 1) - roundPoints(base.countedDeduction, 1);
      changes.push({ unit: row.unit, before: base, now: row, change });
    }
  }
  return { changes: changes.sort((a, b) => a.change - b.change || byOrder(a.unit, b.unit)), incomparable };
}

/** The `count` units that gained most and those that lost most; units without a change are no movers. */
export function biggestMovers(changes: readonly ScoreChange[], count: number) {
  return {
    better: changes.filter((entry) => entry.change < 0).slice(0, count),
    worse: changes
      .filter((entry) => entry.change > 0)
      .reverse()
      .sort((a, b) => b.change - a.change || byOrder(a.unit, b.unit))
      .slice(0, count),
  };
}
