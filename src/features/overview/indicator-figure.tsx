import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { toSlot } from "#charts/series-slot.ts";
import { isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import { formatPoints } from "#domain/points.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { standUnits } from "#domain/standing.ts";
import { type IndicatorLossCount, topIndicators } from "#domain/top-indicators.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OverviewProps } from "./overview-figure.ts";
import { PageLink } from "./page-link.tsx";
import { SHOWN_INDICATORS, toIndicatorBars, toIndicatorTable } from "./to-indicator-bars.ts";

/** Which indicators cost most points in the quarters that are chosen. */
export function IndicatorFigure({ register, filters, stale }: OverviewProps) {
  const results = useQuarterResults(register, filters.quarters);
  const shown = useMemo(() => toShown(results, filters), [results, filters]);
  if (shown === null) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { standings, losses, series, table } = shown;
  if (losses.length === 0) return <EmptyState sentence="所选单位各项指标均未扣分。" />;
  const provenance = describeProvenance(register.sources, "inspections", standings);
  const used = new Set(losses.slice(0, SHOWN_INDICATORS).map(({ groupId }) => groupId));
  return (
    <Figure
      chartKey="overview-indicators"
      title={`扣分最多的 ${series.rows.length} 项指标`}
      finding={describeTop(standings.quarters, losses)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units"] })}
      legend={standings.scheme.groups.flatMap(({ id, name }, index) =>
        used.has(id) ? [{ kind: "fill", label: name, fill: { kind: "series", slot: toSlot(index) } } as const] : [],
      )}
      note={`单位：分，封顶后各单位合计${standings.quarters.length > 1 ? "，多个季度取平均" : ""}；其后为扣分单位数/适用单位数。`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "总览扣分最多的指标",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={<PageLink path="/deductions" word="单位扣分" picks={filters} />}
    />
  );
}

function toShown(results: readonly QuarterResult[], filters: ResolvedFilters) {
  const [first, ...rest] = results;
  if (first === undefined) return null;
  const standings = standUnits([first, ...rest]);
  const losses = topIndicators(
    standings.scheme,
    standings.rows.filter((row) => isUnitPicked(row.unit, filters)),
  );
  return { standings, losses, series: toIndicatorBars(standings.scheme, losses), table: toIndicatorTable(losses) };
}

/** "2026年三季度重点领域扣 29.4 分居首（24/49 家），前三项合占 36.9%。" */
function describeTop(quarters: Parameters<typeof describeQuarters>[0], losses: readonly IndicatorLossCount[]): string {
  const [first] = losses;
  if (first === undefined) return "各项指标均未扣分。";
  const total = losses.reduce((sum, { loss }) => sum + loss, 0);
  const three = losses.slice(0, 3).reduce((sum, { loss }) => sum + loss, 0);
  return `${describeQuarters(quarters)}${first.name}扣 ${formatPoints(first.loss)} 分居首（${first.losing}/${first.applicable} 家），前三项合占 ${((three / total) * 100).toFixed(1)}%。`;
}
