import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { formatPoints, type Points } from "./points.ts";
import { describeQuarter, type Quarter } from "./quarter.ts";
import type { QuarterResult } from "./quarter-result.ts";
import type { Scheme } from "./scheme.ts";
import { type ScoreRange, scoreRange } from "./score-range.ts";
import { displayScore, type UnitScore } from "./scoring.ts";
import { CAP_LEVEL_LABEL, exact } from "./scoring-words.ts";
import { deductionEdges, type TierEdge } from "./tier-edge.ts";
import type { Unit } from "./unit.ts";

/** One unit's score in one quarter with everything that it is explained by. */
export interface ScoreExplanation {
  unit: Unit;
  quarter: Quarter;
  scheme: Scheme;
  coverage: Coverage | undefined;
  totals: readonly DeductionTotal[];
  score: UnitScore;
  /** null when nothing is disputed. */
  range: ScoreRange | null;
}

/** null when the quarter does not know the unit. */
export function explainScore(result: Omit<QuarterResult, "inspection">, unitId: string): ScoreExplanation | null {
  const unit = result.units.find((entry) => entry.id === unitId);
  const score = result.scores.get(unitId);
  if (unit === undefined || score === undefined) return null;
  const { quarter, scheme } = result;
  const coverage = result.coverage.get(unitId);
  const totals = result.totals.get(unitId) ?? [];
  return { unit, quarter, scheme, coverage, totals, score, range: scoreRange(scheme, unit, coverage, totals) };
}

/** How many indicators a sentence names. */
const NAMED = 3;

/** "归雁镇三季度得 91.4 分，扣 8.6 分，四档；扣分最多的是……；解读形式本项扣满；2 条未定，若全部成立得 90.2 分。" */
export function describeScore(explanation: ScoreExplanation): string {
  const { unit, quarter, scheme, score } = explanation;
  const head = `${unit.shortName}${describeQuarter(quarter)}`;
  if (score.state === "missed")
    return `${head}未检查${score.missedReason ? `（${score.missedReason}）` : ""}，没有得分。`;
  const clauses = [
    `${head}${verdictOf(scheme, score)}，共扣 ${formatPoints(score.countedDeduction)} 分`,
    ...describeHeaviest(scheme, score),
    ...describeCaps(scheme, score),
    ...describeDispute(explanation),
    ...describeNextEdge(explanation),
  ];
  return `${clauses.join("；")}。`;
}

/** "得 91.4 分、四档", "单项否决（首页超两周未更新），不计得分" */
export function verdictOf(scheme: Scheme, score: UnitScore): string {
  if (score.state === "missed") return "未检查";
  const tier = score.tier === null ? "" : `，列${score.tier.name}`;
  if (score.state === "scored") return `得 ${displayScore(scheme, score.score ?? 0)} 分${tier}`;
  const names = score.vetoes.map((id) => scheme.indicators.find((entry) => entry.id === id)?.name ?? id).join("、");
  const end = score.score === null ? "不计得分" : `按方案记 ${displayScore(scheme, score.score)} 分`;
  return `单项否决（${names}），${end}`;
}

function describeHeaviest(scheme: Scheme, score: UnitScore): string[] {
  const top = score.indicators
    .filter((entry) => entry.loss > 0)
    .sort((a, b) => b.loss - a.loss)
    .slice(0, NAMED);
  if (top.length === 0) return [];
  return [
    `扣分最多的是${top.map((entry) => `${nameOf(scheme, entry.indicatorId)} ${exact(entry.loss)} 分`).join("、")}`,
  ];
}

function describeCaps(scheme: Scheme, score: UnitScore): string[] {
  const capped = score.indicators.filter((entry) => entry.capped);
  return capped.slice(0, NAMED).map((entry) => {
    const words = entry.caps.map((level) => CAP_LEVEL_LABEL[level]).join("、");
    return `${nameOf(scheme, entry.indicatorId)}${words}（应扣 ${exact(entry.raw)}，实扣 ${exact(entry.loss)}）`;
  });
}

/** "另有 2 条拟扣或申诉，若全部成立得 90.2 分，列四档" */
export function describeDispute({ scheme, range }: Pick<ScoreExplanation, "scheme" | "range">): string[] {
  return range === null
    ? []
    : [`另有 ${range.disputedCount} 条拟扣或申诉未计入，若全部成立则${verdictOf(scheme, range.upheld)}`];
}

/** What says nothing about the unit: "不适用：政策文件", "未报：年报编制". */
export function describeCoverageGaps({ scheme, score }: Pick<ScoreExplanation, "scheme" | "score">): string[] {
  if (score.state === "missed") return [];
  const names = (state: "notApplicable" | "notReported") =>
    score.indicators.filter((entry) => entry.state === state).map((entry) => nameOf(scheme, entry.indicatorId));
  const [without, unreported] = [names("notApplicable"), names("notReported")];
  return [
    ...(without.length > 0 ? [`不适用：${without.join("、")}`] : []),
    ...(unreported.length > 0 ? [`未报（不计为 0）：${unreported.join("、")}`] : []),
  ];
}

/** Room to the next worse tier, for a unit that has one. */
function describeNextEdge({ scheme, unit, score }: ScoreExplanation): string[] {
  if (score.state !== "scored" || score.tier === null) return [];
  const next = deductionEdges(scheme, unit.class).find((edge) => edge.better === score.tier?.name);
  if (next === undefined) return [];
  const room = roomTo(next, scheme, score);
  return [room === 0 ? `正在${next.label}上` : `距${next.label}还有 ${exact(room)} 分`];
}

/** A scheme that cuts tiers on the score counts the bonus as well. */
function roomTo(edge: TierEdge, scheme: Scheme, score: UnitScore): Points {
  const judged = scheme.tierBasis === "score" ? score.countedDeduction - score.bonus : score.countedDeduction;
  return edge.value - judged;
}

function nameOf(scheme: Scheme, indicatorId: string): string {
  return scheme.indicators.find((entry) => entry.id === indicatorId)?.name ?? indicatorId;
}
