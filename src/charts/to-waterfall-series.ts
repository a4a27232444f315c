import { formatPoints, formatPointsChange, POINT, type Points } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { ScoreExplanation } from "#domain/score-explanation.ts";
import { verdictOf } from "#domain/score-explanation.ts";
import type { ScoreRange } from "#domain/score-range.ts";
import { displayScore, type UnitScore } from "#domain/scoring.ts";
import { describeSteps, exact, type StepLine } from "#domain/scoring-words.ts";
import { deductionEdges } from "#domain/tier-edge.ts";
import type { MarkFill } from "./chart.ts";
import { toSlot } from "./series-slot.ts";
import type { WaterfallRow, WaterfallSeries } from "./waterfall-series.ts";

/**
 * The score as a waterfall in lost points: 0 is the full mark, every loss goes to the right, so that the axis starts at
 * 0, a finding of 0.2 points is visible, and the tier edges stand where they stand in the ranked bars. `pickedId` is the
 * step whose findings are shown.
 */
export function toWaterfallSeries(explanation: ScoreExplanation, pickedId: string | null = null): WaterfallSeries {
  const { scheme, unit, score, range } = explanation;
  const lines = describeSteps(scheme, score, range?.upheld ?? null);
  const rows: WaterfallRow[] = [];
  const decimals = decimalsOf(lines);
  let at = 0;
  for (const line of lines) {
    const row = toRow(explanation, line, { at, decimals });
    rows.push({ ...row, picked: row.id === pickedId });
    at = row.kind === "end" ? at : row.to;
  }
  if (range !== null && score.state === "scored") rows.push(toUpheld(scheme, range, at));
  const ends = rows.flatMap((row) => [row.from, row.to, row.to + Math.max(row.held, row.disputed)]);
  const furthest = Math.max(0, ...ends);
  const edges = deductionEdges(scheme, unit.class).map(({ value, label }) => ({ value: value / POINT, label }));
  // The edge ahead says how much room is left; those beyond it would only shrink the bars.
  const next = edges.findIndex((edge) => edge.value >= furthest);
  const shown = next < 0 ? edges : edges.slice(0, next + 1);
  return {
    rows,
    minimum: Math.min(0, ...ends.map((end) => -axisEnd(-end))),
    maximum: axisEnd(Math.max(furthest, ...shown.map((edge) => edge.value))),
    edges: shown,
    axisTitle: "扣分（分）",
    runningHead: "余分",
  };
}

/** Where a step starts, and how many decimals its numbers have. */
interface Place {
  at: number;
  decimals: number;
}

function toRow(explanation: ScoreExplanation, line: StepLine, { at, decimals }: Place): WaterfallRow {
  const { step } = line;
  const lost = -step.delta / POINT;
  const base = {
    id: line.key,
    label: line.label,
    kind: "step",
    from: at,
    to: at + lost,
    fill: { kind: "plain", weight: 2 },
    valueText: formatPointsChange(step.delta, decimals),
    remark: line.remark,
    runningText: formatPoints(step.running, decimals),
    held: 0,
    disputed: 0,
    tier: null,
    lines: toLines(explanation, line),
    isPickable: false,
    picked: false,
  } satisfies WaterfallRow;
  switch (step.kind) {
    case "fullMark":
      return { ...base, kind: "start", from: 0, to: 0, valueText: "" };
    case "attainable":
      // Points that cannot be had are not lost: what remains is brought to the full mark later.
      return { ...base, to: at };
    case "indicator":
      return { ...base, ...toIndicator(explanation, line) };
    case "rescale":
      return rescaled(explanation, base, { at, decimals });
    case "bonus":
      return { ...base, isPickable: true };
    case "veto":
      return toVeto(explanation.score, base);
    case "score":
      return toEnd(explanation, base, at);
  }
}

function toIndicator({ scheme }: ScoreExplanation, { step, remark }: StepLine) {
  const group = scheme.groups.findIndex((entry) => entry.id === step.groupId);
  return {
    fill: { kind: "series", slot: toSlot(Math.max(0, group)) } satisfies MarkFill,
    held: step.held / POINT,
    disputed: step.disputed / POINT,
    remark: [remark, step.disputed > 0 ? `未定 ${exact(step.disputed)}` : ""].filter((text) => text !== "").join("，"),
    isPickable: true,
  };
}

/** The step leads to the deduction on the full-mark scale, whatever the points that could be had. */
function rescaled({ scheme, score }: ScoreExplanation, base: WaterfallRow, { at, decimals }: Place): WaterfallRow {
  const to = score.countedDeduction / POINT;
  const change = Math.round((at - to) * POINT);
  return {
    ...base,
    to,
    valueText: change === 0 ? "" : formatPointsChange(change, decimals),
    remark: `余 ${base.remark} = ${short(scheme.fullMark - score.countedDeduction)}`,
  };
}

function toVeto(score: UnitScore, base: WaterfallRow): WaterfallRow {
  const isBlank = score.score === null;
  return {
    ...base,
    kind: "veto",
    fill: { kind: "overdue" },
    valueText: isBlank ? "" : base.valueText,
    runningText: isBlank ? "不计分" : base.runningText,
    isPickable: true,
  };
}

function toEnd({ scheme, score }: ScoreExplanation, base: WaterfallRow, at: number): WaterfallRow {
  return {
    ...base,
    kind: "end",
    from: 0,
    to: at,
    fill: { kind: "plain", weight: 1 },
    valueText: score.tier?.name ?? "",
    remark: "",
    runningText: displayScore(scheme, score.score ?? 0),
    tier: score.tier === null ? null : { level: score.tier.level, name: score.tier.name },
  };
}

/** The other end of the range: where the score comes to rest if every disputed finding is upheld. */
function toUpheld(scheme: Scheme, { withdrawn, upheld }: ScoreRange, at: number): WaterfallRow {
  const isVetoed = upheld.state === "vetoed";
  return {
    id: "upheld",
    label: "若全部成立",
    kind: isVetoed ? "veto" : "end",
    from: at,
    to: at,
    fill: { kind: "nodata" },
    valueText: isVetoed ? "" : (upheld.tier?.name ?? ""),
    remark: isVetoed ? "单项否决" : "",
    runningText: upheld.score === null ? "不计分" : displayScore(scheme, upheld.score),
    held: 0,
    disputed: Math.max(0, (withdrawn.score ?? 0) - (upheld.score ?? withdrawn.score ?? 0)) / POINT,
    tier: upheld.tier === null ? null : { level: upheld.tier.level, name: upheld.tier.name },
    lines: [
      ["若拟扣、申诉全部成立", verdictOf(scheme, upheld)],
      ["若全部撤销", verdictOf(scheme, withdrawn)],
    ],
    isPickable: false,
    picked: false,
  };
}

/** What tooltip and screen reader say besides the name. */
function toLines({ totals, range, scheme }: ScoreExplanation, line: StepLine): [string, string][] {
  const { step } = line;
  const lines: [string, string][] = [];
  if (step.kind === "indicator" || step.kind === "bonus") lines.push(["增减", `${line.deltaText} 分`]);
  const total = totals.filter((entry) => entry.indicatorId === step.indicatorId);
  const confirmed = total.reduce((sum, entry) => sum + entry.confirmedCount, 0);
  const disputed = total.reduce((sum, entry) => sum + entry.disputedCount, 0);
  if (step.kind === "indicator") lines.push(["已确认", `${confirmed} 条`]);
  if (disputed > 0) lines.push(["拟扣、申诉中", `${disputed} 条，若成立再扣 ${exact(step.disputed)} 分`]);
  if (line.remark !== "") lines.push(["说明", line.remark]);
  if (step.kind === "score" && range !== null)
    lines.push(
      ["若拟扣、申诉全部成立", verdictOf(scheme, range.upheld)],
      ["若全部撤销", verdictOf(scheme, range.withdrawn)],
    );
  lines.push([step.kind === "score" ? "得分" : "余分", line.runningText]);
  return lines;
}

/** One or two decimals, the same for every mark; the table has all four. */
function decimalsOf(lines: readonly StepLine[]): number {
  return lines.every(({ step }) => step.delta % 1000 === 0 && step.running % 1000 === 0) ? 1 : 2;
}

/** Two decimals at most in words. */
function short(points: Points): string {
  return formatPoints(points, 2).replace(/\.?0+$/, "");
}

/** Whole points with room for a label: 7.4 → 8, 11.2 → 12, 0.3 → 1. */
function axisEnd(value: number): number {
  if (value <= 0) return 0;
  const step = [10, 2].find((candidate) => value > candidate * 8) ?? 1;
  return Math.ceil(value / step) * step;
}
