import type { Points } from "./points.ts";
import type { Quarter } from "./quarter.ts";
import type { QuarterResult } from "./quarter-result.ts";

/** 连续扣分: a unit that lost points on the same indicator quarter after quarter (青海: 连续三个季度被通报). */
export interface FindingStreak {
  unitId: string;
  indicatorId: string;
  groupId: string;
  /** Quarters in a row, oldest first; the last one is the latest of the results. */
  quarters: readonly Quarter[];
  /** What was lost on the indicator in each of them, after caps. */
  losses: readonly Points[];
  total: Points;
}

/** Fewer than this is no repetition. */
export const LEAST_STREAK = 2;

/**
 * Streaks that run up to the latest of the results, which stand in time order without a gap between the inspections.
 * A quarter in which the unit was not inspected, or the indicator did not apply or was not reported, ends a streak:
 * nobody is named for a quarter that nobody looked at. Longest first, then the most points, then administrative order.
 */
export function findStreaks(results: readonly QuarterResult[]): FindingStreak[] {
  const latest = results[results.length - 1];
  if (latest === undefined) return [];
  const order = new Map(latest.units.map((unit, index) => [unit.id, index]));
  const streaks = latest.units.flatMap((unit) => {
    const losing = latest.scores.get(unit.id)?.indicators.filter((entry) => entry.loss > 0) ?? [];
    return losing.flatMap(({ indicatorId, groupId }) => streakOf(results, { unitId: unit.id, indicatorId, groupId }));
  });
  return streaks.sort(
    (a, b) =>
      b.quarters.length - a.quarters.length ||
      b.total - a.total ||
      (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0),
  );
}

type StreakKey = Pick<FindingStreak, "unitId" | "indicatorId" | "groupId">;

function streakOf(results: readonly QuarterResult[], key: StreakKey): FindingStreak[] {
  const quarters: Quarter[] = [];
  const losses: Points[] = [];
  for (const result of [...results].reverse()) {
    const score = result.scores.get(key.unitId);
    const loss = score?.indicators.find((entry) => entry.indicatorId === key.indicatorId)?.loss ?? 0;
    if (score?.state === "missed" || loss === 0) break;
    quarters.unshift(result.quarter);
    losses.unshift(loss);
  }
  if (quarters.length < LEAST_STREAK) return [];
  return [{ ...key, quarters, losses, total: losses.reduce((sum, loss) => sum + loss, 0) }];
}
