import { POINT, type Points } from "./points.ts";
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

/** Both ends in words: "≤2", ">2 且 ≤5", "≥90"; "不限" when the tier is open at both ends. */
export function describeTierRange(tier: Tier): string {
  const lower = tier.lower && `${tier.lower.inclusive ? "≥" : ">"}${plainPoints(tier.lower.value)}`;
  const upper = tier.upper && `${tier.upper.inclusive ? "≤" : "<"}${plainPoints(tier.upper.value)}`;
  return [lower, upper].filter(Boolean).join(" 且 ") || "不限";
}

/** 20000 → "2", 25000 → "2.5". */
function plainPoints(points: Points): string {
  return String(points / POINT);
}
