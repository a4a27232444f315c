import { formatPoints, type Points } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import { displayScore, type UnitScore } from "#domain/scoring.ts";
import { type ScoringStep, scoringSteps } from "#domain/scoring-steps.ts";

/** One line of 得分怎么来的. */
export interface StepLine {
  key: string;
  label: string;
  remark: string;
  deltaText: string;
  runningText: string;
}

/** The way from the full mark to the score in words, to the precision of the scheme's sums. */
export function describeSteps(scheme: Scheme, score: UnitScore): StepLine[] {
  const lines = scoringSteps(scheme, score).map((step) => ({
    key: `${step.kind}${step.groupId ?? ""}`,
    label: labelOf(scheme, step),
    remark: remarkOf(scheme, score, step),
    deltaText: step.kind === "fullMark" || step.kind === "score" ? "" : signed(step.delta),
    runningText: step.kind === "score" ? displayScore(scheme, step.running) : exact(step.running),
  }));
  const veto = score.vetoes.map((id) => scheme.indicators.find((entry) => entry.id === id)?.name ?? id);
  if (veto.length === 0) return lines;
  const end = score.score === null ? "不合格，不计得分" : `按方案计 ${exact(score.score)} 分`;
  return [...lines, { key: "verdict", label: "单项否决", remark: veto.join("、"), deltaText: "", runningText: end }];
}

function labelOf(scheme: Scheme, step: ScoringStep): string {
  const labels = {
    fullMark: "满分",
    attainable: "不适用指标",
    group: scheme.groups.find((group) => group.id === step.groupId)?.name ?? "",
    rescale: "折算到满分",
    bonus: "加分",
    veto: "否决计分",
    score: "得分",
  } satisfies Record<ScoringStep["kind"], string>;
  return labels[step.kind];
}

function remarkOf(scheme: Scheme, score: UnitScore, step: ScoringStep): string {
  if (step.kind === "attainable") return "不计入满分";
  if (step.kind === "rescale") return `${exact(score.base)} × ${exact(scheme.fullMark)} ÷ ${exact(score.attainable)}`;
  return step.capped ? "本项扣满" : "";
}

/** Four decimals at most, no idle zeros: 1.28, 3, 81.3394. */
export function exact(points: Points): string {
  return formatPoints(points, 4).replace(/\.?0+$/, "");
}

function signed(points: Points): string {
  return points > 0 ? `+${exact(points)}` : exact(points);
}
