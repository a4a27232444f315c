import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import { LazyTrendLineChart } from "#charts/lazy-trend-line-chart.tsx";
import { withRecomputedLines } from "#charts/recomputed-lines.ts";
import { toScoreTrendSeries } from "#charts/to-score-trend-series.ts";
import { trendLineChartHeight } from "#charts/trend-layout.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { toTrendTable } from "#charts/trend-table.ts";
import { type Filters, isUnitPicked } from "#domain/filters.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { nameQuarters, type Quarter } from "#domain/quarter.ts";
import { groundsOf, type QuarterResult } from "#domain/quarter-result.ts";
import { describeRescoring, rescore, schemeOfToday } from "#domain/rescoring.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { RulesControl } from "#filters/rules-control.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import type { PanelProps } from "./use-inspection-view.ts";

/** Quarters that the trend looks back over. */
const SPAN = 8;

interface ScoreTrendFigureProps extends PanelProps {
  changeFilters: (patch: Partial<Filters>) => void;
}

export function ScoreTrendFigure({ register, filters, stale, changeFilters }: ScoreTrendFigureProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const today = filters.rules === "both" ? schemeOfToday(register.inspections, register.schemes) : undefined;
  const series = useMemo(() => {
    const toSeries = (list: readonly QuarterResult[]) =>
      toScoreTrendSeries(list, (unit) => isUnitPicked(unit, filters));
    const own = toSeries(results);
    return today ? withRecomputedLines(own, toSeries(results.map((result) => rescore(result, today)))) : own;
  }, [results, filters, today]);
  const table = useMemo(() => toTrendTable(series), [series]);
  if (series.lines.length === 0) return <EmptyState sentence="所选单位在这些季度没有得分。" />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  return (
    <Figure
      chartKey="score-trend"
      title="平均得分走势"
      finding={describeTrend(series)}
      caption={describeFilters({ ...filters, quarters: asFilled(quarters, last) }, register.units, {
        parts: ["quarters", "units"],
      })}
      legend={[]}
      note={`单位：分。按有得分的实检单位平均，否决不计分的单位不在内；纵轴不从 0 起。换用评分规则前后不宜直接比较。${today ? describeRescoring(today) : ""}`}
      actions={<RulesControl rules={filters.rules} changeFilters={changeFilters} />}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={LazyTrendLineChart}
      chartHeight={trendLineChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "平均得分走势",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
}

function asFilled(quarters: readonly Quarter[], last: Quarter): [Quarter, ...Quarter[]] {
  const [first = last, ...rest] = quarters;
  return [first, ...rest];
}

/** "部门由 93.1 分升到 96.4 分，镇街 …" */
function describeTrend(series: TrendSeries): string {
  const own = series.lines.filter((line) => !line.isRecomputed);
  const parts = own.flatMap((line) => {
    const known = line.values.flatMap((value, index) => (value === null ? [] : [index]));
    const [first] = known;
    const last = known[known.length - 1];
    if (first === undefined || last === undefined || first === last) return [];
    const change = (line.values[last] ?? 0) - (line.values[first] ?? 0);
    const verb = change >= 0 ? "升到" : "降到";
    return [`${line.name}由 ${line.valueTexts[first]} 分${verb} ${line.valueTexts[last]} 分`];
  });
  if (parts.length === 0) return "只有一个季度有得分，暂无走势。";
  return `${series.labels.length} 个季度间，${parts.join("，")}。`;
}
