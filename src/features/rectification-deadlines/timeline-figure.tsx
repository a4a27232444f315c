import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { caseContract } from "#api/case-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture, LegendItem } from "#charts/figure-spec.ts";
import { TimelineChart, timelineChartHeight } from "#charts/timeline-chart.tsx";
import type { TimelineSeries } from "#charts/timeline-series.ts";
import { ERROR_SEVERITY_LABEL, type ErrorSeverity, errorSeveritySchema } from "#domain/rectification.ts";
import { isOverdue } from "#domain/rectification-clock.ts";
import { toMoment, toSeconds } from "#domain/rectification-limit.ts";
import { describeCaseProvenance } from "#domain/rectification-provenance.ts";
import { formatShanghai, shanghaiDate } from "#domain/shanghai-time.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { versionsOfCases } from "./case-versions.ts";
import { unitNamer } from "./case-words.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import type { BoardItem } from "./to-board-series.ts";
import { toBoardTable } from "./to-board-table.ts";
import { orderByUnit, RECENT, readRecentlyFixed, toTimelineSeries } from "./to-timeline-series.ts";
import { useLiveBoard } from "./use-live-board.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { type CaseWithProgress, type PanelProps, toCaseQuery, type ViewProps } from "./use-rectification-view.ts";

const SEVERITY_LEGEND = {
  serious: { kind: "fill", label: "严重已用", fill: { kind: "plain", weight: 1 } },
  general: { kind: "fill", label: "一般已用", fill: { kind: "plain", weight: 2 } },
} as const satisfies Record<ErrorSeverity, LegendItem>;

function toLegend(severities: readonly ErrorSeverity[]): LegendItem[] {
  return [
    ...severities.map((severity) => SEVERITY_LEGEND[severity]),
    { kind: "soon", label: "将到期（用时 ≥80% 或余 4 小时内）" },
    { kind: "rest", label: "剩余" },
    { kind: "fill", label: "超期", fill: { kind: "overdue" } },
    { kind: "hatch", label: "暂停" },
    { kind: "dueTick", label: "到期时刻" },
  ];
}

/** Open and recently fixed cases as bars against their limits. */
export const TimelineFigure = memo(function TimelineFigure({ register, filters, openCase }: PanelProps) {
  const { items: open, now, total } = useLiveBoard(register, filters);
  const passed = usePassed(filters, now);
  const versions = useRuleVersions();
  const items = useMemo(
    () => [...open, ...readRecentlyFixed(passed, unitNamer(register.units), now)],
    [open, passed, register.units, now],
  );
  const series = useMemo(() => toTimelineSeries(items, now), [items, now]);
  const table = useMemo(() => {
    const names = new Map(register.units.map((unit) => [unit.id, unit.name]));
    return toBoardTable(orderByUnit(items), (unitId) => names.get(unitId) ?? unitId);
  }, [items, register.units]);
  if (items.length === 0) {
    return <EmptyState sentence="没有在办的问题，近 48 小时也没有报结的问题。" advice="可放宽单位、级别或状态。" />;
  }
  const provenance = describeCaseProvenance(
    register.sources,
    versionsOfCases(
      items.map(({ entry }) => entry),
      versions,
      now,
    ),
  );
  const caption = `${formatShanghai(now)} · ${describeFilters(filters, register.units, { parts: ["units"] })}${describeCasePicks(filters)}`;
  return (
    <Figure
      chartKey="rectification-timeline"
      title="在办与近期报结问题的时限"
      finding={describeTimeline(items)}
      caption={caption}
      legend={toLegend(errorSeveritySchema.options)}
      note={describeNote(open.length, total)}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={TimelineChart}
      chartHeight={timelineChartHeight}
      table={table}
      pictures={toPictures(items, series, caption)}
      fileStem={{
        quarters: "在办",
        subject: "错误整改时限",
        scope: describeScope(filters, register.units),
        asOf: now,
      }}
      onPick={openCase}
    />
  );
});

const MOST_PASSED = 300;
const TWO_MINUTES = 120_000;
const NONE: readonly CaseWithProgress[] = [];

/** Cases closed since the day on which the recent reports begin: what was reported then was closed later. */
function usePassed(filters: ViewProps["filters"], now: string): readonly CaseWithProgress[] {
  const { caseStates } = filters;
  const query = endpointQuery(caseContract.rectifications, {
    ...toCaseQuery(filters),
    state: ["passed"],
    closedFrom: shanghaiDate(toMoment(toSeconds(now) - RECENT)),
    limit: MOST_PASSED,
  });
  const { rows } = useSuspenseQuery({ ...query, refetchInterval: TWO_MINUTES }).data;
  return caseStates.length === 0 || caseStates.includes("passed") ? rows : NONE;
}

/** "在办 40 条，4 条已超期，另有 3 条将到期；近 48 小时报结并通过 6 条，逾期 1 条。" */
function describeTimeline(items: readonly BoardItem[]): string {
  const fixed = items.filter(({ entry }) => entry.progress.state === "passed");
  const overdue = items.filter(({ reading }) => isOverdue(reading)).length;
  const soon = items.filter(({ reading }) => reading.mode === "running" && reading.step === "soon").length;
  const late = fixed.filter(({ reading }) => reading.secondsLeft < 0).length;
  const kept = late === 0 ? "均未逾期" : `逾期 ${late} 条`;
  const closed = fixed.length === 0 ? "" : `；近 48 小时报结并通过 ${fixed.length} 条，${kept}`;
  return `在办 ${items.length - fixed.length} 条，${overdue} 条已超期，另有 ${soon} 条将到期${closed}。`;
}

function describeNote(shown: number, total: number): string {
  const cut = total > shown ? `在办共 ${total} 条，只画最先到期的 ${shown} 条。` : "";
  return `条形自交办时刻起，到报结或现在为止；同一单位排在一起，最急的单位在前。暂停顺延到期时刻，正在暂停的按现在恢复推算。${cut}`;
}

/** One picture a severity: both together may pass the page of a document. */
function toPictures(
  items: readonly BoardItem[],
  series: TimelineSeries,
  caption: string,
): FigurePicture<TimelineSeries>[] {
  const parts = errorSeveritySchema.options.map((severity) => ({
    severity,
    label: ERROR_SEVERITY_LABEL[severity],
    own: items.filter(({ entry }) => entry.progress.severity === severity),
  }));
  if (parts.some(({ own }) => own.length === 0)) return [];
  return parts.map(({ severity, label, own }) => ({
    suffix: label,
    title: `${label}的时限`,
    finding: describeTimeline(own),
    caption: `${caption} · ${label}`,
    legend: toLegend([severity]),
    series: pickRows(series, new Set(own.map(({ entry }) => entry.id))),
  }));
}

/** Rows of the one reading on the one scale, so that the pictures can be laid side by side. */
function pickRows(series: TimelineSeries, ids: ReadonlySet<string>): TimelineSeries {
  return { ...series, rows: series.rows.filter(({ id }) => ids.has(id)) };
}
