import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { layOutRateBars, OPEN_OVERDUE_HEAD, RATE_BAR, type RateBarLayout, type RateColumn } from "./rate-bar-layout.ts";
import type { RateBarRow, RateBarSeries } from "./rate-bar-series.ts";
import { rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

export function rateBarChartHeight(series: RateBarSeries, width: number, print?: boolean): number {
  return layOutRateBars(series, width, print).height;
}

/** Rates on a track to 100 %, each with n/N; what is open and past due stands beside the rate, never inside. */
export function RateBarChart({ series, width, palette, print, onPick }: ChartProps<RateBarSeries>) {
  const layout = useMemo(() => layOutRateBars(series, width, print), [series, width, print]);
  const model = useMemo(() => rateBarHits(series, layout), [series, layout]);
  const marks = useMemo(
    () => <RateBarMarks series={series} layout={layout} palette={palette} print={print} />,
    [series, layout, palette, print],
  );
  const right = Math.max(width, ...layout.columns.map((column) => column.openRight));
  return (
    <ChartSurface width={right} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  series: RateBarSeries;
  layout: RateBarLayout;
  palette: Palette;
  print: boolean | undefined;
}

interface PlacedRow {
  row: RateBarRow;
  column: RateColumn;
  top: number;
  base: number;
}

function placeRows({ rows }: RateBarSeries, layout: RateBarLayout): PlacedRow[] {
  return layout.columns.flatMap((column) =>
    rows.slice(column.from, column.to).map((row, index) => {
      const top = layout.rowsTop + index * layout.rowHeight;
      return { row, column, top, base: top + layout.rowHeight / 2 + 4 };
    }),
  );
}

function RateBarMarks(part: PartProps) {
  const { series, layout, palette, print } = part;
  const placed = placeRows(series, layout);
  const rates = (isKnown: boolean) =>
    placed
      .filter(({ row }) => (row.share !== null) === isKnown)
      .map(({ row, column, base }) => ({ x: column.rateRight, y: base, text: row.rateText }));
  return (
    <>
      <Heads {...part} />
      <Bars placed={placed} layout={layout} palette={palette} />
      {placed.map(({ row, column, base }) => (
        <text key={row.id} x={column.x} y={base} fill={palette.ink} fontWeight={row.picked ? 700 : undefined}>
          {row.name}
        </text>
      ))}
      <TextMarks marks={rates(true)} fill={palette.ink} anchor="end" bold print={print} />
      <TextMarks marks={rates(false)} fill={palette["ink-3"]} anchor="end" print={print} />
      <TextMarks
        marks={placed.map(({ row, column, base }) => ({ x: column.countRight, y: base, text: row.countText }))}
        fill={palette["ink-2"]}
        anchor="end"
        print={print}
      />
      <TextMarks
        marks={placed
          .filter(({ row }) => row.openOverdueText !== "")
          .map(({ row, column, base }) => ({ x: column.openRight, y: base, text: row.openOverdueText }))}
        fill={palette.overdue}
        anchor="end"
        bold
        print={print}
      />
    </>
  );
}

function Heads({ series, layout, palette, print }: PartProps) {
  const isShown = series.rows.some((row) => row.openOverdueText !== "");
  if (series.rows.length === 0) return null;
  const y = 12;
  const marks = layout.columns.flatMap(({ rateRight, countRight, openRight }) => [
    { x: rateRight, y, text: "按时率" },
    { x: countRight, y, text: series.countHead },
    ...(isShown ? [{ x: openRight, y, text: OPEN_OVERDUE_HEAD }] : []),
  ]);
  return <TextMarks marks={marks} fill={palette["ink-3"]} anchor="end" print={print} />;
}

/** One path a look: track, kept, missed. */
function Bars({ placed, layout, palette }: { placed: readonly PlacedRow[]; layout: RateBarLayout; palette: Palette }) {
  let track = "";
  let kept = "";
  let missed = "";
  for (const { row, column, top } of placed) {
    const x = column.x + layout.nameWidth;
    const y = top + (layout.rowHeight - RATE_BAR) / 2;
    if (row.share === null) {
      track += rectPath(x, y, layout.trackWidth, RATE_BAR);
      continue;
    }
    const length = row.share * layout.trackWidth;
    if (length > 0) kept += rectPath(x, y, length, RATE_BAR);
    if (row.share < 1) {
      const gap = length > 0 ? 1 : 0;
      missed += rectPath(x + length + gap, y, Math.max(1, layout.trackWidth - length - gap), RATE_BAR);
    }
  }
  return (
    <>
      {track !== "" && <path d={track} fill={palette.track} />}
      {kept !== "" && <path d={kept} fill={palette.m2} />}
      {missed !== "" && <path d={missed} fill={palette.overdue} />}
    </>
  );
}

function rateBarHits(series: RateBarSeries, layout: RateBarLayout): HitModel {
  return {
    label: "按时率条形，上下键逐条查看",
    hint: "点击筛选该单位",
    panels: layout.columns.map((column) => ({
      x: column.x,
      y: layout.rowsTop,
      rowHeight: layout.rowHeight,
      rowCount: column.to - column.from,
      columns: () => [{ x: column.x, width: column.openRight - column.x }],
    })),
    describe: ({ panel, row: index }) => {
      const row = series.rows[(layout.columns[panel]?.from ?? 0) + index];
      if (row === undefined) return null;
      return {
        id: row.id,
        title: row.name,
        lines: [
          ["按时率", row.rateText],
          [series.countHead, row.countText],
          ...(row.openOverdueText === "" ? [] : [[OPEN_OVERDUE_HEAD, `${row.openOverdueText} 条`] as const]),
        ],
        picked: row.picked,
      };
    },
  };
}
