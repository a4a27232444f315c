import type { QuarterResult } from "./quarter-result.ts";
import { type RankedGroup, type RankGroup, rankUnits } from "./ranking.ts";
import type { UnitScore } from "./scoring.ts";

/** Where a unit stands among its like in one quarter: 第 3 / 23. */
export interface UnitPlace {
  group: RankGroup;
  /** null for a vetoed or missed unit. */
  rank: number | null;
  /** Units of the group that have a rank. */
  of: number;
}

const ranked = new WeakMap<QuarterResult, RankedGroup<UnitScore>[]>();

/** The place by deductions, the most first, as on the page of deductions; null when the quarter does not know the unit. */
export function placeOf(result: QuarterResult, unitId: string): UnitPlace | null {
  const groups = ranked.get(result) ?? rankUnits([...result.scores.values()], result.units, "most");
  ranked.set(result, groups);
  for (const { group, rows } of groups) {
    const own = rows.find((row) => row.unit.id === unitId);
    if (own) return { group, rank: own.rank, of: rows.filter((row) => row.rank !== null).length };
  }
  return null;
}

/** "第 3 / 23"; "——" without a rank. */
export function describePlace({ rank, of }: UnitPlace): string {
  return rank === null ? "——" : `第 ${rank} / ${of}`;
}
