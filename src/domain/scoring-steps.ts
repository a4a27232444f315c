import type { Points } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import type { CapLevel, UnitScore } from "./scoring.ts";

/** One step on the way from the full mark to the score: what it adds or takes, and what stands after it. */
export interface ScoringStep {
  /**
   * fullMark: where it starts · attainable: what does not apply leaves, or the weights make another sum than the full
   * mark · indicator: one indicator's loss after every cap · rescale: base brought to the full mark · bonus: earned
   * points, 0 when the base did not pass the gate · veto: the score that a veto writes, or none · score: the end.
   */
  kind: "fullMark" | "attainable" | "indicator" | "rescale" | "bonus" | "veto" | "score";
  /** Set for an indicator. */
  indicatorId: string | null;
  groupId: string | null;
  delta: Points;
  running: Points;
  /** What the caps held back of an indicator's findings, or gate and maximum of a bonus. */
  held: Points;
  /** What the indicator would lose on top if every disputed finding were upheld. */
  disputed: Points;
  /** The caps that bit, from the indicator's own outwards. */
  caps: readonly CapLevel[];
}

/**
 * The way from the full mark to the score, in the order of computation. Steps that change nothing are left out, except
 * both ends and what a cap, gate or veto brought to nothing. Empty for a missed unit; a vetoed unit without a score ends
 * with the veto. With the score that an upholding of every dispute would give, indicators that are only disputed stand too.
 */
export function scoringSteps(scheme: Scheme, score: UnitScore, upheld: UnitScore | null = null): ScoringStep[] {
  if (score.state === "missed") return [];
  const steps: ScoringStep[] = [];
  let running = 0;
  const add = (kind: ScoringStep["kind"], delta: Points, more: Partial<ScoringStep> = {}) => {
    running += delta;
    steps.push({ kind, indicatorId: null, groupId: null, delta, running, held: 0, disputed: 0, caps: [], ...more });
  };
  add("fullMark", scheme.fullMark);
  if (score.attainable !== scheme.fullMark) add("attainable", score.attainable - scheme.fullMark);
  const upheldLoss = new Map(upheld?.indicators.map((entry) => [entry.indicatorId, entry.loss]));
  for (const { indicatorId, groupId, raw, loss, caps } of inGroupOrder(scheme, score)) {
    // A cap on the group may leave less to one indicator when another takes more; that is no dispute about it.
    const disputed = Math.max(0, (upheldLoss.get(indicatorId) ?? loss) - loss);
    if (raw > 0 || disputed > 0)
      add("indicator", -loss + 0, { indicatorId, groupId, held: raw - loss, disputed, caps });
  }
  if (score.rescaled !== running) add("rescale", score.rescaled - running);
  if (score.state === "vetoed") add("veto", score.score === null ? 0 : score.score - running);
  else if (score.bonusEarned > 0) add("bonus", score.bonus, { held: score.bonusEarned - score.bonus });
  if (score.score !== null) add("score", 0);
  return steps;
}

function inGroupOrder(scheme: Scheme, { indicators }: UnitScore): UnitScore["indicators"] {
  return scheme.groups.flatMap((group) => indicators.filter((entry) => entry.groupId === group.id));
}
