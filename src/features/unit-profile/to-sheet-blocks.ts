import type { SheetBlock, SheetItem } from "#charts/unit-sheet-series.ts";
import { formatPoints } from "#domain/points.ts";
import { previousQuarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { ERROR_SEVERITY_LABEL, ERROR_TYPE_LABEL, RECTIFICATION_STATE_LABEL } from "#domain/rectification.ts";
import { byTimeLeft, type ClockReading, clockAt, describeClock, isOverdue } from "#domain/rectification-clock.ts";
import { describeCoverageGaps, explainScore } from "#domain/score-explanation.ts";
import { displayScore, type UnitScore } from "#domain/scoring.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { resultOf, type UnitSheetFacts } from "./unit-sheet-facts.ts";

const TOP = 5;

/** The indicators that cost most, each with the finding that cost most of it. */
export function toDeductionBlock(facts: UnitSheetFacts): SheetBlock {
  const result = resultOf(facts);
  const score = result?.scores.get(facts.unit.id);
  const losses = losingIndicators(score);
  const rest = losses.slice(TOP);
  const left = rest.reduce((sum, entry) => sum + entry.loss, 0);
  return {
    title: "扣分最多的指标与依据",
    items: losses.slice(0, TOP).map(({ indicatorId, loss, capped }): SheetItem => {
      const own = facts.findings
        .filter((finding) => finding.indicatorId === indicatorId && finding.status === "confirmed")
        .sort((a, b) => b.points - a.points);
      const [worst] = own;
      const words = worst === undefined ? "" : `：${worst.problem}（${worst.occurredOn.slice(5)}）`;
      return {
        id: indicatorId,
        lead: `${nameOf(result, indicatorId)}${capped ? "（扣满）" : ""}`,
        value: formatPoints(-loss),
        text: `${own.length} 条${words}`,
        tone: null,
      };
    }),
    empty: score === undefined || score.state === "missed" ? "本季度没有检查结果。" : "各项指标均未扣分。",
    more: rest.length === 0 ? "" : `另有 ${rest.length} 项，共扣 ${formatPoints(left)} 分`,
  };
}

function losingIndicators(score: UnitScore | undefined) {
  return [...(score?.indicators ?? [])].filter((entry) => entry.loss > 0).sort((a, b) => b.loss - a.loss);
}

function nameOf(result: QuarterResult | undefined, indicatorId: string): string {
  return result?.scheme.indicators.find((entry) => entry.id === indicatorId)?.name ?? indicatorId;
}

const MOST_CASES = 3;

/** Open cases, the first to fall due at the head. */
export function toDeadlineBlock({ cases, now }: UnitSheetFacts): SheetBlock {
  const open = cases
    .flatMap((entry) => {
      const reading = clockAt(entry.progress, now);
      return reading === null || entry.progress.state === "passed" ? [] : [{ entry, reading }];
    })
    .sort((a, b) => Number(isStopped(a.reading)) - Number(isStopped(b.reading)) || byTimeLeft(a.reading, b.reading));
  return {
    title: `在办整改 ${open.length} 条`,
    items: open.slice(0, MOST_CASES).map(({ entry, reading }): SheetItem => {
      const { severity, state } = entry.progress;
      return {
        id: entry.id,
        lead: ERROR_TYPE_LABEL[entry.errorType],
        value: isStopped(reading) ? RECTIFICATION_STATE_LABEL[state] : describeClock(reading),
        text: `${ERROR_SEVERITY_LABEL[severity]} · ${formatShanghai(reading.dueAt).slice(5)} 到期 · ${RECTIFICATION_STATE_LABEL[state]}`,
        tone: toneOf(reading),
      };
    }),
    empty: "没有在办的整改。",
    more: open.length > MOST_CASES ? `另有 ${open.length - MOST_CASES} 条` : "",
  };
}

function isStopped(reading: ClockReading): boolean {
  return reading.mode === "stopped";
}

function toneOf(reading: ClockReading): SheetItem["tone"] {
  if (isOverdue(reading)) return "overdue";
  return reading.mode === "running" && reading.step === "soon" ? "soon" : null;
}

/** As many outcomes as the foot of the sheet has room for, in legal order. */
const MOST_OUTCOMES = 4;

/** What became of the applications. */
export function toApplicationBlock({ applications }: UnitSheetFacts): SheetBlock {
  if (applications === null)
    return { title: "依申请公开", items: [], empty: "没有台账，也没有年报（未报）。", more: "" };
  const { period, received, carriedOver, carriedForward, outcomes, onTime } = applications;
  const items: SheetItem[] = [
    item("received", "新收＋结转", `${received} + ${carriedOver} 件`),
    ...outcomes.slice(0, MOST_OUTCOMES).map(({ id, label, text }) => item(id, label, `${text} 件`)),
    item("carriedForward", "结转继续办理", `${carriedForward} 件`),
    ...(onTime === null ? [] : [item("onTime", "到期按期答复", `${onTime} 件`)]),
  ];
  return { title: `依申请公开（${period}）`, items, empty: "", more: "" };
}

function item(id: string, lead: string, value: string): SheetItem {
  return { id, lead, value, text: "", tone: null };
}

/** As many as the foot of the sheet has room for, the weightiest first. */
const MOST_NOTES = 3;

/** What a reader must know before taking the numbers as they stand. */
export function toNoteBlock(facts: UnitSheetFacts): SheetBlock {
  const result = resultOf(facts);
  const explanation = result === undefined ? null : explainScore(result, facts.unit.id);
  const items: SheetItem[] = [];
  if (explanation?.range) {
    const { disputedCount, upheld } = explanation.range;
    const end = upheld.score === null ? "将被否决" : `得 ${displayScore(explanation.scheme, upheld.score)} 分`;
    items.push({ ...item("disputed", "拟扣、申诉中", `${disputedCount} 条`), text: `未计入；若全部成立，${end}` });
  }
  const repeated = repeatedLosses(facts);
  if (repeated.length > 0)
    items.push({ ...item("repeated", "连续两季度扣分", `${repeated.length} 项`), text: repeated.join("、") });
  for (const [index, gap] of (explanation === null ? [] : describeCoverageGaps(explanation)).entries()) {
    const [lead = gap, text = ""] = gap.split("：");
    items.push({ ...item(`gap-${index}`, lead, ""), text });
  }
  return { title: "备注", items: items.slice(0, MOST_NOTES), empty: "无。", more: "" };
}

/** Indicators that cost points in this quarter and in the one before. */
function repeatedLosses({ results, quarter, unit }: UnitSheetFacts): string[] {
  const losing = (of: QuarterResult | undefined) => losingIndicators(of?.scores.get(unit.id));
  const now = results.find((result) => result.quarter === quarter);
  const before = new Set(
    losing(results.find((result) => result.quarter === previousQuarter(quarter))).map((entry) => entry.indicatorId),
  );
  return losing(now).flatMap(({ indicatorId }) => (before.has(indicatorId) ? [nameOf(now, indicatorId)] : []));
}
