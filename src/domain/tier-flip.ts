import type { Points } from "./points.ts";
import type { Tier } from "./scheme.ts";
import { tierOf } from "./tier.ts";

/** The smallest change of a unit's own figure that moves it into another tier. */
export interface TierFlip {
  to: Tier;
  /** The edge that lies between. */
  edge: Points;
  /** Points to the edge; 0 for a unit that stands on it. */
  distance: Points;
  /** True when the edge itself still belongs to the unit's tier: it has to be passed, not only reached. */
  beyond: boolean;
  /** Which way the unit's figure goes: −1 down, 1 up. Moving the edge as far the other way does the same. */
  sign: -1 | 1;
}

/** Towards a better tier and towards a worse one; null where there is none, and both null outside every tier. */
export interface TierFlips {
  better: TierFlip | null;
  worse: TierFlip | null;
}

/** A unit this close to an edge is 临界: one finding more or less may move it. */
export const NEAR_EDGE: Points = 5_000;

/**
 * The nearest other tier on either side of `value`. Tiers change at their bounds only, so the bounds and the
 * ten-thousandths beside them are all there is to look at.
 */
export function flipsOf(tiers: readonly Tier[], value: Points): TierFlips {
  const own = tierOf(tiers, value);
  if (own === null) return { better: null, worse: null };
  const bounds = tiers.flatMap((tier) => [tier.lower?.value, tier.upper?.value]).filter((bound) => bound !== undefined);
  const flips = [...new Set(bounds)].flatMap((edge) =>
    [edge - 1, edge, edge + 1].flatMap((target) => toFlip(tiers, { own, value }, { edge, target }) ?? []),
  );
  const nearest = (wanted: (flip: TierFlip) => boolean) =>
    flips.filter(wanted).sort((a, b) => a.distance - b.distance || Number(a.beyond) - Number(b.beyond))[0] ?? null;
  return { better: nearest(({ to }) => to.level < own.level), worse: nearest(({ to }) => to.level > own.level) };
}

function toFlip(
  tiers: readonly Tier[],
  { own, value }: { own: Tier; value: Points },
  { edge, target }: { edge: Points; target: Points },
): TierFlip | null {
  const to = tierOf(tiers, target);
  if (to === null || to.level === own.level) return null;
  const sign = target < value ? -1 : 1;
  // The ten-thousandth before an edge is not a way across it.
  if ((edge - value) * sign < 0) return null;
  return { to, edge, distance: Math.abs(edge - value), beyond: target !== edge, sign };
}

/** The nearer of the two; a unit as near to either is warned of the worse. */
export function nearestFlip({ better, worse }: TierFlips): TierFlip | null {
  if (better === null || worse === null) return better ?? worse;
  return better.distance < worse.distance ? better : worse;
}
