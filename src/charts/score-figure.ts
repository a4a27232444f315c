import { describeEscalation } from "#domain/escalation.ts";
import type { Points } from "#domain/points.ts";
import type { Provenance } from "#domain/provenance.ts";
import { describeQuarter } from "#domain/quarter.ts";
import { describeCoverageGaps, describeScore, type ScoreExplanation } from "#domain/score-explanation.ts";
import { describeSteps } from "#domain/scoring-words.ts";
import type { FigureContent, FigureTable, LegendItem } from "./figure-spec.ts";
import { toSlot } from "./series-slot.ts";
import { toWaterfallSeries } from "./to-waterfall-series.ts";
import { WaterfallChart, waterfallChartHeight } from "./waterfall-chart.tsx";
import type { WaterfallSeries } from "./waterfall-series.ts";

/** 得分怎么来的: one score as a figure with all its words, for the sheet of a score and for the page of a unit. */
export function scoreFigure(
  explanation: ScoreExplanation,
  provenance: Provenance,
  pickedId: string | null = null,
): FigureContent<WaterfallSeries> {
  const { unit, quarter } = explanation;
  const series = toWaterfallSeries(explanation, pickedId);
  return {
    chartKey: "score-waterfall",
    title: "得分怎么来的",
    finding: describeScore(explanation),
    caption: `${unit.name} · ${describeQuarter(quarter)}`,
    legend: toLegend(explanation, series),
    note: describeNote(explanation, series),
    source: provenance.source,
    marks: provenance.marks,
    series,
    Chart: WaterfallChart,
    chartHeight: waterfallChartHeight,
    table: toTable(explanation),
    fileStem: { quarters: quarter, subject: "得分说明", scope: unit.shortName, asOf: provenance.asOf },
  };
}

function toLegend({ scheme, score }: ScoreExplanation, series: WaterfallSeries): LegendItem[] {
  const losing = new Set(score.indicators.filter((entry) => entry.raw > 0).map((entry) => entry.groupId));
  const has = (read: (row: WaterfallSeries["rows"][number]) => boolean) => series.rows.some(read);
  return [
    ...scheme.groups.flatMap(({ id, name }, index) =>
      losing.has(id) ? [{ kind: "fill", label: name, fill: { kind: "series", slot: toSlot(index) } } as const] : [],
    ),
    ...(has((row) => row.disputed > 0) ? [{ kind: "hatch", label: "拟扣、申诉中（未计入）" } as const] : []),
    ...(has((row) => row.held > 0) ? [{ kind: "dashed", label: "扣满后不再扣" } as const] : []),
  ];
}

function describeNote(explanation: ScoreExplanation, series: WaterfallSeries): string {
  const { scheme, score } = explanation;
  const idle = score.indicators.filter((entry) => entry.state === "scored" && entry.raw === 0);
  const deducting = new Set(scheme.indicators.filter((entry) => entry.effect === "deduct").map((entry) => entry.id));
  const count = idle.filter((entry) => deducting.has(entry.indicatorId)).length;
  return [
    "从满分起自上而下累计，横轴为扣分，右列为余分；只有已确认的扣分计入",
    ...(count > 0 && score.state !== "missed" ? [`其余 ${count} 项指标未扣分`] : []),
    ...describeCoverageGaps(explanation),
    ...describeEscalation(scheme),
    ...(series.edges.length > 0 && scheme.tierBasis === "score" ? ["档线按得分换算为扣分"] : []),
  ]
    .join("；")
    .concat("。");
}

function toTable(explanation: ScoreExplanation): FigureTable {
  const { scheme, score, range } = explanation;
  const lines = describeSteps(scheme, score, range?.upheld ?? null);
  const decimals = Math.max(1, ...lines.flatMap(({ step }) => [decimalsOf(step.delta), decimalsOf(step.running)]));
  return {
    columns: [
      { key: "step", head: "步骤", align: "left", kind: "text" },
      { key: "group", head: "一级指标", align: "left", kind: "text" },
      { key: "delta", head: "增减（分）", align: "right", kind: "change", decimals },
      { key: "running", head: "余分", align: "right", kind: "points", decimals },
      ...(range
        ? [{ key: "disputed", head: "拟扣、申诉（未计入）", align: "right", kind: "points", decimals } as const]
        : []),
      { key: "remark", head: "说明", align: "left", kind: "text" },
    ],
    rows: lines.map(({ key, label, remark, step }) => ({
      id: key,
      cells: {
        step: label,
        group: scheme.groups.find((entry) => entry.id === step.groupId)?.name ?? "",
        delta: step.kind === "fullMark" || step.kind === "score" ? "" : step.delta,
        running: step.kind === "veto" && score.score === null ? "不计分" : step.running,
        disputed: step.kind === "indicator" ? step.disputed : "",
        remark: step.kind === "score" ? (score.tier?.name ?? "") : remark,
      },
    })),
  };
}

/** 12800 → 2, 813394 → 4. */
function decimalsOf(points: Points): number {
  return [0, 1, 2, 3].find((digits) => points % 10 ** (4 - digits) === 0) ?? 4;
}
