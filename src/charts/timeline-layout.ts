import { measureText, widestText } from "./text-measure.ts";
import type { TimelineRow, TimelineSeries, TimelineSpan } from "./timeline-series.ts";

export const TIMELINE_BAR = 10;
/** Flag of the present moment, then the words of the axis. */
const FLAG_ROW = 20;
const AXIS_ROW = 18;
const ROW = 22;
const GAP = 10;
const LEAST_PLOT = 160;
/** A picture with more rows than this would pass the text block of an official document. */
const ROOMY_ROWS = 27;
const DENSE_ROW = 17;

export interface TimelineLayout {
  labelX: number;
  plotX: number;
  plotEnd: number;
  /** Right edge of the remarks. */
  right: number;
  rowsTop: number;
  rowHeight: number;
  height: number;
  axisBase: number;
  /** Moment to pixels, kept inside the plot. */
  xOf: (moment: number) => number;
}

export function layOutTimeline(series: TimelineSeries, width: number, print?: boolean): TimelineLayout {
  const groups = widestText(series.rows.map((row) => row.group));
  const labels = widestText(series.rows.map((row) => row.label));
  const remarks = widestText(
    series.rows.map((row) => row.remark),
    12,
    true,
  );
  const labelX = Math.ceil(groups + GAP);
  const plotX = Math.ceil(labelX + labels + GAP);
  const right = Math.max(width, plotX + LEAST_PLOT + GAP + Math.ceil(remarks));
  const plotEnd = Math.floor(right - remarks - GAP);
  const rowHeight = print && series.rows.length > ROOMY_ROWS ? DENSE_ROW : ROW;
  const rowsTop = FLAG_ROW + AXIS_ROW + 6;
  const scale = (plotEnd - plotX) / Math.max(1, series.to - series.from);
  return {
    labelX,
    plotX,
    plotEnd,
    right,
    rowsTop,
    rowHeight,
    height: rowsTop + series.rows.length * rowHeight + 4,
    axisBase: FLAG_ROW + AXIS_ROW - 5,
    xOf: (moment) => plotX + (Math.min(Math.max(moment, series.from), series.to) - series.from) * scale,
  };
}

/** The bar of a case, cut at its pauses and at its due moment. */
export interface BarParts {
  used: readonly TimelineSpan[];
  late: readonly TimelineSpan[];
  paused: readonly TimelineSpan[];
  /** What is left of the limit; null when none is, or the clock has stopped for good. */
  rest: TimelineSpan | null;
}

export function splitBar(row: TimelineRow): BarParts {
  const used: TimelineSpan[] = [];
  const late: TimelineSpan[] = [];
  const paused: TimelineSpan[] = [];
  let at = row.from;
  const run = (to: number) => {
    if (to <= at) return;
    if (at < row.due) used.push({ from: at, to: Math.min(to, row.due) });
    if (to > row.due) late.push({ from: Math.max(at, row.due), to });
  };
  for (const pause of [...row.pauses].sort((a, b) => a.from - b.from)) {
    const from = Math.max(at, pause.from);
    const to = Math.max(from, Math.min(pause.to, row.to));
    run(from);
    if (to > from) paused.push({ from, to });
    at = to;
  }
  run(row.to);
  const rest = row.isOpen && row.due > row.to ? { from: row.to, to: row.due } : null;
  return { used, late, paused, rest };
}

/** Words of the axis that keep clear of each other, of the line of now and of the plot's ends; days before half days. */
export function thinTicks(series: TimelineSeries, layout: TimelineLayout): { x: number; text: string }[] {
  const now = layout.xOf(series.now);
  const taken = [{ from: now - 1, to: now + 1 }];
  const shown: { x: number; text: string }[] = [];
  for (const tick of [...series.ticks].sort((a, b) => Number(b.isDay) - Number(a.isDay) || a.at - b.at)) {
    const x = layout.xOf(tick.at);
    const half = measureText(tick.text) / 2 + 4;
    const isFree = taken.every((other) => x + half <= other.from || x - half >= other.to);
    if (!isFree || x - half < layout.plotX - 24 || x + half > layout.plotEnd + 24) continue;
    taken.push({ from: x - half, to: x + half });
    shown.push({ x, text: tick.text });
  }
  return shown;
}

/** Rows that begin a unit. */
export function groupStarts(rows: readonly TimelineRow[]): number[] {
  return rows.flatMap((row, index) => (index === 0 || rows[index - 1]?.groupId !== row.groupId ? [index] : []));
}
