import type { CalendarHeatmapSeries } from "./calendar-heatmap-series.ts";

export const CALENDAR_ROW = 22;
/** Title, then the months over their columns. */
export const CALENDAR_HEAD = 44;
/** 一 … 日 left of the rows. */
export const WEEKDAY_WIDTH = 22;
export const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;
const LEAST_PITCH = 24;
const WIDEST_PITCH = 40;
const GAP_X = 28;
const GAP_Y = 16;

export interface CalendarLayout {
  places: readonly { x: number; y: number }[];
  pitch: number;
  width: number;
  height: number;
}

/** Blocks stand abreast as long as a number fits each cell, then go on below. */
export function layOutCalendar(series: CalendarHeatmapSeries, width: number): CalendarLayout {
  const weeks = Math.max(1, ...series.blocks.map((block) => block.weeks));
  const least = WEEKDAY_WIDTH + weeks * LEAST_PITCH;
  const abreast = Math.max(1, Math.min(series.blocks.length, Math.floor((width + GAP_X) / (least + GAP_X))));
  const room = (width - (abreast - 1) * GAP_X) / abreast - WEEKDAY_WIDTH;
  const pitch = Math.min(WIDEST_PITCH, Math.max(LEAST_PITCH, Math.floor(room / weeks)));
  const blockWidth = WEEKDAY_WIDTH + weeks * pitch;
  const blockHeight = CALENDAR_HEAD + WEEKDAYS.length * CALENDAR_ROW;
  const places = series.blocks.map((_, index) => ({
    x: (index % abreast) * (blockWidth + GAP_X),
    y: Math.floor(index / abreast) * (blockHeight + GAP_Y),
  }));
  const rows = Math.ceil(series.blocks.length / abreast);
  return {
    places,
    pitch,
    width: Math.max(width, abreast * (blockWidth + GAP_X) - GAP_X),
    height: Math.max(0, rows * (blockHeight + GAP_Y) - GAP_Y),
  };
}
