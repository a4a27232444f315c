import type { Points } from "./points.ts";
import type { QuarterResult } from "./quarter-result.ts";
import type { Tier } from "./scheme.ts";
import type { UnitScore } from "./scoring.ts";
import type { Unit } from "./unit.ts";

/** How many units stand in each tier; vetoed and missed units stand in none. */
export interface TierCount {
  tier: Tier;
  count: number;
}

/**
 * A quarter's inspection in figures. Over several quarters the counts are unit-times (家次), because a unit that was
 * inspected twice was due twice.
 */
export interface InspectionSummary {
  due: number;
  inspected: number;
  missed: number;
  /** Mean of the final scores of units that have one; null when none has. */
  averageScore: Points | null;
  /** How many scores the mean is taken over. */
  scores: number;
  /** Σ of the units' deductions on the full-mark scale. */
  deduction: Points;
  averageDeduction: Points | null;
  findings: number;
  disputedFindings: number;
  tiers: readonly TierCount[];
  vetoed: number;
}

/** Adds up the results of the units that `isPicked` lets through. Tiers are merged by level across schemes. */
export function summarise(results: readonly QuarterResult[], isPicked: (unit: Unit) => boolean): InspectionSummary {
  const tally = { due: 0, inspected: 0, vetoed: 0, deduction: 0, findings: 0, disputed: 0, scoreSum: 0, scores: 0 };
  const tiers = tiersOf(results);
  for (const result of results) {
    for (const unit of result.units.filter(isPicked)) addUnit(tally, tiers, result, unit);
  }
  return {
    due: tally.due,
    inspected: tally.inspected,
    missed: tally.due - tally.inspected,
    averageScore: tally.scores === 0 ? null : Math.round(tally.scoreSum / tally.scores),
    scores: tally.scores,
    deduction: tally.deduction,
    averageDeduction: tally.inspected === 0 ? null : Math.round(tally.deduction / tally.inspected),
    findings: tally.findings,
    disputedFindings: tally.disputed,
    tiers: [...tiers.values()].sort((a, b) => a.tier.level - b.tier.level),
    vetoed: tally.vetoed,
  };
}

function tiersOf(results: readonly QuarterResult[]): Map<number, TierCount> {
  const all = results.flatMap((result) => result.scheme.classTiers.flatMap((entry) => entry.tiers));
  return new Map([...all].reverse().map((tier) => [tier.level, { tier, count: 0 }]));
}

function addUnit(
  tally: Record<"due" | "inspected" | "vetoed" | "deduction" | "findings" | "disputed" | "scoreSum" | "scores", number>,
  tiers: Map<number, TierCount>,
  result: QuarterResult,
  unit: Unit,
): void {
  const score = result.scores.get(unit.id);
  tally.due += 1;
  if (!score || score.state === "missed") return;
  tally.inspected += 1;
  tally.deduction += score.countedDeduction;
  if (score.state === "vetoed") tally.vetoed += 1;
  if (score.score !== null) {
    tally.scoreSum += score.score;
    tally.scores += 1;
  }
  for (const total of result.totals.get(unit.id) ?? []) {
    tally.findings += total.confirmedCount;
    tally.disputed += total.disputedCount;
  }
  const count = score.tier ? tiers.get(score.tier.level) : undefined;
  if (count) count.count += 1;
}

/** What one indicator group cost, and how many units lost points on it. */
export interface GroupDeduction {
  groupId: string;
  name: string;
  deduction: Points;
  units: number;
}

/** Losses by indicator group, after caps and rescaling, in the scheme's order; groups are matched by id across schemes. */
export function deductionByGroup(
  results: readonly QuarterResult[],
  isPicked: (unit: Unit) => boolean,
): GroupDeduction[] {
  const groups = new Map<string, GroupDeduction>();
  for (const { scheme } of results) {
    for (const { id, name } of scheme.groups) groups.set(id, { groupId: id, name, deduction: 0, units: 0 });
  }
  for (const result of results) {
    for (const unit of result.units.filter(isPicked)) addGroups(groups, result.scores.get(unit.id));
  }
  return [...groups.values()];
}

function addGroups(groups: ReadonlyMap<string, GroupDeduction>, score: UnitScore | undefined): void {
  if (!score || score.state === "missed" || score.deduction === 0) return;
  const scale = score.countedDeduction / score.deduction;
  for (const { groupId, loss } of score.groups) {
    const group = groups.get(groupId);
    if (!group || loss === 0) continue;
    group.deduction += Math.round(loss * scale);
    group.units += 1;
  }
}
