import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import { RECONSIDERATION_FIRST_NOTE } from "#domain/dispute.ts";
import type { DisputeSpan, Filters } from "#domain/filters.ts";
import { nameQuarters } from "#domain/quarter.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import { Segmented } from "#ui/segmented.tsx";
import { DisputeList } from "./dispute-list.tsx";
import { LedgerTrendFigure } from "./ledger-trend-figure.tsx";
import { applicationProvenance } from "./ledger-view.ts";
import {
  DISPUTE_LEGEND,
  describeDisputes,
  pickDisputes,
  toDisputeLines,
  toDisputeResults,
  toDisputeTable,
} from "./to-dispute-results.ts";
import { describeDisputeTrend, toDisputeSteps, toDisputeTrend, toDisputeTrendTable } from "./to-dispute-trend.ts";
import { useDisputeFacts } from "./use-dispute-facts.ts";
import type { PanelProps, ViewProps } from "./use-ledger-view.ts";
import { useSteady } from "./use-steady.ts";

function usePickedDisputes({ register, filters }: ViewProps) {
  const facts = useDisputeFacts();
  const picked = useMemo(
    () => pickDisputes(facts, pickedUnits(filters, register.units)),
    [facts, filters, register.units],
  );
  return useSteady(picked);
}

/** Results by kind as table 四 has them; what is pending is always said. */
export const DisputeResultFigure = memo(function DisputeResultFigure({ register, filters, stale }: PanelProps) {
  const facts = usePickedDisputes({ register, filters });
  const lines = useSteady(useMemo(() => toDisputeLines(facts, filters.quarters), [facts, filters.quarters]));
  const { series, table } = useMemo(() => ({ series: toDisputeResults(lines), table: toDisputeTable(lines) }), [lines]);
  const provenance = applicationProvenance(register);
  return (
    <Figure
      chartKey="application-disputes"
      title="行政复议、行政诉讼结果"
      finding={describeDisputes(lines)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units"] })}
      legend={DISPUTE_LEGEND}
      note="单位：件。结果按审结之日、新收案件按立案之日所在季度；尚未审结为期末存量，任何口径都要写明。纠错率有两个分母：全部＝审结＋尚未审结，已审结只计审结的，分别列出。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "复议诉讼结果",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    >
      <DisputeList register={register} filters={filters} stale={stale} />
    </Figure>
  );
});

const SPANS = [
  { value: "year", label: "按年" },
  { value: "quarter", label: "按季度" },
] as const satisfies readonly { value: DisputeSpan; label: string }[];

interface DisputeTrendProps extends PanelProps {
  span: DisputeSpan;
  changeFilters: (patch: Partial<Filters>) => void;
}

/** Cases over time, with the law that moved them from the courts to reconsideration. */
export const DisputeTrendFigure = memo(function DisputeTrendFigure({
  register,
  filters,
  stale,
  span,
  changeFilters,
}: DisputeTrendProps) {
  const district = useDisputeFacts();
  const facts = usePickedDisputes({ register, filters });
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const { steps, series, table } = useMemo(() => {
    const steps = toDisputeSteps(district, last, span);
    return { steps, series: toDisputeTrend(facts, steps), table: toDisputeTrendTable(facts, steps) };
  }, [district, facts, last, span]);
  return (
    <LedgerTrendFigure
      register={register}
      filters={filters}
      stale={stale}
      chartKey="application-dispute-trend"
      title="复议、诉讼新收案件"
      finding={describeDisputeTrend(facts, steps)}
      note={`单位：件，按立案之日。规则变化：${RECONSIDERATION_FIRST_NOTE}（第二十三条）；法释〔2025〕8号自2025年6月1日起施行，确认不予公开须先复议，无法提供、不予处理可直接起诉。`}
      series={series}
      table={table}
      quarters={steps.flatMap((step) => step.quarters)}
      subject="复议诉讼新收案件"
      actions={
        <Segmented
          label="时间轴"
          choices={SPANS}
          value={span}
          onChange={(disputeSpan) => changeFilters({ disputeSpan })}
        />
      }
    />
  );
});
