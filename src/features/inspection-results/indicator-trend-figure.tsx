import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable, LegendItem } from "#charts/figure-spec.ts";
import { HeatmapChart, heatmapChartHeight } from "#charts/heatmap-chart.tsx";
import { isUnitPicked } from "#domain/filters.ts";
import { meanLoss, sumQuarters, trendIndicators } from "#domain/indicator-trend.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter, nameQuarters, type Quarter } from "#domain/quarter.ts";
import { groundsOf, schemeChanges } from "#domain/quarter-result.ts";
import { sideOf, UNIT_SIDE_LABEL, type UnitSide } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeIndicatorTrend } from "./describe-movement.ts";
import { type TrendSide, toIndicatorTrendSeries } from "./to-indicator-trend-series.ts";
import type { PanelProps } from "./use-inspection-view.ts";

/** Quarters that the heatmap looks back over, as the score trend does. */
const SPAN = 8;
const SIDES = ["department", "township"] as const satisfies readonly UnitSide[];
const RAMP = [1, 2, 3, 4, 5, 6] as const;

/** Which indicators stay the problem, and which were put right. */
export function IndicatorTrendFigure({ register, filters, stale }: PanelProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const shown = useMemo(() => {
    const sides = SIDES.flatMap((side): TrendSide[] => {
      const trends = trendIndicators(results, (unit) => sideOf(unit) === side && isUnitPicked(unit, filters));
      const isEmpty = trends.every((trend) => sumQuarters(trend).scored === 0);
      return isEmpty ? [] : [{ id: side, title: UNIT_SIDE_LABEL[side], trends }];
    });
    const known = results.map((result) => result.quarter);
    return { sides, series: toIndicatorTrendSeries(sides, known), table: toTable(sides, known) };
  }, [results, filters]);
  if (shown.sides.length === 0) return <EmptyState sentence="所选单位在这些季度没有得分。" />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  const [first = last, ...rest] = quarters;
  const changes = schemeChanges(results).map(({ index, label }) => {
    const quarter = results[index]?.quarter;
    return `${quarter === undefined ? "" : describeQuarter(quarter)}${label}`;
  });
  return (
    <Figure
      chartKey="indicator-trend"
      title="指标 × 季度扣分热力表"
      finding={describeIndicatorTrend(shown.sides)}
      caption={describeFilters({ ...filters, quarters: [first, ...rest] }, register.units, {
        parts: ["quarters", "units"],
      })}
      legend={toLegend(shown.series.rampLabels)}
      note={[
        "单位：分/家，封顶后的扣分除以该指标适用的实检单位数；“平均”按各季度家次合并计算",
        "——为当季方案没有这项指标或不适用",
        ...(changes.length > 0 ? [`${changes.join("；")}，前后不宜直接比较`] : []),
      ]
        .join("；")
        .concat("。")}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={HeatmapChart}
      chartHeight={heatmapChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "指标季度扣分热力表",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
}

function toLegend(labels: readonly string[]): LegendItem[] {
  return [
    { kind: "text", label: "单元格为每家平均扣分（分）：" },
    ...RAMP.map((step, index) => ({ kind: "ramp", label: labels[index] ?? "", step }) as const),
    { kind: "zero", label: "未扣分" },
    { kind: "dash", label: "没有这项指标" },
  ];
}

function toTable(sides: readonly TrendSide[], quarters: readonly Quarter[]): FigureTable {
  return {
    columns: [
      { key: "side", head: "类别", align: "left", kind: "text" },
      { key: "indicator", head: "指标", align: "left", kind: "text" },
      ...quarters.map(
        (quarter) =>
          ({ key: quarter, head: describeQuarter(quarter), align: "right", kind: "points", decimals: 2 }) as const,
      ),
      { key: "mean", head: "平均", align: "right", kind: "points", decimals: 2 },
      { key: "scored", head: "家次", align: "right", kind: "number" },
    ],
    rows: sides.flatMap((side) =>
      side.trends.map((trend) => {
        const sum = sumQuarters(trend);
        return {
          id: `${side.id}${trend.indicatorId}`,
          cells: {
            side: side.title,
            indicator: trend.name,
            ...Object.fromEntries(quarters.map((quarter, at) => [quarter, meanLoss(trend.quarters[at] ?? null)])),
            mean: meanLoss(sum),
            scored: sum.scored,
          },
        };
      }),
    ),
  };
}
