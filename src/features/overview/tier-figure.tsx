import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable, LegendItem } from "#charts/figure-spec.ts";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import type { StackedBarSeries } from "#charts/stacked-bar-series.ts";
import { toTierSeries } from "#charts/to-tier-series.ts";
import { isUnitPicked } from "#domain/filters.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { summarise } from "#domain/inspection-summary.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter, describeQuarters, latestOf, nameQuarters } from "#domain/quarter.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OverviewProps } from "./overview-figure.ts";
import { PageLink } from "./page-link.tsx";

const SPAN = 4;

/** Units per tier in each of the last four quarters. */
export function TierFigure({ register, filters, stale }: OverviewProps) {
  const last = latestOf(filters.quarters);
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const series = useMemo(
    () =>
      toTierSeries(
        results.map((result) => ({
          id: result.quarter,
          label: describeQuarter(result.quarter),
          summary: summarise([result], (unit) => isUnitPicked(unit, filters)),
        })),
      ),
    [results, filters],
  );
  const table = useMemo(() => toTable(series), [series]);
  if (series.rows.every((row) => row.segments.length === 0))
    return <EmptyState sentence="所选单位在这些季度没有检查。" />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  return (
    <Figure
      chartKey="overview-tiers"
      title="各季度档次分布"
      finding={describeTiers(series)}
      caption={`${describeQuarters(quarters)} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={toLegend(series)}
      note="单位：家；每行各段之和为应检单位数。各季度按当时的分档线。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "总览各季度档次分布",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={<PageLink path="/deductions" word="单位扣分" picks={filters} />}
    />
  );
}

/** "2026年三季度一档 15 家、二档 18 家…；应检 54 家。" */
function describeTiers({ rows }: StackedBarSeries): string {
  const row = rows[rows.length - 1];
  if (row === undefined) return "没有检查。";
  return `${row.label}${row.segments.map((segment) => `${segment.name} ${segment.value} 家`).join("、")}；应检 ${row.totalText}。`;
}

const CLOSING = ["untiered", "vetoed", "missed"];

/** In the order of the stack, whichever row a segment first stands in. */
function toLegend({ rows }: StackedBarSeries): LegendItem[] {
  const known = new Map(rows.flatMap((row) => row.segments).map((segment) => [segment.id, segment]));
  return [...known.values()]
    .sort((a, b) => CLOSING.indexOf(a.id) - CLOSING.indexOf(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ name, fill }) => ({ kind: "fill", label: name, fill }));
}

function toTable({ rows }: StackedBarSeries): FigureTable {
  const names = [...new Map(rows.flatMap((row) => row.segments).map(({ id, name }) => [id, name]))];
  return {
    columns: [
      { key: "row", head: "季度", align: "left", kind: "text" },
      ...names.map(([id, name]) => ({ key: id, head: name, align: "right", kind: "number" }) as const),
      { key: "total", head: "应检", align: "right", kind: "number" },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: {
        row: row.label,
        ...Object.fromEntries(names.map(([id]) => [id, row.segments.find((segment) => segment.id === id)?.value ?? 0])),
        total: row.segments.reduce((sum, segment) => sum + segment.value, 0),
      },
    })),
  };
}
