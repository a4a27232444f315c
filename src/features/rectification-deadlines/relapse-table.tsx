import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture } from "#charts/figure-spec.ts";
import { HeatmapChart, heatmapChartHeight } from "#charts/heatmap-chart.tsx";
import type { HeatmapSeries } from "#charts/heatmap-series.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { rulesAt } from "#domain/rectification.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import type { Relapse } from "#domain/relapse.ts";
import { sideOf, type Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { toCountLegend } from "./count-ramp.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import { countRelapses, describeRelapses, toRelapseSeries, toRelapseTable } from "./to-relapse-series.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { toCaseQuery, type ViewProps } from "./use-rectification-view.ts";

const NO_TURNS: readonly number[] = [];

/** 屡改屡犯: the same kind of error at the same unit soon after one was closed. */
export const RelapseTable = memo(function RelapseTable({ register, filters }: ViewProps) {
  const versions = useRuleVersions();
  const rules = rulesAt(versions, useServerMinute(NO_TURNS));
  const query = endpointQuery(rectificationContract.rectificationRelapses, {
    ...toCaseQuery(filters),
    quarter: filters.quarters,
  });
  const relapses = useSuspenseQuery(query).data;
  const shown = useMemo(() => {
    const counts = countRelapses(relapses, register.units);
    return { counts, series: toRelapseSeries(counts), table: toRelapseTable(counts) };
  }, [relapses, register.units]);
  if (shown.counts.total === 0) {
    return (
      <EmptyState
        sentence={`所选范围没有重复发生的问题：没有单位在办结后 ${rules.relapseDays} 天内再出同类错误。`}
        height={180}
      />
    );
  }
  const caption = `${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}${describeCasePicks({ ...filters, caseStates: [] })}`;
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(filters.quarters, versions));
  return (
    <Figure
      chartKey="rectification-relapses"
      title={`重复发生的错误（${describeQuarters(filters.quarters)}）`}
      finding={describeRelapses(shown.counts)}
      caption={caption}
      legend={toCountLegend(shown.series.rampLabels)}
      note={`单位：条。同一单位同一错误类型在办结后 ${rules.relapseDays} 天内再次交办的，计一次重复；按到期日在所选季度的件计。没有重复的单位和类型不列。`}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={HeatmapChart}
      chartHeight={heatmapChartHeight}
      table={shown.table}
      pictures={toPictures(relapses, register.units, shown.series, caption)}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "重复发生的错误",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
    />
  );
});

/** One picture a side: both together are longer than a page of a circular. */
function toPictures(
  relapses: readonly Relapse[],
  units: readonly Unit[],
  series: HeatmapSeries,
  caption: string,
): FigurePicture<HeatmapSeries>[] {
  if (series.panels.length < 2) return [];
  return series.panels.map((panel) => ({
    suffix: panel.title,
    title: `${panel.title}重复发生的错误`,
    finding: describeRelapses(
      countRelapses(
        relapses,
        units.filter((unit) => sideOf(unit) === panel.id),
      ),
    ),
    caption: `${caption} · ${panel.title}`,
    series: { ...series, panels: [panel] },
  }));
}
