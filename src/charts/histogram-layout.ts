import type { HistogramBin, HistogramPanel, HistogramSeries } from "./histogram-series.ts";
import { niceTicks } from "./nice-ticks.ts";
import { measureText } from "./text-measure.ts";

const LEFT = 34;
const RIGHT = 4;
/** Title and name of the limit over each plot, and the number over its highest bar under them. */
const HEAD = 50;
const AXIS = 24;
const LEAST_PLOT = 36;
/** Height of the bars of all panels together. */
const PLOTS = 150;
const MOST_PER_COUNT = 24;

export interface PlacedPanel {
  panel: HistogramPanel;
  titleBase: number;
  /** Upper and lower edge of the plot. */
  top: number;
  bottom: number;
  ticks: readonly number[];
  /** Right edge of the last value that is still in time, with its name. */
  limit: { x: number; textX: number; anchor: "start" | "end"; base: number; label: string } | null;
  late: { x: number; width: number; base: number; text: string } | null;
}

export interface HistogramLayout {
  left: number;
  right: number;
  height: number;
  /** Pixels per case. */
  scale: number;
  /** Pixels per value. */
  slot: number;
  /** Left edge of the slot of a value. */
  xOf: (value: number) => number;
  panels: readonly PlacedPanel[];
  /** Values named under each plot. */
  ticks: readonly number[];
}

export function countOf({ onTime, late }: HistogramBin): number {
  return onTime + late;
}

function highestOf(panel: HistogramPanel): number {
  return Math.max(0, ...panel.bins.map(countOf));
}

/** All panels share the axis and the pixels per case, so that few cases look few. */
export function layOutHistogram(series: HistogramSeries, width: number): HistogramLayout {
  // The unit stands behind the last number of the axis, which stands under its bar.
  const right = Math.max(LEFT + 160, Math.floor(width - RIGHT - measureText(` ${series.axisUnit}`)));
  const slot = (right - LEFT) / (series.maximum + 1);
  const xOf = (value: number) => LEFT + value * slot;
  const highest = series.panels.map(highestOf);
  const scale = Math.min(MOST_PER_COUNT, PLOTS / Math.max(1, sum(highest)));
  let y = 0;
  const panels = series.panels.map((panel, index): PlacedPanel => {
    const high = highest[index] ?? 0;
    const top = y + HEAD;
    const bottom = Math.round(top + Math.max(LEAST_PLOT, high * scale));
    const placed: PlacedPanel = {
      panel,
      titleBase: y + 14,
      top,
      bottom,
      ticks: countTicks(high, bottom - top),
      limit: placeLimit(panel, { xOf, base: y + 32 }),
      late: placeLate(panel, { xOf, right, bottom, scale, top }),
    };
    y = bottom + AXIS;
    return placed;
  });
  return { left: LEFT, right, height: y + 2, scale, slot, xOf, panels, ticks: axisTicks(series, slot) };
}

/** A plot too low for steps still says how high its highest bar is. */
function countTicks(high: number, height: number): readonly number[] {
  const ticks = niceTicks(high, Math.max(1, Math.floor(height / 32)));
  return ticks.length === 1 && high > 0 ? [0, high] : ticks;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Day 20 is in time, so the line stands behind its bar. The name stands left of it, where days before it leave room. */
function placeLimit(panel: HistogramPanel, place: { xOf: (value: number) => number; base: number }) {
  if (panel.limit === null) return null;
  const { value, label } = panel.limit;
  const x = Math.round(place.xOf(value + 1)) + 0.5;
  const fitsLeft = x - 5 - measureText(label) >= LEFT;
  const anchor = fitsLeft ? ("end" as const) : ("start" as const);
  return { x, textX: fitsLeft ? x - 5 : x + 5, anchor, base: place.base, label };
}

interface LatePlace {
  xOf: (value: number) => number;
  right: number;
  top: number;
  bottom: number;
  scale: number;
}

/** Over the late bars and beyond the line; where the axis ends before the words do, over whatever stands there. */
function placeLate(panel: HistogramPanel, { xOf, right, top, bottom, scale }: LatePlace) {
  const first = panel.bins.find((bin) => bin.late > 0);
  if (first === undefined || panel.lateText === "") return null;
  const wide = measureText(panel.lateText, 12, true);
  const line = panel.limit === null ? 0 : xOf(panel.limit.value + 1) + 5;
  const x = Math.max(LEFT, Math.min(Math.max(xOf(first.value), line), right - wide));
  const under = panel.bins.filter((bin) => xOf(bin.value + 1) > x && xOf(bin.value) < x + wide);
  const highest = Math.max(0, ...under.map(countOf));
  return { x, width: wide, base: Math.max(top + 10, bottom - highest * scale - 6), text: panel.lateText };
}

/** 0, 5, 10 …, each under its bar; every tenth where five are too near. */
function axisTicks(series: HistogramSeries, slot: number): number[] {
  const step = [1, 2, 5, 10, 20].find((size) => size * slot >= 28) ?? 50;
  return Array.from({ length: Math.floor(series.maximum / step) + 1 }, (_, index) => index * step);
}
