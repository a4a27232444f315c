import { useMemo } from "react";
import type { ChartProps, RowWindow } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette, PaletteToken } from "./palette.ts";
import { rowsInWindow } from "./panel-layout.ts";
import { linePath, rectPath } from "./shapes.ts";
import { round, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";
import { groupStarts, layOutTimeline, type TimelineLayout, thinTicks } from "./timeline-layout.ts";
import { toTimelinePaths } from "./timeline-paths.ts";
import type { TimelineRow, TimelineSeries } from "./timeline-series.ts";

/** Height at a width; a picture with many rows sets them closer. */
export function timelineChartHeight(series: TimelineSeries, width: number, print?: boolean): number {
  return layOutTimeline(series, width, print).height;
}

/** Cases as bars against their limits, grouped by unit, with the present moment through all of them. */
export function TimelineChart({ series, width, palette, rows, print, onPick }: ChartProps<TimelineSeries>) {
  const layout = useMemo(() => layOutTimeline(series, width, print), [series, width, print]);
  const model = useMemo(() => timelineHits(series, layout), [series, layout]);
  const from = rows?.from;
  const to = rows?.to;
  const marks = useMemo(() => {
    const window = from === undefined || to === undefined ? undefined : { from, to };
    return <TimelineMarks series={series} layout={layout} palette={palette} print={print} window={window} />;
  }, [series, layout, palette, print, from, to]);
  return (
    <ChartSurface width={layout.right} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  series: TimelineSeries;
  layout: TimelineLayout;
  palette: Palette;
  print: boolean | undefined;
}

interface PlacedRow {
  row: TimelineRow;
  index: number;
  middle: number;
}

function TimelineMarks({ window, ...part }: PartProps & { window: RowWindow | undefined }) {
  const { series, layout, palette } = part;
  const { rowsTop, rowHeight } = layout;
  const placed = rowsInWindow(series.rows, window, rowsTop, rowHeight).map(({ row, index }) => ({
    row,
    index,
    middle: Math.round(rowsTop + (index + 0.5) * rowHeight),
  }));
  return (
    <>
      <Grid {...part} />
      <Bars placed={placed} layout={layout} palette={palette} />
      <Names {...part} placed={placed} />
      <Remarks {...part} placed={placed} />
      <NowLine {...part} />
    </>
  );
}

function Grid({ series, layout, palette, print }: PartProps) {
  const bottom = layout.height - 4;
  const days = series.ticks.filter((tick) => tick.isDay).map(({ at }) => Math.round(layout.xOf(at)) + 0.5);
  const rules = groupStarts(series.rows)
    .slice(1)
    .map((row) => layout.rowsTop + row * layout.rowHeight - 0.5);
  return (
    <>
      <path d={days.map((x) => linePath(x, layout.rowsTop, x, bottom)).join("")} stroke={palette.line} />
      <path d={rules.map((y) => linePath(0, y, layout.right, y)).join("")} stroke={palette.grid} />
      <path d={linePath(0, layout.rowsTop - 0.5, layout.right, layout.rowsTop - 0.5)} stroke={palette["line-strong"]} />
      <TextMarks
        marks={thinTicks(series, layout).map(({ x, text }) => ({ x, y: layout.axisBase, text }))}
        fill={palette["ink-3"]}
        anchor="middle"
        print={print}
      />
    </>
  );
}

function Bars({ placed, layout, palette }: { placed: readonly PlacedRow[]; layout: TimelineLayout; palette: Palette }) {
  const paths = toTimelinePaths(placed, layout);
  return (
    <>
      {paths.rest !== "" && <path d={paths.rest} fill={palette.track} stroke={palette["line-strong"]} />}
      {paths.m1 !== "" && <path d={paths.m1} fill={palette.m1} />}
      {paths.m2 !== "" && <path d={paths.m2} fill={palette.m2} />}
      {paths.soon !== "" && <path d={paths.soon} fill={palette["soon-mark"]} />}
      {paths.late !== "" && <path d={paths.late} fill={palette.overdue} />}
      {paths.hatchFrame !== "" && <path d={paths.hatchFrame} fill={palette.surface} stroke={palette.nodata} />}
      {paths.hatch !== "" && <path d={paths.hatch} stroke={palette.nodata} strokeWidth={1.2} fill="none" />}
      {paths.due !== "" && <path d={paths.due} stroke={palette.ink} strokeWidth={2} />}
    </>
  );
}

function Names({ placed, series, layout, palette, print }: PartProps & { placed: readonly PlacedRow[] }) {
  const starts = new Set(groupStarts(series.rows));
  return (
    <>
      {placed.map(({ row, index, middle }) =>
        starts.has(index) ? (
          <text key={row.id} x={0} y={middle + 4} fill={palette.ink}>
            {row.group}
          </text>
        ) : null,
      )}
      <TextMarks
        marks={placed.map(({ row, middle }) => ({ x: layout.labelX, y: middle + 4, text: row.label }))}
        fill={palette["ink-2"]}
        print={print}
      />
    </>
  );
}

const REMARK_LOOKS = [
  ["overdue", "overdue", true],
  ["soon", "soon", true],
  ["plain", "ink", false],
  ["quiet", "ink-3", false],
] as const satisfies readonly (readonly [TimelineRow["remarkLook"], PaletteToken, boolean])[];

function Remarks({ placed, layout, palette, print }: Omit<PartProps, "series"> & { placed: readonly PlacedRow[] }) {
  return REMARK_LOOKS.map(([look, token, isBold]) => (
    <TextMarks
      key={look}
      marks={placed
        .filter(({ row }) => row.remarkLook === look)
        .map(({ row, middle }) => ({ x: layout.right, y: middle + 4, text: row.remark }))}
      fill={palette[token]}
      anchor="end"
      bold={isBold}
      print={print}
    />
  ));
}

/** The accent means "now" and nothing else in a plot. */
function NowLine({ series, layout, palette, print }: PartProps) {
  const x = Math.round(layout.xOf(series.now));
  const width = Math.ceil(measureText(series.nowText, 12, true)) + 14;
  const left = Math.min(Math.max(0, x - width / 2), layout.right - width);
  return (
    <>
      <path d={linePath(x, 17, x, layout.height - 4)} stroke={palette.accent} strokeWidth={1.5} />
      <path d={rectPath(round(left), 0, width, 17)} fill={palette.accent} />
      <TextMarks
        marks={[{ x: left + width / 2, y: 13, text: series.nowText }]}
        fill={palette.surface}
        anchor="middle"
        bold
        print={print}
      />
    </>
  );
}

function timelineHits(series: TimelineSeries, layout: TimelineLayout): HitModel {
  const whole = [{ x: 0, width: layout.right }];
  return {
    label: "时限条，上下键逐条查看，回车查看该件",
    hint: "点击查看该件",
    panels: [
      {
        x: 0,
        y: layout.rowsTop,
        rowHeight: layout.rowHeight,
        rowCount: series.rows.length,
        columns: () => whole,
      },
    ],
    describe: ({ row: index }) => {
      const row = series.rows[index];
      return row === undefined
        ? null
        : { id: row.id, title: `${row.group} · ${row.label}`, lines: row.lines, picked: false };
    },
  };
}
