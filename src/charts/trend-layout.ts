import { niceTicks } from "./nice-ticks.ts";
import { measureText, widestText } from "./text-measure.ts";
import type { TrendSeries } from "./trend-series.ts";

export const TREND_HEIGHT = 240;
export const TREND_TOP = 28;
export const TREND_BOTTOM = 40;
const LABEL_STEP = 15;
/** Room between the axis figures and the first point, which carries its value too. */
export const INSET = 24;
/** Marker before the name at a line's end. */
export const END_MARKER = 14;

export interface TrendLayout {
  left: number;
  right: number;
  width: number;
  /** Every how many labels one is drawn: 0 draws all. */
  interval: number;
  xOf: (index: number) => number;
  yOf: (value: number) => number;
  ends: readonly EndLabel[];
}

export interface EndLabel {
  id: string;
  text: string;
  x: number;
  /** Middle of the label, and of the point that it names. */
  y: number;
  pointY: number;
  line: number;
}

/** 2025 年一季度 → year and rest, so that the year is printed once per year. */
export function splitLabel(label: string): { year: string; rest: string } {
  const match = /^(\d{4})\s*年?\s*(.+)$/.exec(label);
  return match === null ? { year: "", rest: label } : { year: match[1] ?? "", rest: match[2] ?? "" };
}

export function layOutTrend(series: TrendSeries, width: number): TrendLayout {
  const [low, high] = series.domain;
  const ticks = trendTicks(low, high);
  const left = Math.ceil(widestText(ticks.map(String)) + measureText(` ${series.unit}`) + 10);
  const endTexts = series.lines.map((line) => endText(line));
  const right = Math.ceil(widestText(endTexts, 12, true) + END_MARKER + 16);
  const plotWidth = Math.max(60, width - left - INSET - right);
  const plotHeight = TREND_HEIGHT - TREND_TOP - TREND_BOTTOM;
  const steps = Math.max(1, series.labels.length - 1);
  const start = left + INSET;
  const xOf = (index: number) => start + (series.labels.length === 1 ? plotWidth / 2 : (index / steps) * plotWidth);
  const yOf = (value: number) => TREND_TOP + (1 - (value - low) / Math.max(1e-9, high - low)) * plotHeight;
  const labelWidth = widestText(series.labels.map((label) => splitLabel(label).rest)) + 8;
  const interval = Math.max(0, Math.ceil(labelWidth / (plotWidth / steps)) - 1);
  const ends = placeEnds(series, endTexts, width - right + 12, yOf);
  return { left, right, width, interval, xOf, yOf, ends };
}

/** Round values inside the axis' own ends. */
export function trendTicks(low: number, high: number): number[] {
  const step = niceTicks(high - low, 5)[1] ?? Math.max(1e-9, high - low);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function lastIndex(line: TrendSeries["lines"][number]): number {
  return line.values.reduce<number>((last, value, index) => (value === null ? last : index), -1);
}

function endText(line: TrendSeries["lines"][number]): string {
  return `${line.name} ${line.valueTexts[lastIndex(line)] ?? "——"}`;
}

/** Names at the line ends, pushed apart so that no two touch. */
function placeEnds(
  series: TrendSeries,
  texts: readonly string[],
  x: number,
  yOf: (value: number) => number,
): EndLabel[] {
  const labels = series.lines
    .map((line, index) => {
      const value = line.values[lastIndex(line)];
      const y = value == null ? Number.NaN : yOf(value);
      return { id: line.id, text: texts[index] ?? "", x, y, pointY: y, line: index };
    })
    .filter((label) => !Number.isNaN(label.y))
    .sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  for (const label of labels) {
    label.y = Math.max(label.y, floor);
    floor = label.y + LABEL_STEP;
  }
  let ceiling = TREND_HEIGHT - TREND_BOTTOM;
  for (const label of labels.reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - LABEL_STEP;
  }
  return labels;
}

/** Apart from the chart itself, so that a page knows the height before Recharts has loaded. */
export function trendLineChartHeight(): number {
  return TREND_HEIGHT;
}
