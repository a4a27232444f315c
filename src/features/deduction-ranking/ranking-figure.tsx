import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture, LegendItem } from "#charts/figure-spec.ts";
import { RankedBarChart, rankedBarChartHeight, rankedBarFreeBox } from "#charts/ranked-bar-chart.tsx";
import type { RankedBarSeries } from "#charts/ranked-bar-series.ts";
import { isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import { summarise } from "#domain/inspection-summary.ts";
import { formatPoints } from "#domain/points.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { NEAR_BAND } from "#domain/tier-edge.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeCoverage, describeRankingFinding, describeTiers } from "./describe-ranking.ts";
import { NearEdgeList } from "./near-edge-list.tsx";
import { narrowTo } from "./rank-standings.ts";
import { toRankingSeries } from "./to-ranking-series.ts";
import { toRankingTable } from "./to-ranking-table.ts";
import { type DeductionView, type PanelProps, useDeductionView } from "./use-deduction-view.ts";

export function RankingFigure({ register, filters, stale, pickUnit }: PanelProps) {
  const view = useDeductionView(register, filters);
  const shown = useMemo(() => view && toShown(view, filters, register.units), [view, filters, register.units]);
  if (!view || !shown)
    return <EmptyState sentence="所选季度没有适用的考核方案。" advice="请在台账中补充方案的适用季度后重新导入。" />;
  const { standings, provenance } = view;
  return (
    <Figure
      chartKey="deduction-ranking"
      title={standings.quarters.length > 1 ? "各单位季均扣分及构成" : "各单位扣分及构成"}
      finding={shown.finding}
      caption={describeFilters(filters, register.units)}
      legend={shown.legend}
      note={describeNote(view)}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={RankedBarChart}
      chartHeight={rankedBarChartHeight}
      freeBox={rankedBarFreeBox}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(standings.quarters),
        subject: "各单位扣分",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      pictures={shown.pictures}
      stale={stale}
      onPick={pickUnit}
    >
      <NearEdgeList view={view} />
    </Figure>
  );
}

function toShown(view: DeductionView, filters: ResolvedFilters, units: readonly Unit[]) {
  const series = toRankingSeries(view.standings, view.ranked, view.base, view.upheld);
  return {
    series,
    finding: describeRankingFinding(view.ranked, view.results, view.isPicked),
    legend: toLegend(series),
    table: toRankingTable(view.standings.scheme, view.ranked, view.base, view.upheld),
    pictures: toPictures(view, filters, series, units),
  };
}

function toLegend(series: RankedBarSeries): LegendItem[] {
  const rows = series.panels.flatMap((panel) => panel.rows);
  const hasEdges = series.panels.some((panel) => panel.edges.length > 0);
  return [
    ...series.groups.map(({ name, slot }) => ({ kind: "fill", label: name, fill: { kind: "series", slot } }) as const),
    ...(hasEdges ? [{ kind: "band", label: `档线 ±${series.nearBand} 分` } as const] : []),
    ...(rows.some((row) => row.disputed > 0) ? [{ kind: "hatch", label: "拟扣、申诉中" } as const] : []),
    ...(rows.some((row) => row.state === "missed")
      ? [{ kind: "fill", label: "未检", fill: { kind: "nodata" } } as const]
      : []),
  ];
}

function describeNote(view: DeductionView): string {
  const { standings, summary } = view;
  const classes = [...new Set(standings.rows.map((row) => row.unit.class))];
  return [
    standings.quarters.length > 1 ? "单位：分，取所选各季度均值" : "单位：分，扣分越少越好",
    "分值相同位次相同（1-1-3），“—”不参加排位（否决、未检）",
    describeTiers(standings.scheme, classes),
    ...(standings.scheme.classTiers.length > 0 ? [`临界指距档线不超过 ${formatPoints(NEAR_BAND)} 分`] : []),
    ...(standings.schemes.length > 1 ? ["所选季度跨两版评分规则，分档按最近一版"] : []),
    describeCoverage(summary),
  ]
    .join("。")
    .concat("。");
}

/** One picture a class: the circular prints departments and townships apart. */
function toPictures(
  view: DeductionView,
  filters: ResolvedFilters,
  series: RankedBarSeries,
  units: readonly Unit[],
): FigurePicture<RankedBarSeries>[] {
  if (view.ranked.length < 2) return [];
  return view.ranked.flatMap((panel) => {
    const own = series.panels.find((entry) => entry.id === panel.group.id);
    if (!own) return [];
    const scope = narrowTo(panel.group, filters);
    const isPicked = (unit: Unit) => isUnitPicked(unit, scope);
    return [
      {
        suffix: panel.group.label.replace(" · ", ""),
        title: `${describeQuarters(view.standings.quarters)}各${panel.group.label}扣分及构成`,
        finding: describeRankingFinding([panel], view.results, isPicked),
        caption: describeFilters(scope, units, { names: Number.POSITIVE_INFINITY }),
        series: { ...series, panels: [own] },
        legend: toLegend({ ...series, panels: [own] }),
        note: describeNote({ ...view, summary: summarise(view.results, isPicked) }),
      },
    ];
  });
}
