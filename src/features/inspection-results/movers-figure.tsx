import { useMemo } from "react";
import { ChangeBarChart, changeBarChartHeight } from "#charts/change-bar-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable } from "#charts/figure-spec.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { compareScores, type ScoreChanges } from "#domain/score-change.ts";
import { sideOf, UNIT_SIDE_LABEL } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeMovers } from "./describe-movement.ts";
import { tierName, toMoverSeries } from "./to-mover-series.ts";
import { type InspectionView, type PanelProps, type Period, useInspectionView } from "./use-inspection-view.ts";

interface MoversFigureProps extends PanelProps {
  pickUnit: (unitId: string) => void;
}

/** Who moved furthest against the base: the first thing a leader asks after the mean. */
export function MoversFigure({ register, filters, stale, pickUnit }: MoversFigureProps) {
  const view = useInspectionView(register, filters);
  const shown = useMemo(() => (view?.base ? toShown(view, view.base, filters.units) : null), [view, filters.units]);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  if (!view.base || !shown) {
    return <EmptyState sentence="没有对比的季度，看不出变化。" advice="在“比较”里选环比、同比或指定季度。" />;
  }
  if (shown.changes.changes.length === 0) {
    return <EmptyState sentence="没有两期都实检的单位，看不出变化。" advice="可放宽单位，或换一个对比季度。" />;
  }
  const { provenance } = view;
  return (
    <Figure
      chartKey="movers"
      title="扣分变化最大的单位"
      finding={describeMovers(shown.changes, view.base.head)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units", "compare"] })}
      legend={[]}
      note={describeNote(shown.changes, [...view.base.results, ...view.now.results])}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={ChangeBarChart}
      chartHeight={changeBarChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "扣分变化最大的单位",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      onPick={pickUnit}
    />
  );
}

function quartersIn(period: Period): string {
  return describeQuarters(period.results.map((result) => result.quarter));
}

function toShown(view: InspectionView, base: Period, picked: readonly string[]) {
  const changes = compareScores(view.now.results, base.results, view.isPicked);
  const [before, now] = [quartersIn(base), quartersIn(view.now)];
  const sameYear = before.slice(0, 5) === now.slice(0, 5);
  return {
    changes,
    series: toMoverSeries(changes.changes, `${before} → ${sameYear ? now.slice(5) : now}`, picked),
    table: toTable(changes, before, now),
  };
}

function describeNote({ changes, incomparable }: ScoreChanges, results: readonly QuarterResult[]): string {
  const schemes = new Set(results.map((result) => result.scheme.id));
  const names = incomparable.map((unit) => unit.shortName).join("、");
  return [
    `单位：分，折算到满分后的扣分；可比 ${changes.length} 家，图中两侧各列至多 8 家，全部在“表”里`,
    ...(incomparable.length > 0 ? [`不可比（一期未检）${incomparable.length} 家：${names}`] : []),
    ...(schemes.size > 1 ? ["两期不是同一版评分规则，不宜直接比较"] : []),
  ]
    .join("；")
    .concat("。");
}

function toTable({ changes, incomparable }: ScoreChanges, before: string, now: string): FigureTable {
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "side", head: "类别", align: "left", kind: "text" },
      { key: "before", head: `${before}扣分`, align: "right", kind: "points" },
      { key: "now", head: `${now}扣分`, align: "right", kind: "points" },
      { key: "change", head: "变化", align: "right", kind: "change" },
      { key: "tierBefore", head: "原档次", align: "left", kind: "text" },
      { key: "tierNow", head: "现档次", align: "left", kind: "text" },
    ],
    rows: [
      ...changes.map((entry) => ({
        id: entry.unit.id,
        cells: {
          unit: entry.unit.name,
          side: UNIT_SIDE_LABEL[sideOf(entry.unit)],
          before: entry.before.countedDeduction,
          now: entry.now.countedDeduction,
          change: entry.change,
          tierBefore: tierName(entry.before),
          tierNow: tierName(entry.now),
        },
      })),
      ...incomparable.map((unit) => ({
        id: unit.id,
        cells: {
          unit: unit.name,
          side: UNIT_SIDE_LABEL[sideOf(unit)],
          before: "一期未检",
          now: "一期未检",
          change: null,
          tierBefore: "——",
          tierNow: "——",
        },
      })),
    ],
  };
}
