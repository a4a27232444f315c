import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { Figure } from "#charts/figure.tsx";
import { RateBarChart, rateBarChartHeight } from "#charts/rate-bar-chart.tsx";
import { describeQuarter, describeQuarters, latestOf, nameQuarters, shiftQuarter } from "#domain/quarter.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OverviewProps } from "./overview-figure.ts";
import { PageLink } from "./page-link.tsx";
import { type QuarterRate, rateText, toQuarterRates, toRateBars, toRateTable } from "./to-rate-bars.ts";

const SPAN = 8;
const FIVE_MINUTES = 300_000;

/** How many kept their limit, by the quarter of the due day. */
export function OnTimeFigure({ register, filters, stale }: OverviewProps) {
  const last = latestOf(filters.quarters);
  const quarters = useMemo(
    () => Array.from({ length: SPAN }, (_, index) => shiftQuarter(last, index + 1 - SPAN)),
    [last],
  );
  const { units, side, unitClass } = filters;
  const query = endpointQuery(rectificationContract.rectificationFacts, {
    quarter: quarters,
    unit: units,
    side: side ?? undefined,
    unitClass: unitClass ?? undefined,
  });
  const [facts, versions] = useSuspenseQueries({
    queries: [{ ...query, refetchInterval: FIVE_MINUTES }, endpointQuery(rectificationContract.rectificationRules, {})],
    combine: (results) => [results[0].data, results[1].data] as const,
  });
  const rates = useMemo(() => toQuarterRates(facts, quarters), [facts, quarters]);
  const series = useMemo(() => toRateBars(rates), [rates]);
  const table = useMemo(() => toRateTable(rates), [rates]);
  if (rates.length === 0) return <EmptyState sentence="所选单位在这些季度没有到期的整改。" />;
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(quarters, versions));
  return (
    <Figure
      chartKey="overview-on-time"
      title="各季度按时整改率"
      finding={describeRates(rates)}
      caption={`${describeQuarters(quarters)} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={[
        { kind: "fill", label: "按时", fill: { kind: "plain", weight: 2 } },
        { kind: "fill", label: "逾期", fill: { kind: "overdue" } },
      ]}
      note="按到期日所在季度；分母为复核通过的件，不足 5 条不计率；在办超期另列，不计入率。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={RateBarChart}
      chartHeight={rateBarChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "总览按时整改率",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={<PageLink path="/rectifications" word="错误整改" picks={{ ...filters, onTimeView: "quarterCases" }} />}
    />
  );
}

/** "2026年三季度 94.7%（216/228 条）；在办超期 2 条。" */
function describeRates(rates: readonly QuarterRate[]): string {
  const latest = rates[rates.length - 1];
  if (latest === undefined) return "没有到期的整改。";
  const { rate, openOverdue } = latest.standing;
  const count = rate === null ? "" : `（${rate.numerator}/${rate.denominator} 条）`;
  const open = openOverdue === 0 ? "" : `；在办超期 ${openOverdue} 条`;
  return `${describeQuarter(latest.quarter)} ${rateText(rate)}${count}${open}。`;
}
