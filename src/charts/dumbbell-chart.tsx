import { useMemo } from "react";
import type { ChartProps, RowWindow } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import { DumbbellAxis } from "./dumbbell-axis.tsx";
import { HEAD_ROW, layOutDumbbell, TITLE_ROW } from "./dumbbell-layout.ts";
import { DumbbellRows } from "./dumbbell-rows.tsx";
import type { DumbbellSeries } from "./dumbbell-series.ts";
import type { HitModel } from "./hit-model.ts";
import { rowPanels } from "./panel-layout.ts";
import { TextMarks } from "./text-marks.tsx";

export function dumbbellChartHeight(series: DumbbellSeries, width: number, print?: boolean): number {
  return layOutDumbbell(series, width, print).height;
}

/** Units before and after, a ring joined to a dot, against the edges before and after. */
export function DumbbellChart({ series, width, palette, rows, print, onPick }: ChartProps<DumbbellSeries>) {
  const layout = useMemo(() => layOutDumbbell(series, width, print), [series, width, print]);
  const model = useMemo(() => dumbbellHits(series, layout), [series, layout]);
  const from = rows?.from;
  const to = rows?.to;
  const marks = useMemo(() => {
    const window: RowWindow | undefined = from === undefined || to === undefined ? undefined : { from, to };
    return <Panels series={series} width={width} palette={palette} rows={window} print={print} />;
  }, [series, width, palette, from, to, print]);
  const chartWidth = layout.places[0] === undefined ? width : Math.max(width, layout.places[0].width);
  return (
    <ChartSurface width={chartWidth} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

function Panels({ series, width, palette, rows, print }: Omit<ChartProps<DumbbellSeries>, "onPick">) {
  const layout = layOutDumbbell(series, width, print);
  return series.panels.map((panel, index) => {
    const place = layout.places[index];
    if (place === undefined) return null;
    const shared = { series, panel, layout, place, palette, print };
    const heads = [{ x: 0, y: TITLE_ROW + 14, text: "档次" }];
    const names = [{ x: layout.nameX, y: TITLE_ROW + 14, text: "单位" }];
    return (
      <g key={panel.id} transform={`translate(${place.x} ${place.y})`}>
        <text x={0} y={14} fontSize={13} fontWeight={700} fill={palette.ink}>
          {panel.title}
          <tspan dx={6} fontSize={12} fontWeight={400} fill={palette["ink-3"]}>
            {panel.subtitle}
          </tspan>
        </text>
        <TextMarks marks={[...heads, ...names]} fill={palette["ink-3"]} print={print} />
        <TextMarks
          marks={[{ x: layout.valueRight, y: TITLE_ROW + 14, text: "扣分" }]}
          fill={palette["ink-3"]}
          anchor="end"
          print={print}
        />
        <path d={`M0 ${TITLE_ROW + HEAD_ROW - 0.5}H${place.width}`} stroke={palette["line-strong"]} />
        <DumbbellAxis {...shared} />
        <DumbbellRows {...shared} rows={rows} />
      </g>
    );
  });
}

function dumbbellHits(series: DumbbellSeries, layout: ReturnType<typeof layOutDumbbell>): HitModel {
  return {
    label: "各单位推演前后，上下键逐家查看",
    hint: "点击筛选该单位",
    panels: rowPanels(series.panels, layout),
    describe: (position) => {
      const row = series.panels[position.panel]?.rows[position.row];
      return row === undefined ? null : { id: row.id, title: row.name, lines: row.lines, picked: row.picked };
    },
  };
}
