import { memo, useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { toSlot } from "#charts/series-slot.ts";
import { isUnitPicked } from "#domain/filters.ts";
import { findStreaks, LEAST_STREAK } from "#domain/finding-streak.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { formatPoints } from "#domain/points.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter, nameQuarters } from "#domain/quarter.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { OpenScore } from "./score-dialog.tsx";
import { type NamedStreak, nameStreaks, SHOWN_STREAKS, toStreakSeries, toStreakTable } from "./to-streak-series.ts";
import type { PanelProps } from "./use-deduction-view.ts";

/** Quarters that are looked back over. */
const SPAN = 8;

interface StreakFigureProps extends Omit<PanelProps, "pickUnit"> {
  openScore: OpenScore;
}

/** 连续扣分: who loses points on the same indicator quarter after quarter. */
export const StreakFigure = memo(function StreakFigure({ register, filters, stale, openScore }: StreakFigureProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(() => quartersUpTo(register.inspections, last, SPAN), [register.inspections, last]);
  const results = useQuarterResults(register, quarters);
  const latest = results[results.length - 1];
  const streaks = useMemo(() => {
    if (latest === undefined) return [];
    const picked = latest.units.filter((unit) => isUnitPicked(unit, filters));
    return nameStreaks(findStreaks(results), latest.scheme, picked);
  }, [results, latest, filters]);
  if (latest === undefined) return <EmptyState sentence="还没有可比较的季度。" />;
  if (streaks.length === 0) return <EmptyState sentence={describeStreaks(streaks)} />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf(results));
  const span = { ...filters, quarters: [last] as [typeof last] };
  return (
    <Figure
      chartKey="finding-streaks"
      title="连续扣分"
      finding={describeStreaks(streaks)}
      caption={`截至${describeFilters(span, register.units, { parts: ["quarters", "units"] })}`}
      legend={toLegend(streaks, latest.scheme)}
      note={describeNote(streaks.length, describeQuarter(quarters[0] ?? last))}
      source={provenance.source}
      marks={provenance.marks}
      series={toStreakSeries(streaks, latest.scheme)}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={toStreakTable(streaks)}
      fileStem={{
        quarters: nameQuarters([last]),
        subject: "连续扣分",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      onPick={(id) => {
        const streak = streaks.find((entry) => entry.id === id);
        if (streak) openScore({ quarter: last, unitId: streak.unitId, step: `indicator.${streak.indicatorId}` });
      }}
    />
  );
});

/** "38 家在 61 项上连续扣分；最久的是归雁镇重点领域，连续 6 个季度共扣 9.2 分。" */
function describeStreaks(streaks: readonly NamedStreak[]): string {
  const [longest] = streaks;
  if (longest === undefined) return "所选单位没有连续两个季度在同一指标上扣分。";
  const units = new Set(streaks.map((streak) => streak.unitId)).size;
  const count = longest.quarters.length;
  const same = streaks.filter((streak) => streak.quarters.length === count);
  const also = same.length > 1 ? `等 ${same.length} 项` : "";
  const cost = formatPoints(longest.total);
  return `${units} 家在 ${streaks.length} 项上连续扣分；最久的是${longest.unit.shortName}${longest.indicator}${also}，连续 ${count} 个季度${also === "" ? `共扣 ${cost} 分` : `（其中扣分最多的 ${cost} 分）`}。`;
}

function describeNote(count: number, from: string): string {
  return [
    `先列连续季度多的，条长为其间合计扣分；同一单位在同一指标上连续 ${LEAST_STREAK} 个及以上已检季度有已确认扣分，且持续到所选的最近季度`,
    "未检、不适用、未报的季度使连续中断，拟扣和申诉中的不计",
    `自${from}起查`,
    ...(count > SHOWN_STREAKS ? [`共 ${count} 项，图中列前 ${SHOWN_STREAKS} 项，其余见表`] : []),
  ]
    .join("；")
    .concat("。");
}

function toLegend(streaks: readonly NamedStreak[], scheme: Scheme): LegendItem[] {
  const shown = new Set(streaks.slice(0, SHOWN_STREAKS).map((streak) => streak.groupId));
  return scheme.groups.flatMap(({ id, name }, index) =>
    shown.has(id) ? [{ kind: "fill", label: name, fill: { kind: "series", slot: toSlot(index) } } as const] : [],
  );
}
