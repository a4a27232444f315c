import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { Figure } from "#charts/figure.tsx";
import { StepChart, stepChartHeight } from "#charts/step-chart.tsx";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { rulesAt } from "#domain/rectification.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeCasePicks } from "./describe-case-picks.ts";
import { countBeyond, describeFixTimes, splitFixTimes, toFixTimeSeries, toFixTimeTable } from "./to-fix-time-series.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { toCaseQuery, type ViewProps } from "./use-rectification-view.ts";

const NO_TURNS: readonly number[] = [];

/** How long it takes: share fixed by hours, a line a severity. */
export const FixTimeFigure = memo(function FixTimeFigure({ register, filters }: ViewProps) {
  const versions = useRuleVersions();
  const rules = rulesAt(versions, useServerMinute(NO_TURNS));
  const query = endpointQuery(rectificationContract.rectificationFixTimes, {
    ...toCaseQuery(filters),
    quarter: filters.quarters,
  });
  const times = useSuspenseQuery(query).data;
  const parts = useMemo(() => splitFixTimes(times, rules), [times, rules]);
  const series = useMemo(() => toFixTimeSeries(parts), [parts]);
  const table = useMemo(() => toFixTimeTable(parts, series), [parts, series]);
  if (parts.length === 0) {
    return <EmptyState sentence="所选范围没有复核通过的问题。" advice="可换一个季度，或放宽筛选。" height={300} />;
  }
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(filters.quarters, versions));
  const beyond = countBeyond(parts, series.maximum);
  return (
    <Figure
      chartKey="rectification-fix-time"
      title={`累计整改用时（${describeQuarters(filters.quarters)}）`}
      finding={describeFixTimes(parts)}
      caption={`${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}${describeCasePicks({ ...filters, caseStates: [] })}`}
      legend={[]}
      note={`纵轴为用时不超过横轴小时数的条数占比；分母为到期日在所选季度、已复核通过的条数，用时算到复核通过的那次报告，扣除暂停。限时为规则 ${rules.ruleVersion}。${beyond === 0 ? "" : `另有 ${beyond} 条用时超过 ${series.maximum} 小时，未画出。`}`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={StepChart}
      chartHeight={stepChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "累计整改用时",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
    />
  );
});
