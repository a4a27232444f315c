import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { FlowChart, flowChartHeight } from "#charts/flow-chart.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeBalance } from "./describe-outcomes.ts";
import { periodWords } from "./period-words.ts";
import { toFlowSeries, toFlowTable } from "./to-flow-series.ts";
import { type PanelProps, useLedgerView } from "./use-ledger-view.ts";
import { useRunningQuarter } from "./use-running-quarter.ts";

/** Each bar carries its name and number. */
const NO_LEGEND = [] as const;

/** Where the applications came from and where they went. */
export const FlowFigure = memo(function FlowFigure({ register, filters, stale }: PanelProps) {
  const view = useLedgerView(register, filters);
  const running = useRunningQuarter();
  const { series, table, words } = useMemo(() => {
    const words = periodWords(view.quarters, running);
    return {
      words,
      series: toFlowSeries(view.totals, view.baseTotals, words),
      table: toFlowTable(view.totals, view.baseTotals, view.baseName, words),
    };
  }, [view, running]);
  if (view.totals.due.value === 0) {
    return <EmptyState sentence="所选单位和季度没有申请。" advice="可换一个季度，或放宽单位。" height={240} />;
  }
  const { provenance } = view;
  return (
    <Figure
      chartKey="application-flow"
      title="申请从哪里来、到哪里去"
      finding={describeBalance(view.totals, "已办结")}
      caption={view.subject}
      legend={NO_LEGEND}
      note={`单位：件。应办＝${words.received}＋${words.carriedOver}＝办结＋${words.carriedForward}；六类结果按法定顺序，“部分公开”只计这一情形，占比的分母为已办结 ${view.totals.classified.text} 件，按最大余数法合计 100%；为 0 的情形不画，见表。通报里的“收到”有只指新收、也有指新收＋结转的，这里分列；“受理”是登记办理的申请，不含协助其他机关答复的件。`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={FlowChart}
      chartHeight={flowChartHeight}
      table={table}
      fileStem={{ ...view.file, subject: "申请来源与去向", asOf: view.asOf }}
      stale={stale}
    />
  );
});
