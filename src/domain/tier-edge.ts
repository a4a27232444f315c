import { type Points, toPoints } from "./points.ts";
import { type Scheme, tiersFor } from "./scheme.ts";

/** Where one tier ends and the next begins, on the deduction axis. */
export interface TierEdge {
  value: Points;
  /** 一/二档线 for 一档 and 二档; otherwise both names. */
  label: string;
  better: string;
  worse: string;
}

/**
 * Edges in ascending deduction. A scheme that cuts tiers on the score is drawn at full mark − score, which is where a
 * unit without bonus points crosses.
 */
export function deductionEdges(scheme: Scheme, unitClass: string): TierEdge[] {
  const tiers = [...tiersFor(scheme, unitClass)].sort((a, b) => a.level - b.level);
  return tiers.flatMap((tier, index) => {
    const next = tiers[index + 1];
    const bound = scheme.tierBasis === "score" ? tier.lower : tier.upper;
    if (!next || !bound) return [];
    const value = scheme.tierBasis === "score" ? scheme.fullMark - bound.value : bound.value;
    return [{ value, label: edgeLabel(tier.name, next.name), better: tier.name, worse: next.name }];
  });
}

function edgeLabel(better: string, worse: string): string {
  return better.endsWith("档") && worse.endsWith("档") ? `${better.slice(0, -1)}/${worse}线` : `${better}/${worse}线`;
}

/** Half a point on either side of a tier edge. */
export const NEAR_BAND: Points = toPoints(0.5);

/** True within half a point of a tier edge: one finding more or less may move the unit (临界). */
export function isNearEdge(deduction: Points, edges: readonly TierEdge[]): boolean {
  return edges.some((edge) => Math.abs(deduction - edge.value) <= NEAR_BAND);
}
