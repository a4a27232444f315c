import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { describeOutcomes } from "./describe-outcomes.ts";
import { OUTCOME_LEGEND } from "./outcome-legend.ts";
import type { ReportView } from "./report-view.ts";
import { toOutcomeTable } from "./to-figure-tables.ts";
import { toOutcomeSeries } from "./to-outcome-series.ts";

/** Every outcome of the form in legal order, by group and by printed row. */
export function OutcomeFigure({ view, stale }: { view: ReportView; stale: boolean }) {
  const { report, totals, baseTotals, provenance } = view;
  const baseYear = report.year - 1;
  const outline: LegendItem = { kind: "outline", label: `${baseYear} 年` };
  return (
    <Figure
      chartKey="application-outcomes"
      title="办理结果（法定顺序）"
      finding={describeOutcomes(totals, baseTotals, baseYear)}
      caption={view.subject}
      legend={baseTotals === null ? OUTCOME_LEGEND : [...OUTCOME_LEGEND, outline]}
      note={describeDenominator(view)}
      source={provenance.source}
      marks={provenance.marks}
      series={toOutcomeSeries(totals, baseTotals)}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={toOutcomeTable(totals, baseTotals, baseYear)}
      fileStem={{ quarters: `${report.year}`, subject: "办理结果", scope: report.bodyName, asOf: view.asOf }}
      stale={stale}
    />
  );
}

function describeDenominator({ totals }: ReportView): string {
  const whole = totals.classified;
  if (whole.value === null) return "单位：件。有结果行未报，不计占比；空白不作 0。";
  if (whole.value < 5) return `单位：件。已归类 ${whole.text} 件，样本少，不计占比。`;
  return `单位：件。占比分母为已归类 ${whole.text} 件，尾数按最大余数法调整，合计 100%。`;
}
