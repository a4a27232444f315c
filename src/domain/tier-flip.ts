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

/** A figure at which the tier may be another one than just before it. */
interface Crossing {
  edge: Points;
  target: Points;
  to: Tier;
}

const crossingsOf = new WeakMap<readonly Tier[], readonly Crossing[]>();

/**
 * Tiers change at their bounds only, so the bounds and the ten-thousandths beside them are all there is to look at.
 * Found once for a list of tiers: hundreds of units are held against it.
 */
function crossings(tiers: readonly Tier[]): readonly Crossing[] {
  const known = crossingsOf.get(tiers);
  if (known !== undefined) return known;
  const bounds = tiers.flatMap((tier) => [tier.lower?.value, tier.upper?.value]).filter((bound) => bound !== undefined);
  const found = [...new Set(bounds)].flatMap((edge) =>
    [edge - 1, edge, edge + 1].flatMap((target) => {
      const to = tierOf(tiers, target);
      return to === null ? [] : [{ edge, target, to }];
    }),
  );
  crossingsOf.set(tiers, found);
  return found;
}

/** The nearest other tier on either side of `value`. */
export function flipsOf(tiers: readonly Tier[], value: Points): TierFlips {
  const flips: TierFlips = { better: null, worse: null };
  const own = tierOf(tiers, value);
  if (own === null) return flips;
  for (const { edge, target, to } of crossings(tiers)) {
    if (to.level === own.level) continue;
    const sign = target < value ? -1 : 1;
    // The ten-thousandth before an edge is not a way across it.
    if ((edge - value) * sign < 0) continue;
    const side = to.level < own.level ? "better" : "worse";
    const distance = Math.abs(edge - value);
    const beyond = target !== edge;
    if (isNearer({ distance, beyond }, flips[side])) flips[side] = { to, edge, distance, beyond, sign };
  }
  return flips;
}

function isNearer(flip: Pick<TierFlip, "distance" | "beyond">, known: TierFlip | null): boolean {
  if (known === null || flip.distance < known.distance) return true;
  return flip.distance === known.distance && known.beyond && !flip.beyond;
}

/** The nearer of the two; a unit as near to either is warned of the worse. */
export function nearestFlip({ better, worse }: TierFlips): TierFlip | null {
  if (better === null || worse === null) return better ?? worse;
  return better.distance < worse.distance ? better : worse;
}
