import { Figure } from "#charts/figure.tsx";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import { describeApplicants } from "./describe-outcomes.ts";
import { OUTCOME_LEGEND } from "./outcome-legend.ts";
import type { ReportView } from "./report-view.ts";
import { toApplicantSeries } from "./to-applicant-series.ts";
import { toApplicantTable } from "./to-figure-tables.ts";

/** What became of the applications of each kind of applicant: counts of cases, never persons. */
export function ApplicantFigure({ view, stale }: { view: ReportView; stale: boolean }) {
  const { report, provenance } = view;
  return (
    <Figure
      chartKey="application-applicants"
      title="各类申请人的办理结果"
      finding={describeApplicants(report)}
      caption={view.subject}
      legend={OUTCOME_LEGEND}
      note="单位：件，按已归类结果计，不含结转。表三“其他”一列在此称“其他组织”。"
      source={provenance.source}
      marks={provenance.marks}
      series={toApplicantSeries(report)}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={toApplicantTable(report)}
      fileStem={{ quarters: `${report.year}`, subject: "申请人与结果", scope: report.bodyName, asOf: view.asOf }}
      stale={stale}
    />
  );
}
