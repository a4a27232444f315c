import { scaleExactly } from "./exact.ts";
import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { formatPoints, type Points } from "./points.ts";
import { type Scheme, type Tier, tiersFor } from "./scheme.ts";
import { computeLosses, type Losses, sumByIndicator } from "./scoring-losses.ts";
import { tierOf } from "./tier.ts";
import type { Unit } from "./unit.ts";

/** Which 扣完为止 held a loss back: the indicator's own, that of the points it shares with its siblings, or the group's. */
export type CapLevel = "indicator" | "parent" | "group";

/**
 * One indicator's loss: what the findings cost, and what remained after the caps of indicator, parent and group
 * (本项扣满). A veto, a bonus and an indicator that is not scored have 0. Not yet on the full-mark scale.
 */
export interface IndicatorLoss {
  indicatorId: string;
  groupId: string;
  raw: Points;
  loss: Points;
  capped: boolean;
  /** The caps that bit, from the indicator's own outwards; empty when none did. */
  caps: readonly CapLevel[];
  state: "scored" | "notApplicable" | "notReported";
}

/** One group's loss: the sum of its indicators after their own caps, and what remained after the group weight. */
export interface GroupLoss {
  groupId: string;
  raw: Points;
  loss: Points;
  capped: boolean;
}

/** Every step of the computation, so that a waterfall can be drawn from it. */
export interface UnitScore {
  unitId: string;
  state: "scored" | "vetoed" | "missed";
  /** Why the unit was missed, from the coverage; null otherwise. */
  missedReason: string | null;
  /** In scheme order. */
  indicators: readonly IndicatorLoss[];
  /** In scheme order. */
  groups: readonly GroupLoss[];
  /** Points that can be had: Σ group weights, less what does not apply when the scheme rescales. */
  attainable: Points;
  /** Σ group losses. */
  deduction: Points;
  /** attainable − deduction, never below 0. */
  base: Points;
  /** base brought to the full mark, rounded to the ten-thousandth. */
  rescaled: Points;
  /** fullMark − rescaled: the deduction on the full-mark scale, which bars, ranks and deduction tiers use. */
  countedDeduction: Points;
  bonus: Points;
  /** What the bonus findings are worth before the gate and the most that the scheme gives. */
  bonusEarned: Points;
  /** Ids of the veto indicators that were hit. */
  vetoes: readonly string[];
  /** The final score; null when missed, or vetoed under a scheme that leaves the score blank. */
  score: Points | null;
  /** null when missed, vetoed, or when the scheme has no tiers. */
  tier: Tier | null;
  /** Points that would be lost on top if every disputed finding were upheld, after caps, on the full-mark scale. */
  disputed: Points;
}

/**
 * Scores one unit in one quarter. `totals` holds that unit and quarter only; their order has no meaning.
 *
 * Whatever the policy for what does not apply, the base is brought to the full mark by fullMark / attainable:
 * weights that add up to something else are scores out of that sum (涡阳: (81.22 + 0.64) / 100.64 × 100 = 81.34).
 * Without coverage nothing was reported, which scores as missed: no score is better than a full mark nobody earned.
 */
export function scoreUnit(
  scheme: Scheme,
  unit: Unit,
  coverage: Coverage | undefined,
  totals: readonly DeductionTotal[],
): UnitScore {
  if (coverage?.state !== "inspected") return missedScore(scheme, unit, coverage?.reason ?? null);
  const losses = computeLosses(scheme, coverage, sumByIndicator(totals, "confirmed"));
  if (losses.attainable === 0) return missedScore(scheme, unit, coverage.reason ?? "全部指标不适用");
  const rescaled = toFullMark(scheme, losses, losses.attainable - losses.deduction);
  const upheld = computeLosses(scheme, coverage, sumByIndicator(totals, "upheld"));
  const vetoes = vetoesHit(scheme, coverage, totals);
  const isVetoed = vetoes.length > 0;
  const bonusEarned = bonusEarnedBy(scheme, coverage, totals);
  const bonus = isVetoed ? 0 : passGate(scheme, rescaled, bonusEarned);
  const countedDeduction = scheme.fullMark - rescaled;
  const score = isVetoed ? scheme.vetoScore : rescaled + bonus;
  const judged = scheme.tierBasis === "score" ? rescaled + bonus : countedDeduction;
  return {
    unitId: unit.id,
    // 一票否决 comes before every other verdict, so the tier is not even looked up.
    state: isVetoed ? "vetoed" : "scored",
    missedReason: null,
    indicators: losses.indicators,
    groups: losses.groups,
    attainable: losses.attainable,
    deduction: losses.deduction,
    base: losses.attainable - losses.deduction,
    rescaled,
    countedDeduction,
    bonus,
    bonusEarned,
    vetoes,
    score,
    tier: isVetoed ? null : tierOf(tiersFor(scheme, unit.class), judged),
    disputed: rescaled - toFullMark(scheme, upheld, upheld.attainable - upheld.deduction),
  };
}

/** A score as the scheme prints it, rounded half up to its decimals: 81.3394 → "81.34". */
export function displayScore(scheme: Scheme, points: Points): string {
  return formatPoints(points, scheme.decimals);
}

function toFullMark(scheme: Scheme, losses: Losses, points: Points): Points {
  return scaleExactly(points, scheme.fullMark, losses.attainable);
}

/** A veto indicator that does not apply to the unit cannot be hit. */
function vetoesHit(scheme: Scheme, coverage: Coverage, totals: readonly DeductionTotal[]): string[] {
  const hit = new Set(totals.filter((total) => total.confirmedCount > 0).map((total) => total.indicatorId));
  return scheme.indicators
    .filter((indicator) => indicator.effect === "veto" && hit.has(indicator.id))
    .map((indicator) => indicator.id)
    .filter((id) => !coverage.notApplicable.includes(id));
}

/** 国办秘函〔2019〕19号: bonus indicators are looked at only when the base is strictly above the gate (＞80). */
function passGate(scheme: Scheme, rescaled: Points, earned: Points): Points {
  if (scheme.bonus === null || rescaled <= scheme.bonus.gate) return 0;
  return Math.min(scheme.bonus.max, earned);
}

/** Each bonus indicator stops at its own points. */
function bonusEarnedBy(scheme: Scheme, coverage: Coverage, totals: readonly DeductionTotal[]): Points {
  const earned = sumByIndicator(totals, "confirmed");
  return scheme.indicators
    .filter((indicator) => indicator.effect === "bonus" && !coverage.notApplicable.includes(indicator.id))
    .map((indicator) => {
      const points = earned.get(indicator.id) ?? 0;
      return indicator.capAt === "indicator" ? Math.min(points, indicator.points) : points;
    })
    .reduce((all, points) => all + points, 0);
}

function missedScore(scheme: Scheme, unit: Unit, reason: string | null): UnitScore {
  return {
    unitId: unit.id,
    state: "missed",
    missedReason: reason,
    indicators: scheme.indicators.map(({ id, groupId }) => ({
      indicatorId: id,
      groupId,
      raw: 0,
      loss: 0,
      capped: false,
      caps: [],
      state: "notReported",
    })),
    groups: scheme.groups.map(({ id }) => ({ groupId: id, raw: 0, loss: 0, capped: false })),
    attainable: 0,
    deduction: 0,
    base: 0,
    rescaled: 0,
    countedDeduction: 0,
    bonus: 0,
    bonusEarned: 0,
    vetoes: [],
    score: null,
    tier: null,
    disputed: 0,
  };
}
