import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import { describeForm } from "#domain/annual-report.ts";
import { describeBalance } from "./describe-outcomes.ts";
import type { ReportView } from "./report-view.ts";
import { toBalanceSeries } from "./to-balance-series.ts";
import { toBalanceTable } from "./to-figure-tables.ts";

/** Each segment carries its name and number. */
const NO_LEGEND = [] as const;

/** What was due against what became of it: the equation before the table says it. */
export function BalanceFigure({ view, stale }: { view: ReportView; stale: boolean }) {
  const { report, totals, provenance } = view;
  // The same objects while only `stale` changes: the chart then draws nothing anew.
  const { series, table } = useMemo(
    () => ({
      series: toBalanceSeries(view.totals),
      table: toBalanceTable(view.totals, view.baseTotals, view.baseName),
    }),
    [view],
  );
  return (
    <Figure
      chartKey="application-balance"
      title="应办与去向平衡"
      finding={describeBalance(totals)}
      caption={view.subject}
      legend={NO_LEGEND}
      note={`单位：件。应办＝本年新收＋上年结转；六类结果按法定顺序排列，“部分公开”只计这一情形，占比尾数按最大余数法调整。${describeForm(report)}。`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={table}
      fileStem={{ quarters: `${report.year}`, subject: "应办与去向", scope: report.bodyName, asOf: view.asOf }}
      stale={stale}
    />
  );
}
