import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import { niceTicks } from "./nice-ticks.ts";
import type { Palette } from "./palette.ts";
import { fillColour, fillInk, hatchPath, rectPath } from "./shapes.ts";
import {
  ABOVE,
  layOutStackedBars,
  type PlacedSegment,
  rowTitle,
  STACK_BAR,
  type StackedBarLayout,
} from "./stacked-bar-layout.ts";
import type { StackedBarSeries } from "./stacked-bar-series.ts";
import { measureText } from "./text-measure.ts";

/** Height at a width: small segments take a lane under their bar for their words. */
export function stackedBarChartHeight(series: StackedBarSeries, width: number): number {
  return layOutStackedBars(series, width).height;
}

/** Few stacked bars on one axis from 0; each segment is named inside when it fits, else below with a leader. */
export function StackedBarChart({ series, width, palette, print, onPick }: ChartProps<StackedBarSeries>) {
  const layout = useMemo(() => layOutStackedBars(series, width), [series, width]);
  const model = useMemo(() => stackedBarHits(series, layout), [series, layout]);
  const marks = useMemo(
    () => (
      <>
        {layout.rows.map((row) => (
          <g key={row.id} transform={`translate(0 ${row.top})`}>
            <text x={0} y={16} fill={palette.ink} fontWeight={700}>
              {rowTitle(row)}
            </text>
            {row.segments.map((placed) => (
              <Segment key={placed.segment.id} placed={placed} palette={palette} />
            ))}
          </g>
        ))}
        <Axis series={series} layout={layout} palette={palette} />
      </>
    ),
    [series, layout, palette],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

function Segment({ placed, palette }: { placed: PlacedSegment; palette: Palette }) {
  const { segment, x, width, inside, outside } = placed;
  const isGap = segment.fill.kind === "gap";
  return (
    <>
      <SegmentFill placed={placed} palette={palette} />
      {inside !== null && (segment.fill.kind === "nodata" || isGap) && (
        <path d={rectPath(x + 3, 4, measureText(inside, 12, true) + 6, STACK_BAR - 8)} fill={palette.surface} />
      )}
      {inside !== null && (
        <text x={x + 6} y={16} fill={fillInk(segment.fill, palette)} fontWeight={700}>
          {inside}
        </text>
      )}
      {outside !== null && (
        <>
          <path d={`M${x + width / 2} ${leaderOf(outside.lane)}`} stroke={isGap ? palette.worse : palette.axis} />
          <text
            x={outside.x}
            y={outside.lane === ABOVE ? -6 : STACK_BAR + 16 + outside.lane * 16}
            fill={isGap ? palette.worse : palette.ink}
            fontWeight={isGap ? 700 : undefined}
          >
            {outside.text}
          </text>
        </>
      )}
    </>
  );
}

function leaderOf(lane: number): string {
  return lane === ABOVE ? "0v-5" : `${STACK_BAR}v${lane * 16 + 5}`;
}

function SegmentFill({ placed, palette }: { placed: PlacedSegment; palette: Palette }) {
  const { segment, x } = placed;
  const width = Math.max(1, placed.width - 1);
  if (segment.fill.kind === "gap") {
    return (
      <path
        d={rectPath(x + 0.5, 0.5, Math.max(1, width - 1), STACK_BAR - 1)}
        fill="none"
        stroke={palette.worse}
        strokeDasharray="3 2"
      />
    );
  }
  if (segment.fill.kind === "nodata") {
    return (
      <>
        <path d={hatchPath(x, 0, width, STACK_BAR)} stroke={palette.nodata} strokeWidth={1.2} />
        <path d={rectPath(x + 0.5, 0.5, Math.max(1, width - 1), STACK_BAR - 1)} stroke={palette.nodata} fill="none" />
      </>
    );
  }
  return <path d={rectPath(x, 0, width, STACK_BAR)} fill={fillColour(segment.fill, palette)} />;
}

function Axis({ series, layout, palette }: { series: StackedBarSeries; layout: StackedBarLayout; palette: Palette }) {
  const { plotX, plotEnd, scale, axisY } = layout;
  const ticks = niceTicks(series.maximum, Math.max(2, Math.floor((plotEnd - plotX) / 90)));
  return (
    <>
      <path
        d={`M${plotX} ${axisY + 0.5}H${plotEnd}${ticks.map((tick) => `M${plotX + tick * scale} ${axisY}v4`).join("")}`}
        stroke={palette.axis}
        fill="none"
      />
      {ticks.map((tick) => (
        <text
          key={tick}
          x={plotX + tick * scale}
          y={axisY + 18}
          fill={palette["ink-3"]}
          textAnchor={tick === 0 ? "start" : "middle"}
        >
          {tick === 0 ? `0 ${series.unit}` : tick}
        </text>
      ))}
    </>
  );
}

function stackedBarHits(series: StackedBarSeries, layout: StackedBarLayout): HitModel {
  return {
    label: "堆叠条形，方向键逐段查看",
    hint: "点击查看",
    panels: layout.rows.map((row) => {
      const columns = row.segments.map(({ x, width }) => ({ x, width }));
      return { x: 0, y: row.top, rowHeight: STACK_BAR, rowCount: 1, columns: () => columns };
    }),
    describe: ({ panel, column }) => {
      const row = series.rows[panel];
      const segment = row?.segments[column];
      if (row === undefined || segment === undefined) return null;
      return {
        id: segment.id,
        title: `${row.label} · ${segment.name}`,
        lines: [
          [segment.name, `${segment.valueText} ${series.unit}`],
          ["合计", row.totalText],
        ],
        picked: false,
      };
    },
  };
}
