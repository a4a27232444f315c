import { useMemo } from "react";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { describeOutcomes } from "./describe-outcomes.ts";
import type { OutcomeView } from "./outcome-view.ts";
import { toOutcomeTable } from "./to-figure-tables.ts";
import { toOutcomeSeries } from "./to-outcome-series.ts";

/** Every outcome of the form in legal order, by group and by printed row. */
export function OutcomeFigure({ view, stale }: { view: OutcomeView; stale: boolean }) {
  const { totals, baseTotals, provenance } = view;
  // The same objects while only `stale` changes: the chart then draws nothing anew.
  const { series, table } = useMemo(
    () => ({
      series: toOutcomeSeries(view.totals, view.baseTotals),
      table: toOutcomeTable(view.totals, view.baseTotals, view.baseName),
    }),
    [view],
  );
  return (
    <Figure
      chartKey="application-outcomes"
      title="办理结果（法定顺序）"
      finding={describeOutcomes(totals, baseTotals, view.baseName)}
      caption={view.subject}
      legend={baseTotals === null ? [] : toLegend(view, baseTotals.classified.text)}
      note={describeDenominator(view)}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={table}
      fileStem={{ ...view.file, subject: "办理结果", asOf: view.asOf }}
      stale={stale}
    />
  );
}

/** Names stand at the bars; only the two periods need words. */
function toLegend({ name, baseName }: OutcomeView, baseText: string): LegendItem[] {
  return [
    { kind: "fill", label: name, fill: { kind: "series", slot: 1 } },
    { kind: "outline", label: `${baseName}（${baseText} 件）` },
  ];
}

function describeDenominator({ totals }: OutcomeView): string {
  const whole = totals.classified;
  if (whole.value === null) return "单位：件。有结果行未报，不计占比；空白不作 0。";
  if (whole.value < 5) return `单位：件。已归类 ${whole.text} 件，样本少，不计占比。`;
  return `单位：件。占比分母为已归类 ${whole.text} 件；六类占比按最大余数法合计 100%，分项四舍五入。`;
}
