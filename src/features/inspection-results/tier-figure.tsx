import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable, LegendItem } from "#charts/figure-spec.ts";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import type { StackedBarSeries } from "#charts/stacked-bar-series.ts";
import { type TierRow, toTierSeries } from "#charts/to-tier-series.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { UNIT_SIDE_LABEL, type UnitSide } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeTierShares } from "./describe-inspection.ts";
import { type InspectionView, type PanelProps, type Period, useInspectionView } from "./use-inspection-view.ts";

const SIDES = ["department", "township"] as const satisfies readonly UnitSide[];

/** Units per tier, departments and townships apart, over the base period. */
export function TierFigure({ register, filters, stale }: PanelProps) {
  const view = useInspectionView(register, filters);
  const series = useMemo(() => view && toTierSeries(toRows(view)), [view]);
  const table = useMemo(() => series && toTable(series), [series]);
  if (!view || !series || !table) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { provenance } = view;
  return (
    <Figure
      chartKey="tier-distribution"
      title="档次分布"
      finding={describeTierShares(view.now.summary, view.base)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units", "compare"] })}
      legend={toLegend(series)}
      note="单位：家；每行各段之和为应检单位数。占比按最大余数法取整，合计 100%。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "档次分布",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
}

function toRows({ now, base }: InspectionView): TierRow[] {
  return SIDES.flatMap((side) => [...rowOf(side, now), ...(base ? rowOf(side, base) : [])]);
}

function rowOf(side: UnitSide, period: Period): TierRow[] {
  const summary = period.sides[side];
  if (summary.due === 0) return [];
  const when = describeQuarters(period.results.map((result) => result.quarter));
  return [{ id: `${side}${period.head}`, label: `${UNIT_SIDE_LABEL[side]} ${when}`, summary }];
}

/** In the order of the stack, whichever row a segment first stands in. */
function toLegend(series: StackedBarSeries): LegendItem[] {
  const segments = series.rows.flatMap((row) => row.segments);
  const known = new Map(segments.map((segment) => [segment.id, segment]));
  const order = ["untiered", "vetoed", "missed"];
  return [...known.values()]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ name, fill }) => ({ kind: "fill", label: name, fill }));
}

function toTable(series: StackedBarSeries): FigureTable {
  const names = [...new Set(series.rows.flatMap((row) => row.segments.map((segment) => segment.name)))];
  return {
    columns: [
      { key: "row", head: "范围", align: "left", kind: "text" },
      ...names.map((name) => ({ key: name, head: name, align: "right", kind: "number" }) as const),
      { key: "total", head: "应检", align: "right", kind: "number" },
    ],
    rows: series.rows.map((row) => ({
      id: row.id,
      cells: {
        row: row.label,
        ...Object.fromEntries(
          names.map((name) => [name, row.segments.find((segment) => segment.name === name)?.value ?? 0]),
        ),
        total: row.segments.reduce((sum, segment) => sum + segment.value, 0),
      },
    })),
  };
}
