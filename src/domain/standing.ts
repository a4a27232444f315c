import type { Points } from "./points.ts";
import { describeQuarter, type Quarter } from "./quarter.ts";
import { type Grounds, groundsOf, type QuarterResult } from "./quarter-result.ts";
import { type Indicator, type Scheme, type Tier, tiersFor } from "./scheme.ts";
import type { IndicatorLoss, UnitScore } from "./scoring.ts";
import { tierOf } from "./tier.ts";
import { byOrder, type Unit } from "./unit.ts";

/** What one indicator cost a unit over the chosen quarters. */
export interface IndicatorStanding {
  indicatorId: string;
  groupId: string;
  loss: Points;
  state: IndicatorLoss["state"];
  capped: boolean;
}

/**
 * A unit over the chosen quarters. For one quarter these are that quarter's figures; for several they are means over
 * the quarters in which the unit was scored, so that tier edges keep their meaning (贵州 2017 averages the quarters).
 */
export interface Standing {
  unit: Unit;
  unitId: string;
  state: UnitScore["state"];
  reason: string | null;
  quartersScored: number;
  /** Deduction on the full-mark scale. */
  countedDeduction: Points;
  disputed: Points;
  score: Points | null;
  tier: Tier | null;
  /** Losses by group id, on the full-mark scale: they add up to `countedDeduction` within rounding. */
  groups: ReadonlyMap<string, Points>;
  indicators: ReadonlyMap<string, IndicatorStanding>;
}

export interface Standings extends Grounds {
  quarters: readonly Quarter[];
  /** Scheme of the latest quarter: names of groups and indicators, and the tiers. */
  scheme: Scheme;
  /** In administrative order. */
  rows: readonly Standing[];
}

/** Stands every unit over the results, which must be in time order and at least one. */
export function standUnits(results: readonly [QuarterResult, ...QuarterResult[]]): Standings {
  const latest = results[results.length - 1] ?? results[0];
  const units = new Map<string, Unit>();
  for (const result of results) for (const unit of result.units) units.set(unit.id, unit);
  return {
    quarters: results.map((result) => result.quarter),
    scheme: latest.scheme,
    ...groundsOf(results),
    rows: [...units.values()].sort(byOrder).map((unit) => standUnit(unit, results, latest.scheme)),
  };
}

function standUnit(unit: Unit, results: readonly QuarterResult[], scheme: Scheme): Standing {
  const scored = results.flatMap((result) => {
    const score = result.scores.get(unit.id);
    return score && score.state !== "missed" ? [{ result, score }] : [];
  });
  const vetoed = scored.find((entry) => entry.score.state === "vetoed");
  const missed = results.map((result) => result.scores.get(unit.id)).find((score) => score?.state === "missed");
  const deduction = mean(scored.map((entry) => entry.score.countedDeduction));
  const finals = scored.flatMap((entry) => (entry.score.score === null ? [] : [entry.score.score]));
  const state = standingState(scored.length, vetoed !== undefined);
  const score = finals.length > 0 && finals.length === scored.length ? mean(finals) : null;
  return {
    unit,
    unitId: unit.id,
    state,
    reason: vetoed ? vetoReason(vetoed.result, vetoed.score, results.length > 1) : (missed?.missedReason ?? null),
    quartersScored: scored.length,
    countedDeduction: deduction,
    disputed: mean(scored.map((entry) => entry.score.disputed)),
    score,
    tier: state === "scored" ? standingTier(scheme, unit, score, deduction) : null,
    groups: meanGroups(scored.map((entry) => entry.score)),
    indicators: meanIndicators(scored.map((entry) => entry.score)),
  };
}

function standingState(scored: number, vetoed: boolean): Standing["state"] {
  if (scored === 0) return "missed";
  return vetoed ? "vetoed" : "scored";
}

function standingTier(scheme: Scheme, unit: Unit, score: Points | null, deduction: Points): Tier | null {
  const value = scheme.tierBasis === "score" ? score : deduction;
  return value === null ? null : tierOf(tiersFor(scheme, unit.class), value);
}

/** "首页超两周未更新", with its quarter in front when several are chosen. */
function vetoReason(result: QuarterResult, score: UnitScore, withQuarter: boolean): string {
  const names = score.vetoes.map((id) => result.scheme.indicators.find((entry) => entry.id === id)?.name ?? id);
  return `${withQuarter ? `${describeQuarter(result.quarter)} ` : ""}${names.join("、")}`;
}

function meanGroups(scores: readonly UnitScore[]): Map<string, Points> {
  const sums = new Map<string, number>();
  for (const score of scores) {
    // A rescaled unit's losses grow with it, so that the segments still add up to the bar.
    const scale = score.deduction === 0 ? 1 : score.countedDeduction / score.deduction;
    for (const group of score.groups) sums.set(group.groupId, (sums.get(group.groupId) ?? 0) + group.loss * scale);
  }
  return new Map([...sums].map(([id, sum]) => [id, Math.round(sum / scores.length)]));
}

function meanIndicators(scores: readonly UnitScore[]): Map<string, IndicatorStanding> {
  const lists = new Map<string, IndicatorLoss[]>();
  for (const score of scores) {
    for (const loss of score.indicators) {
      const list = lists.get(loss.indicatorId);
      if (list) list.push(loss);
      else lists.set(loss.indicatorId, [loss]);
    }
  }
  return new Map([...lists].map(([id, list]) => [id, meanIndicator(id, list)]));
}

/** n/a or not reported only when it was so in every quarter; otherwise the mean over the quarters that say something. */
function meanIndicator(indicatorId: string, list: readonly IndicatorLoss[]): IndicatorStanding {
  const scored = list.filter((loss) => loss.state === "scored");
  const first = list[0];
  return {
    indicatorId,
    groupId: first?.groupId ?? "",
    loss: mean(scored.map((loss) => loss.loss)),
    state: scored.length > 0 ? "scored" : (first?.state ?? "notReported"),
    capped: scored.some((loss) => loss.capped),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** Indicators that cost points, in scheme order: the columns of a unit × indicator table. */
export function deductingIndicators(scheme: Scheme): Indicator[] {
  return scheme.indicators.filter((indicator) => indicator.effect === "deduct");
}
