import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { HeatmapChart, heatmapChartHeight } from "#charts/heatmap-chart.tsx";
import { describeApplicants } from "./describe-outcomes.ts";
import type { OutcomeView } from "./outcome-view.ts";
import { toApplicantSeries } from "./to-applicant-series.ts";
import { toApplicantTable } from "./to-figure-tables.ts";

const RAMP = [1, 2, 3, 4, 5, 6] as const;

function toLegend(rampLabels: readonly string[], hasBlanks: boolean): LegendItem[] {
  return [
    { kind: "text", label: "件数：" },
    { kind: "zero", label: "没有" },
    ...RAMP.map((step, index) => ({ kind: "ramp", label: rampLabels[index] ?? "", step }) as const),
    ...(hasBlanks ? [{ kind: "dashed", label: "未报" } as const] : []),
  ];
}

/** What became of the applications of each kind of applicant: counts of cases, never persons. */
export function ApplicantFigure({ view, stale }: { view: OutcomeView; stale: boolean }) {
  const { report, provenance } = view;
  // The same objects while only `stale` changes: the chart then draws nothing anew.
  const { series, table } = useMemo(
    () => ({ series: toApplicantSeries(view.report), table: toApplicantTable(view.report) }),
    [view],
  );
  const hasBlanks = series.panels.some((panel) =>
    panel.rows.some((row) => row.cells.some((cell) => cell.kind === "notReported")),
  );
  return (
    <Figure
      chartKey="application-applicants"
      title="各类申请人的办理结果"
      finding={describeApplicants(report)}
      caption={view.subject}
      legend={toLegend(series.rampLabels, hasBlanks)}
      note="单位：件，按已归类结果计，不含结转；合计行为总计列。表三“其他”一列在此称“其他组织”。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={HeatmapChart}
      chartHeight={heatmapChartHeight}
      table={table}
      fileStem={{ ...view.file, subject: "申请人与结果", asOf: view.asOf }}
      stale={stale}
    />
  );
}
