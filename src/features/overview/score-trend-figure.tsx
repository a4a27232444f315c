import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import { LazyTrendLineChart } from "#charts/lazy-trend-line-chart.tsx";
import { toScoreTrendSeries } from "#charts/to-score-trend-series.ts";
import { trendLineChartHeight } from "#charts/trend-layout.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { toTrendTable } from "#charts/trend-table.ts";
import { isUnitPicked } from "#domain/filters.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarters, latestOf, nameQuarters } from "#domain/quarter.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OverviewProps } from "./overview-figure.ts";
import { PageLink } from "./page-link.tsx";

const SPAN = 8;

/** How the scores went over two years, departments and townships apart. */
export function ScoreTrendFigure({ register, filters, stale }: OverviewProps) {
  const last = latestOf(filters.quarters);
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const series = useMemo(() => toScoreTrendSeries(results, (unit) => isUnitPicked(unit, filters)), [results, filters]);
  const table = useMemo(() => toTrendTable(series), [series]);
  if (series.lines.length === 0) return <EmptyState sentence="所选单位在这些季度没有得分。" />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  return (
    <Figure
      chartKey="overview-score-trend"
      title="平均得分走势"
      finding={describeTrend(series)}
      caption={`${describeQuarters(quarters)} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={[]}
      note="单位：分。按有得分的实检单位平均；纵轴不从 0 起，换用评分规则前后不宜直接比较。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={LazyTrendLineChart}
      chartHeight={trendLineChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "总览平均得分走势",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={<PageLink path="/inspections" word="季度检查" picks={filters} />}
    />
  );
}

/** "最近一季部门 95.6 分、镇街 95.2 分，一年前 94.8、94.1 分。" */
function describeTrend({ lines, labels }: TrendSeries): string {
  const at = labels.length - 1;
  const text = (index: number) =>
    lines
      .map(({ name, values, valueTexts }) =>
        typeof values[index] === "number" ? `${name} ${valueTexts[index]} 分` : `${name}没有得分`,
      )
      .join("、");
  const yearAgo = at - 4;
  return yearAgo < 0 ? `最近一季${text(at)}。` : `最近一季${text(at)}；一年前${text(yearAgo)}。`;
}
