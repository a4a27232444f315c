import { memo, useMemo } from "react";
import { DumbbellChart, dumbbellChartHeight } from "#charts/dumbbell-chart.tsx";
import type { DumbbellSeries } from "#charts/dumbbell-series.ts";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture, LegendItem } from "#charts/figure-spec.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeDraft } from "./describe-changes.ts";
import { describeMovers } from "./describe-what-if.ts";
import { toDumbbellSeries } from "./to-dumbbell-series.ts";
import { toUnitTable } from "./to-unit-table.ts";
import { type PanelProps, useWhatIfView, type WhatIfView } from "./use-what-if-view.ts";

interface DumbbellFigureProps extends PanelProps {
  pickUnit: (id: string) => void;
}

/** Every unit before and after the draft, against the edges as they were and as they would be. */
export const DumbbellFigure = memo(function DumbbellFigure({
  register,
  filters,
  stale,
  pickUnit,
}: DumbbellFigureProps) {
  const view = useWhatIfView({ register, filters });
  const shown = useMemo(() => view && toShown(view, filters, register.units), [view, filters, register.units]);
  if (!view || !shown) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  if (view.rows.length === 0) return <EmptyState sentence="所选范围内没有单位。" advice="可放宽单位类别或单位。" />;
  const { provenance } = view;
  return (
    <Figure
      chartKey="what-if-units"
      title="推演前后各单位扣分与档次"
      finding={describeMovers(view.rows)}
      caption={captionOf(view, filters, register.units)}
      legend={LEGEND}
      note={NOTE}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={DumbbellChart}
      chartHeight={dumbbellChartHeight}
      table={shown.table}
      fileStem={{
        quarters: view.quarter,
        subject: "推演_各单位扣分与档次",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      pictures={shown.pictures}
      stale={stale}
      onPick={pickUnit}
    />
  );
});

const LEGEND: readonly LegendItem[] = [
  { kind: "text", label: "○ 现行　● 推演" },
  { kind: "band", label: "推演档线 ±0.5 分（临界）" },
  { kind: "text", label: "┆ 原档线" },
];

const NOTE =
  "单位：分，折算到满分的扣分，越少越好。改每次扣分或按比例指标的分值时，已有问题按新旧比例重新计价；否决、未检不因改动而变。推演不改动任何已发布的数字。";

function toShown(view: WhatIfView, filters: ResolvedFilters, units: readonly Unit[]) {
  const series = toDumbbellSeries(view.whatIf, view.rows, { sort: filters.sort, picked: filters.units });
  return {
    series,
    table: toUnitTable(view.whatIf, view.rows),
    pictures: toPictures(view, filters, { series, units }),
  };
}

/** One picture a class: two abreast would not be readable on a page of Word. */
function toPictures(
  view: WhatIfView,
  filters: ResolvedFilters,
  { series, units }: { series: DumbbellSeries; units: readonly Unit[] },
): FigurePicture<DumbbellSeries>[] {
  if (series.panels.length < 2) return [];
  return series.panels.map((panel) => ({
    suffix: panel.title.replace(" · ", ""),
    title: `推演前后各${panel.title}扣分与档次`,
    finding: describeMovers(view.rows.filter((row) => row.group.id === panel.id)),
    caption: `${captionOf(view, filters, units)} · ${panel.title}`,
    series: { ...series, panels: [panel] },
  }));
}

/** The picks and the draft itself: a picture says what was tried. */
export function captionOf(view: WhatIfView, filters: ResolvedFilters, units: readonly Unit[]): string {
  const scope = describeFilters({ ...filters, quarters: [view.quarter] }, units, { parts: ["quarters", "units"] });
  return `${scope} · ${describeDraft(view.whatIf.base, view.changes, 8)}`;
}
