import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { type ReplyRate, replyRate } from "#domain/application-facts.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarters, nameQuarters, type Quarter } from "#domain/quarter.ts";
import { formatRate } from "#domain/share.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OverviewProps } from "./overview-figure.ts";
import { PageLink } from "./page-link.tsx";
import { countOutcomes, type OutcomeCounts, toOutcomeBars, toOutcomeTable } from "./to-outcome-bars.ts";

const FIVE_MINUTES = 300_000;

/** What became of the applications in the quarters that are chosen. */
export function OutcomeFigure({ register, filters, stale }: OverviewProps) {
  const { quarters, units, side, unitClass } = filters;
  const query = endpointQuery(applicationContract.applicationFacts, {
    quarter: quarters,
    unit: units,
    side: side ?? undefined,
    unitClass: unitClass ?? undefined,
  });
  const facts = useSuspenseQuery({ ...query, refetchInterval: FIVE_MINUTES }).data;
  const shown = useMemo(() => {
    const counts = countOutcomes(facts, quarters);
    return {
      counts,
      series: toOutcomeBars(counts),
      table: toOutcomeTable(counts),
      replies: replyRate(facts, quarters),
    };
  }, [facts, quarters]);
  const { counts, replies } = shown;
  const due = counts.balance.received + counts.balance.carriedOver;
  if (due === 0) return <EmptyState sentence="所选单位在所选季度没有申请。" />;
  const provenance = describeProvenance(register.sources, "applications");
  return (
    <Figure
      chartKey="overview-outcomes"
      title="申请的去向"
      finding={describeOutcomes(quarters, counts, replies)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units"] })}
      legend={[]}
      note={`单位：件，法定顺序。应办＝本期新收 ${counts.balance.received}＋结转 ${counts.balance.carriedOver}；占比分母为办结 ${counts.balance.closed} 件。`}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject: "总览申请的去向",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={<PageLink path="/applications" word="依申请公开" picks={filters} />}
    />
  );
}

/** "2026年三季度应办 112 件，办结 98 件，结转 14 件；按期答复 96/97 件（99.0%）。" */
function describeOutcomes(quarters: readonly Quarter[], { balance }: OutcomeCounts, { rate, openOverdue }: ReplyRate) {
  const due = balance.received + balance.carriedOver;
  const count = rate === null ? "" : `；到期应答复的按期 ${rate.numerator}/${rate.denominator} 件`;
  const share = rate === null || rate.small ? "" : `（${formatRate(rate)}）`;
  const open = openOverdue === 0 ? "" : `，另有 ${openOverdue} 件超期未答`;
  return `${describeQuarters(quarters)}应办 ${due} 件，办结 ${balance.closed} 件，结转 ${balance.carriedForward} 件${count}${share}${open}。`;
}
