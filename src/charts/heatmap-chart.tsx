import { useMemo } from "react";
import type { ChartProps, RowWindow } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import { HeatmapHead } from "./heatmap-head.tsx";
import { heatmapHits } from "./heatmap-hits.ts";
import { layOutHeatmap } from "./heatmap-layout.ts";
import { HeatmapRows } from "./heatmap-rows.tsx";
import type { HeatmapSeries } from "./heatmap-series.ts";

/** Height at a width: same rows as the ranked bars, so that the eye goes straight down. */
export function heatmapChartHeight(series: HeatmapSeries, width: number, print?: boolean): number {
  return layOutHeatmap(series, width, print).height;
}

/** Unit × indicator: six classes of one ramp with the number in every cell. onPick gets toHeatmapPick(unit, indicator). */
export function HeatmapChart({ series, width, palette, rows, print, onPick }: ChartProps<HeatmapSeries>) {
  const layout = useMemo(() => layOutHeatmap(series, width, print), [series, width, print]);
  const model = useMemo(() => heatmapHits(series, layout), [series, layout]);
  const from = rows?.from;
  const to = rows?.to;
  const marks = useMemo(() => {
    const window: RowWindow | undefined = from === undefined || to === undefined ? undefined : { from, to };
    return series.panels.map((panel, index) => {
      const place = layout.places[index];
      if (place === undefined) return null;
      const shared = { series, panel, layout, place, palette, print };
      return (
        <g key={panel.id} transform={`translate(${place.x} ${place.y})`}>
          <HeatmapHead {...shared} />
          <HeatmapRows {...shared} rows={window} />
        </g>
      );
    });
  }, [series, layout, palette, from, to, print]);
  const right = Math.max(width, ...layout.places.map((place) => place.x + place.width));
  return (
    <ChartSurface width={right} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}
