import { useMemo } from "react";
import {
  CALENDAR_HEAD,
  CALENDAR_ROW,
  type CalendarLayout,
  layOutCalendar,
  WEEKDAY_WIDTH,
  WEEKDAYS,
} from "./calendar-heatmap-layout.ts";
import type { CalendarBlock, CalendarDay, CalendarHeatmapSeries } from "./calendar-heatmap-series.ts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

export function calendarHeatmapChartHeight(series: CalendarHeatmapSeries, width: number): number {
  return layOutCalendar(series, width).height;
}

/** Days as cells with their number, a week to a column: what comes in bursts, and on which days. */
export function CalendarHeatmapChart({ series, width, palette, print, onPick }: ChartProps<CalendarHeatmapSeries>) {
  const layout = useMemo(() => layOutCalendar(series, width), [series, width]);
  const model = useMemo(() => calendarHits(series, layout), [series, layout]);
  const marks = useMemo(
    () =>
      series.blocks.map((block, index) => {
        const place = layout.places[index];
        return place === undefined ? null : (
          <g key={block.id} transform={`translate(${place.x} ${place.y})`}>
            <BlockHead block={block} layout={layout} palette={palette} print={print} />
            <Days block={block} layout={layout} palette={palette} print={print} />
          </g>
        );
      }),
    [series, layout, palette, print],
  );
  return (
    <ChartSurface width={layout.width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface BlockProps {
  block: CalendarBlock;
  layout: CalendarLayout;
  palette: Palette;
  print: boolean | undefined;
}

function centreOf(day: Pick<CalendarDay, "week">, pitch: number): number {
  return WEEKDAY_WIDTH + (day.week + 0.5) * pitch;
}

function BlockHead({ block, layout, palette, print }: BlockProps) {
  const weekdays = WEEKDAYS.map((text, row) => ({ x: 0, y: CALENDAR_HEAD + row * CALENDAR_ROW + 15, text }));
  const months = block.months.map(({ week, text }) => ({
    x: WEEKDAY_WIDTH + week * layout.pitch + 2,
    y: CALENDAR_HEAD - 7,
    text,
  }));
  return (
    <>
      <text x={0} y={13} fill={palette.ink} fontWeight={700}>
        {block.title}
      </text>
      <text x={measureText(block.title, 12, true) + 10} y={13} fill={palette["ink-2"]}>
        {block.subtitle}
      </text>
      <TextMarks marks={[...weekdays, ...months]} fill={palette["ink-3"]} print={print} />
    </>
  );
}

const RAMP = [1, 2, 3, 4, 5, 6] as const;

/** One path a class, one node for the numbers of each ink. */
function Days({ block, layout, palette, print }: BlockProps) {
  const { pitch } = layout;
  const numbers = (ramp: CalendarDay["ramp"]) =>
    block.days
      .filter((day) => day.ramp === ramp)
      .map((day) => ({ x: centreOf(day, pitch), y: CALENDAR_HEAD + day.weekday * CALENDAR_ROW + 15, text: day.text }));
  const cells = (ramp: CalendarDay["ramp"]) =>
    block.days
      .filter((day) => day.ramp === ramp)
      .map((day) =>
        rectPath(
          WEEKDAY_WIDTH + day.week * pitch,
          CALENDAR_HEAD + day.weekday * CALENDAR_ROW,
          pitch - 1,
          CALENDAR_ROW - 1,
        ),
      )
      .join("");
  return (
    <>
      {RAMP.map((step) => {
        const path = cells(step);
        return path === "" ? null : <path key={step} d={path} fill={palette[`q${step}`]} />;
      })}
      {RAMP.map((step) => (
        <TextMarks key={step} marks={numbers(step)} fill={palette[`q${step}-ink`]} anchor="middle" print={print} />
      ))}
      <TextMarks marks={numbers(0)} fill={palette["ink-3"]} anchor="middle" print={print} />
    </>
  );
}

/** Every row of a block is a panel of its own, for the first and the last week are not whole. */
function calendarHits(series: CalendarHeatmapSeries, layout: CalendarLayout): HitModel {
  const rows = series.blocks.flatMap((block, index) =>
    WEEKDAYS.map((_, weekday) => ({
      place: layout.places[index] ?? { x: 0, y: 0 },
      weekday,
      days: block.days.filter((day) => day.weekday === weekday),
    })),
  );
  return {
    label: "每日件数，方向键逐日查看",
    hint: "",
    panels: rows.map(({ place, weekday, days }) => {
      const columns = days.map((day) => ({
        x: place.x + WEEKDAY_WIDTH + day.week * layout.pitch,
        width: layout.pitch,
      }));
      return {
        x: place.x,
        y: place.y + CALENDAR_HEAD + weekday * CALENDAR_ROW,
        rowHeight: CALENDAR_ROW,
        rowCount: days.length === 0 ? 0 : 1,
        columns: () => columns,
      };
    }),
    describe: ({ panel, column }) => {
      const day = rows[panel]?.days[column];
      return day === undefined
        ? null
        : { id: null, title: day.title, lines: [[series.subject, `${day.text} ${series.unit}`]], picked: false };
    },
  };
}
