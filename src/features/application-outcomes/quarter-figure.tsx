import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { LazyTrendLineChart } from "#charts/lazy-trend-line-chart.tsx";
import { trendLineChartHeight } from "#charts/trend-layout.ts";
import { toTrendTable } from "#charts/trend-table.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import { applicationProvenance } from "./ledger-view.ts";
import { describeQuarterTrend, quartersBack, toQuarterTrend } from "./to-quarter-trend.ts";
import { type PanelProps, useApplicationFacts } from "./use-ledger-view.ts";

const NO_LEGEND = [] as const;

/** New, closed and open by quarter, up to the last one chosen. */
export const QuarterFigure = memo(function QuarterFigure({ register, filters, stale }: PanelProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(() => quartersBack(last), [last]);
  const lists = useApplicationFacts(quarters);
  const { series, table } = useMemo(() => {
    const ids = new Set(pickedUnits(filters, register.units).map((unit) => unit.id));
    const series = toQuarterTrend(quarters, lists.flat(), ids);
    return { series, table: toTrendTable(series) };
  }, [quarters, lists, filters, register.units]);
  const provenance = applicationProvenance(register);
  return (
    <Figure
      chartKey="application-quarters"
      title="各季度新收、办结与在办"
      finding={describeQuarterTrend(series, quarters)}
      caption={`${describeQuarters(quarters)} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={NO_LEGEND}
      note="单位：件。新收按收到之日、办结按答复之日所在季度；期末在办为季末（本季度为目前）尚未办结的件数。台账开始之前不画。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={LazyTrendLineChart}
      chartHeight={trendLineChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "各季度申请",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
});
