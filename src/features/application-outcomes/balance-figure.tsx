import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import { describeBalance } from "./describe-outcomes.ts";
import { OUTCOME_LEGEND } from "./outcome-legend.ts";
import { describeForm, type ReportView } from "./report-view.ts";
import { toBalanceSeries } from "./to-balance-series.ts";
import { toBalanceTable } from "./to-figure-tables.ts";

const LEGEND: readonly LegendItem[] = [
  { kind: "fill", label: "本年新收", fill: { kind: "plain", weight: 1 } },
  { kind: "fill", label: "上年结转", fill: { kind: "plain", weight: 2 } },
  ...OUTCOME_LEGEND,
  { kind: "hatch", label: "结转下年度" },
];
const GAP: LegendItem = { kind: "dashed", label: "对不上的件数" };

/** What was due against what became of it: the equation before the table says it. */
export function BalanceFigure({ view, stale }: { view: ReportView; stale: boolean }) {
  const { report, totals, baseTotals, provenance } = view;
  const hasGap = totals.unexplained !== null && totals.unexplained !== 0;
  return (
    <Figure
      chartKey="application-balance"
      title="应办与去向平衡"
      finding={describeBalance(totals)}
      caption={view.subject}
      legend={hasGap ? [...LEGEND, GAP] : LEGEND}
      note={`单位：件。应办＝本年新收＋上年结转；六类结果按法定顺序排列，“部分公开”只计这一情形，占比尾数按最大余数法调整。${describeForm(report)}。`}
      source={provenance.source}
      marks={provenance.marks}
      series={toBalanceSeries(totals)}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={toBalanceTable(totals, baseTotals, report.year - 1)}
      fileStem={{ quarters: `${report.year}`, subject: "应办与去向", scope: report.bodyName, asOf: view.asOf }}
      stale={stale}
    />
  );
}
