import type { Points } from "./points.ts";
import type { Tier, TierBound } from "./scheme.ts";

/** The first listed tier that holds the value; null when none does. Each bound says whether it is inside. */
export function tierOf(tiers: readonly Tier[], value: Points): Tier | null {
  return tiers.find((tier) => isAbove(value, tier.lower) && isBelow(value, tier.upper)) ?? null;
}

function isAbove(value: Points, bound: TierBound | null): boolean {
  return bound === null || value > bound.value || (bound.inclusive && value === bound.value);
}

function isBelow(value: Points, bound: TierBound | null): boolean {
  return bound === null || value < bound.value || (bound.inclusive && value === bound.value);
}
