import { memo, useMemo } from "react";
import { toTrendTable } from "#charts/trend-table.ts";
import { pickedUnits } from "#filters/describe-filters.ts";
import { LedgerTrendFigure } from "./ledger-trend-figure.tsx";
import { describeQuarterTrend, quartersBack, toQuarterTrend } from "./to-quarter-trend.ts";
import { type PanelProps, useApplicationFacts } from "./use-ledger-view.ts";

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
  return (
    <LedgerTrendFigure
      register={register}
      filters={filters}
      stale={stale}
      chartKey="application-quarters"
      title="各季度新收、办结与在办"
      finding={describeQuarterTrend(series, quarters)}
      note="单位：件。新收按收到之日、办结按答复之日所在季度；期末在办为季末（本季度为目前）尚未办结的件数。台账开始之前不画。"
      series={series}
      table={table}
      quarters={quarters}
      subject="各季度申请"
    />
  );
});
