import { formatPoints, type Points } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import { type CapLevel, displayScore, type UnitScore } from "./scoring.ts";
import { type ScoringStep, scoringSteps } from "./scoring-steps.ts";

/** One line of 得分怎么来的. */
export interface StepLine {
  key: string;
  step: ScoringStep;
  label: string;
  remark: string;
  deltaText: string;
  runningText: string;
}

/** Which 扣完为止 bit, as a circular says it. */
export const CAP_LEVEL_LABEL = {
  indicator: "本项扣满",
  parent: "上级指标扣满",
  group: "一级指标扣满",
} satisfies Record<CapLevel, string>;

/** The way from the full mark to the score in words, to the precision of the scheme's sums. */
export function describeSteps(scheme: Scheme, score: UnitScore, upheld: UnitScore | null = null): StepLine[] {
  return scoringSteps(scheme, score, upheld).map((step) => ({
    key: step.kind === "indicator" ? `indicator.${step.indicatorId}` : step.kind,
    step,
    label: labelOf(scheme, score, step),
    remark: remarkOf(scheme, score, step),
    deltaText: step.kind === "fullMark" || step.kind === "score" ? "" : signed(step.delta),
    runningText: runningTextOf(scheme, score, step),
  }));
}

function labelOf(scheme: Scheme, score: UnitScore, step: ScoringStep): string {
  const labels = {
    fullMark: "满分",
    attainable: hasGaps(score) ? "不适用指标" : "分值合计",
    indicator: scheme.indicators.find((entry) => entry.id === step.indicatorId)?.name ?? "",
    rescale: "折算到满分",
    bonus: "加分",
    veto: "单项否决",
    score: "得分",
  } satisfies Record<ScoringStep["kind"], string>;
  return labels[step.kind];
}

function hasGaps(score: UnitScore): boolean {
  return score.indicators.some((entry) => entry.state === "notApplicable");
}

function remarkOf(scheme: Scheme, score: UnitScore, step: ScoringStep): string {
  switch (step.kind) {
    case "attainable":
      return hasGaps(score) ? "不计入满分" : `各项分值之和为 ${exact(score.attainable)}`;
    case "indicator":
      return step.held > 0
        ? `${step.caps.map((level) => CAP_LEVEL_LABEL[level]).join("、")}（应扣 ${exact(step.held - step.delta)}）`
        : "";
    case "rescale":
      return `${exact(score.base)} × ${exact(scheme.fullMark)} ÷ ${exact(score.attainable)}`;
    case "bonus":
      return describeGate(scheme, score);
    case "veto":
      return score.vetoes.map((id) => scheme.indicators.find((entry) => entry.id === id)?.name ?? id).join("、");
    default:
      return "";
  }
}

/** Why a bonus counts, in part, or not at all: the gate is on the base and strictly greater (＞80). */
function describeGate({ bonus }: Scheme, score: UnitScore): string {
  if (bonus === null) return "方案不设加分";
  const base = `基础分 ${exact(score.rescaled)}`;
  if (score.rescaled <= bonus.gate) return `${base} 未超过 ${exact(bonus.gate)}，不计加分`;
  const limit = score.bonus < score.bonusEarned ? `，最多加 ${exact(bonus.max)}` : "";
  return `${base} 超过 ${exact(bonus.gate)}${limit}`;
}

function runningTextOf(scheme: Scheme, score: UnitScore, step: ScoringStep): string {
  if (step.kind === "score") return displayScore(scheme, step.running);
  if (step.kind !== "veto") return exact(step.running);
  return score.score === null ? "不合格，不计得分" : exact(step.running);
}

/** Four decimals at most, no idle zeros: 1.28, 3, 81.3394. */
export function exact(points: Points): string {
  return formatPoints(points, 4).replace(/\.?0+$/, "");
}

function signed(points: Points): string {
  return points > 0 ? `+${exact(points)}` : exact(points);
}
