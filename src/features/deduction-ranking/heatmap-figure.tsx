import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { HeatmapChart, heatmapChartHeight } from "#charts/heatmap-chart.tsx";
import { readHeatmapPick } from "#charts/heatmap-layout.ts";
import type { HeatmapSeries } from "#charts/heatmap-series.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { formatPoints } from "#domain/points.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { deductingIndicators } from "#domain/standing.ts";
import { topIndicators } from "#domain/top-indicators.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { narrowTo } from "./rank-standings.ts";
import { latestQuarterOf, type OpenScore } from "./score-dialog.tsx";
import { toHeatmapSeries } from "./to-heatmap-series.ts";
import { toHeatmapTable } from "./to-heatmap-table.ts";
import { type DeductionView, type PanelProps, shownStandings, useDeductionView } from "./use-deduction-view.ts";

interface HeatmapFigureProps extends Omit<PanelProps, "pickUnit"> {
  openScore: OpenScore;
}

export function HeatmapFigure({ register, filters, stale, openScore }: HeatmapFigureProps) {
  const view = useDeductionView(register, filters);
  const shown = useMemo(() => view && toShown(view, filters, register.units), [view, filters, register.units]);
  if (!view || !shown) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { standings, provenance } = view;
  const explain = (cell: string) => {
    const { rowId: unitId, columnId } = readHeatmapPick(cell);
    const quarter = latestQuarterOf(view, unitId);
    if (quarter !== null) openScore({ quarter, unitId, step: costsIn(view, unitId, columnId) });
  };
  return (
    <Figure
      chartKey="deduction-heatmap"
      title="单位 × 指标扣分热力表"
      finding={describeHeatmap(view)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units", "sort"] })}
      legend={toLegend(shown.series)}
      note={describeNote(view, filters)}
      pictures={shown.pictures}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={HeatmapChart}
      chartHeight={heatmapChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(standings.quarters),
        subject: "单位指标扣分热力表",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      onPick={explain}
    />
  );
}

/** The step of the score that a cell stands for; none where the indicator cost nothing. */
function costsIn({ standings }: DeductionView, unitId: string, indicatorId: string): string | null {
  const standing = standings.rows.find((row) => row.unitId === unitId);
  return (standing?.indicators.get(indicatorId)?.loss ?? 0) > 0 ? `indicator.${indicatorId}` : null;
}

function toShown(view: DeductionView, filters: ResolvedFilters, units: readonly Unit[]) {
  const series = toHeatmapSeries(view.standings, view.ranked);
  return {
    series,
    table: toHeatmapTable(view.standings.scheme, view.ranked),
    pictures: toPictures(view, filters, series, units),
  };
}

const RAMP = [1, 2, 3, 4, 5, 6] as const;

function toLegend(series: HeatmapSeries): LegendItem[] {
  return [
    { kind: "text", label: "单元格为扣分（分）：" },
    ...RAMP.map((step, index) => ({ kind: "ramp", label: series.rampLabels[index] ?? "", step }) as const),
    { kind: "zero", label: "未扣分" },
    { kind: "dash", label: "不适用" },
    { kind: "dashed", label: "未报" },
  ];
}

/** "重点领域扣分最多（29.4 分，24/49 家），其次为栏目更新（…）…" */
function describeHeatmap(view: DeductionView): string {
  const [first, ...others] = topIndicators(view.standings.scheme, shownStandings(view)).slice(0, 3);
  if (!first) return "所选单位各项指标均未扣分。";
  const words = (entry: typeof first) =>
    `${entry.name}（${formatPoints(entry.loss)} 分，${entry.losing}/${entry.applicable} 家）`;
  const next =
    others.length > 0
      ? `，其次为${others.map((entry) => `${entry.name}（${formatPoints(entry.loss)} 分，${entry.losing}/${entry.applicable} 家）`).join("、")}`
      : "";
  return `扣分最多的是${words(first)}${next}。`;
}

/** One picture a class: both together are longer than a page of a circular. */
function toPictures(view: DeductionView, filters: ResolvedFilters, series: HeatmapSeries, units: readonly Unit[]) {
  if (view.ranked.length < 2) return [];
  return view.ranked.flatMap((panel) => {
    const own = series.panels.find((entry) => entry.id === panel.group.id);
    if (!own) return [];
    const scope = narrowTo(panel.group, filters);
    return [
      {
        suffix: panel.group.label.replace(" · ", ""),
        title: `${describeQuarters(view.standings.quarters)}${panel.group.label}指标扣分热力表`,
        finding: describeHeatmap({ ...view, ranked: [panel] }),
        caption: describeFilters(scope, units, {
          parts: ["quarters", "units", "sort"],
          names: Number.POSITIVE_INFINITY,
        }),
        series: { ...series, panels: [own] },
      },
    ];
  });
}

function describeNote(view: DeductionView, filters: ResolvedFilters): string {
  const rescaled = view.ranked.some((panel) =>
    panel.rows.some(({ standing }) =>
      [...standing.indicators.values()].some((entry) => entry.state === "notApplicable"),
    ),
  );
  return [
    filters.sort === "points" ? "行序为扣分从多到少" : "行序为固定顺序",
    "结论括注为扣分单位数/适用单位数",
    `共 ${deductingIndicators(view.standings.scheme).length} 项指标，单元格为封顶后的扣分`,
    ...(rescaled ? ["有不适用指标的单位，合计已折算到满分，可能大于各格之和"] : []),
    ...(view.standings.schemes.length > 1 ? ["所选季度跨两版评分规则，列按最近一版"] : []),
  ]
    .join("；")
    .concat("。");
}
