import { useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import { LazyTrendLineChart } from "#charts/lazy-trend-line-chart.tsx";
import { withRecomputedLines } from "#charts/recomputed-lines.ts";
import { trendLineChartHeight } from "#charts/trend-layout.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { toTrendTable } from "#charts/trend-table.ts";
import type { Filters } from "#domain/filters.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter, nameQuarters } from "#domain/quarter.ts";
import { groundsOf, type QuarterResult } from "#domain/quarter-result.ts";
import { describeRescoring, rescore, schemeOfToday } from "#domain/rescoring.ts";
import { pickedUnits } from "#filters/describe-filters.ts";
import { RulesControl } from "#filters/rules-control.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TREND_LINES, toUnitTrendSeries } from "./to-unit-trend-series.ts";
import type { PanelProps } from "./use-deduction-view.ts";

/** Quarters that the trend looks back over. */
const SPAN = 8;

interface UnitTrendFigureProps extends Omit<PanelProps, "pickUnit"> {
  changeFilters: (patch: Partial<Filters>) => void;
}

/** With each line doubled, half as many units stay readable. */
const DOUBLED_LINES = 3;

export function UnitTrendFigure({ register, filters, stale, changeFilters }: UnitTrendFigureProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const chosen = useMemo(
    () => (filters.units.length > 0 ? pickedUnits(filters, register.units) : []),
    [filters, register.units],
  );
  const today = filters.rules === "both" ? schemeOfToday(register.inspections, register.schemes) : undefined;
  const series = useMemo(() => {
    const units = today ? chosen.slice(0, DOUBLED_LINES) : chosen;
    const toSeries = (list: readonly QuarterResult[]) =>
      toUnitTrendSeries(list, units, filters.side ? [filters.side] : ["department", "township"]);
    const own = toSeries(results);
    return today ? withRecomputedLines(own, toSeries(results.map((result) => rescore(result, today)))) : own;
  }, [results, chosen, filters.side, today]);
  const table = useMemo(() => toTrendTable(series), [series]);
  if (results.length === 0) return <EmptyState sentence="还没有可比较的季度。" />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  return (
    <Figure
      chartKey="deduction-trend"
      title={chosen.length > 0 ? "所选单位扣分走势" : "部门与镇街均扣走势"}
      finding={describeTrend(series, results)}
      caption={`${describeQuarter(quarters[0] ?? last)}至${describeQuarter(last)} · ${series.lines.map((line) => line.name).join("、")}`}
      legend={[]}
      note={`${describeNote(chosen.length, today ? DOUBLED_LINES : TREND_LINES)}${today ? describeRescoring(today) : ""}`}
      actions={<RulesControl rules={filters.rules} changeFilters={changeFilters} />}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={LazyTrendLineChart}
      chartHeight={trendLineChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "扣分走势",
        scope: chosen.length > 0 ? `${chosen.length}家` : "",
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
}

function describeNote(chosen: number, most: number): string {
  const limit = chosen > most ? `所选 ${chosen} 家，只画名册顺序的前 ${most} 家。` : "";
  return `单位：分，折算到满分；未检的季度断开，不连线。${chosen === 0 ? "均扣按实检单位计，选择单位后改画所选单位。" : ""}${limit}`;
}

/** "区公安分局由 10.1 分降到 8.6 分；…" from the first to the last quarter in which the line has a value. */
function describeTrend(series: TrendSeries, results: readonly QuarterResult[]): string {
  const own = series.lines.filter((line) => !line.isRecomputed);
  const parts = own.slice(0, 3).flatMap((line) => {
    const known = line.values.flatMap((value, index) => (value === null ? [] : [index]));
    const [first] = known;
    const last = known[known.length - 1];
    if (first === undefined || last === undefined || first === last) return [];
    const verb = (line.values[last] ?? 0) < (line.values[first] ?? 0) ? "降到" : "变为";
    return [`${line.name}由 ${line.valueTexts[first]} 分${verb} ${line.valueTexts[last]} 分`];
  });
  if (parts.length === 0) return "只有一个季度有数，暂无走势。";
  return `${results.length} 个季度间，${parts.join("，")}。`;
}
