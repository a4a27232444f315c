import type { Points } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import type { UnitScore } from "./scoring.ts";

/** One row of the score waterfall: what the step adds or takes, and what stands after it. */
export interface ScoringStep {
  /**
   * fullMark: where it starts · attainable: what does not apply leaves, or the weights make another sum than the full
   * mark · group: one group's loss · rescale: base brought to the full mark · bonus · veto: the score that a veto
   * writes · score: the end.
   */
  kind: "fullMark" | "attainable" | "group" | "rescale" | "bonus" | "veto" | "score";
  /** Set for a group. */
  groupId: string | null;
  delta: Points;
  running: Points;
  /** True where a cap held the loss back: the group's own, or one of its indicators'. */
  capped: boolean;
}

/**
 * The way from the full mark to the score, in the order of computation. Steps that change nothing are left out, except
 * the groups and both ends. Empty for a missed unit; a vetoed unit without a score ends after its losses.
 */
export function scoringSteps(scheme: Scheme, score: UnitScore): ScoringStep[] {
  if (score.state === "missed") return [];
  const steps: ScoringStep[] = [];
  let running = 0;
  const add = (kind: ScoringStep["kind"], delta: Points, groupId: string | null = null, capped = false) => {
    running += delta;
    steps.push({ kind, groupId, delta, running, capped });
  };
  const addChange = (kind: ScoringStep["kind"], delta: Points) => {
    if (delta !== 0) add(kind, delta);
  };
  add("fullMark", scheme.fullMark);
  addChange("attainable", score.attainable - scheme.fullMark);
  for (const group of score.groups) {
    const capped = group.capped || score.indicators.some((entry) => entry.groupId === group.groupId && entry.capped);
    add("group", -group.loss + 0, group.groupId, capped);
  }
  addChange("rescale", score.rescaled - running);
  addChange("bonus", score.bonus);
  if (score.state === "vetoed" && score.score !== null) addChange("veto", score.score - running);
  if (score.score !== null) add("score", 0);
  return steps;
}
