import type { Points } from "./points.ts";
import type { Tier } from "./scheme.ts";

/** One indicator's loss: what the findings cost, and what remained after the cap (本项扣满). */
export interface IndicatorLoss {
  indicatorId: string;
  groupId: string;
  raw: Points;
  loss: Points;
  capped: boolean;
  state: "scored" | "notApplicable" | "notReported";
}

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
  /** Points that can be had: Σ group weights − not applicable points. */
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
  /** Ids of the veto indicators that were hit. */
  vetoes: readonly string[];
  /** The final score; null when missed, or vetoed under a scheme that leaves the score blank. */
  score: Points | null;
  /** null when missed, vetoed, or when the scheme has no tiers. */
  tier: Tier | null;
  /** Points that would be lost on top if every disputed finding were upheld, after caps, on the full-mark scale. */
  disputed: Points;
}
