import { useMemo } from "react";
import type { ChartProps, RowWindow } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { Box } from "./hit-model.ts";
import { freeBoxOf } from "./panel-layout.ts";
import { RankedBarAxis } from "./ranked-bar-axis.tsx";
import { RankedBarPanelHead } from "./ranked-bar-head.tsx";
import { rankedBarHits } from "./ranked-bar-hits.ts";
import { layOutRankedBars } from "./ranked-bar-layout.ts";
import { RankedBarRows } from "./ranked-bar-rows.tsx";
import type { RankedBarSeries } from "./ranked-bar-series.ts";

/** Height at a width: panels abreast on a wide page, one above the other below 900 px. */
export function rankedBarChartHeight(series: RankedBarSeries, width: number, print?: boolean): number {
  return layOutRankedBars(series, width, print).height;
}

/** Room under the shorter of two columns, for the page's own list; null when there is none. */
export function rankedBarFreeBox(series: RankedBarSeries, width: number): Box | null {
  return freeBoxOf(layOutRankedBars(series, width));
}

/** Units as stacked bars from 0, ranked, with tier edges named on the line. All names and values are visible. */
export function RankedBarChart({ series, width, palette, rows, print, onPick }: ChartProps<RankedBarSeries>) {
  const layout = useMemo(() => layOutRankedBars(series, width, print), [series, width, print]);
  const model = useMemo(() => rankedBarHits(series, layout), [series, layout]);
  const from = rows?.from;
  const to = rows?.to;
  const marks = useMemo(() => {
    const window: RowWindow | undefined = from === undefined || to === undefined ? undefined : { from, to };
    return <RankedBarPanels series={series} width={width} palette={palette} rows={window} print={print} />;
  }, [series, width, palette, from, to, print]);
  return (
    <ChartSurface
      width={layout.places[0] === undefined ? width : Math.max(width, layout.places[0].width)}
      height={layout.height}
      print={print}
      model={model}
      onPick={onPick}
    >
      {marks}
    </ChartSurface>
  );
}

function RankedBarPanels({ series, width, palette, rows, print }: Omit<ChartProps<RankedBarSeries>, "onPick">) {
  const layout = layOutRankedBars(series, width, print);
  return series.panels.map((panel, index) => {
    const place = layout.places[index];
    if (place === undefined) return null;
    const shared = { series, panel, layout, place, palette, print };
    return (
      <g key={panel.id} transform={`translate(${place.x} ${place.y})`}>
        <RankedBarAxis {...shared} />
        <RankedBarPanelHead {...shared} />
        <RankedBarRows {...shared} rows={rows} />
      </g>
    );
  });
}
