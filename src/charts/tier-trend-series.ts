/** One quarter of a unit against the tiers of that quarter. Numbers are in the axis unit; higher is better. */
export interface TierTrendPoint {
  /** 2026 三季度 */
  label: string;
  /** null for a quarter without a value: a gap that is never joined over. */
  value: number | null;
  /** 96.4, 否决, 未检 */
  text: string;
  /** Level and word of the tier; null for a vetoed or missed unit, or where the scheme has no tiers. */
  tier: { level: number; name: string } | null;
  state: "scored" | "vetoed" | "missed";
  /** Tiers in force in that quarter from best to worst: where each one begins on the axis. The worst begins nowhere. */
  tiers: readonly { level: number; name: string; from: number | null }[];
  /** Further words for the reader: place in class, findings. */
  lines: readonly (readonly [string, string])[];
}

export interface TierTrendSeries {
  points: readonly TierTrendPoint[];
  domain: readonly [number, number];
  unit: string;
  /** Changes of rules, before the point at `index`. */
  marks: readonly { index: number; label: string }[];
}
