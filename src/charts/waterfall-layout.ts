import { measureText, widestText, wrapText } from "./text-measure.ts";
import type { WaterfallRow, WaterfallSeries } from "./waterfall-series.ts";

export const HEAD = 22;
/** Axis with its numbers, names of the lines, and the title of the axis. */
const FOOT = 40;
const ROW = 24;
const LINE = 16;
export const BAR = 14;
const GAP = 5;
const SHAPE = 14;

/** Words beside a bar: right of it, or left where only that side has room. */
export interface WaterfallLabel {
  x: number;
  remarkX: number;
  remark: string;
  shapeX: number | null;
  /** From–to of all of it: lines are interrupted here. */
  from: number;
  to: number;
}

export interface PlacedStep {
  row: WaterfallRow;
  top: number;
  middle: number;
  lines: readonly string[];
  label: WaterfallLabel;
}

export interface WaterfallLayout {
  rows: readonly PlacedStep[];
  rowHeight: number;
  plotX: number;
  plotEnd: number;
  xOf: (value: number) => number;
  bottom: number;
  height: number;
}

export function layOutWaterfall(series: WaterfallSeries, width: number): WaterfallLayout {
  const labelWidth = Math.min(widestText(series.rows.map((row) => row.label)), Math.max(84, width * 0.26));
  const plotX = Math.ceil(labelWidth + 12);
  const running = widestText([series.runningHead, ...series.rows.map((row) => row.runningText)], 12, true);
  const plotEnd = Math.max(plotX + 60, width - Math.ceil(running) - 16);
  const span = Math.max(series.maximum - series.minimum, 0.1);
  const xOf = (value: number) => plotX + ((value - series.minimum) / span) * (plotEnd - plotX);
  const wrapped = series.rows.map((row) => wrapText(row.label, labelWidth));
  const lines = Math.max(1, ...wrapped.map((entry) => entry.length));
  const rowHeight = Math.max(ROW, lines * LINE + 8);
  const rows = series.rows.map((row, index): PlacedStep => {
    const top = HEAD + index * rowHeight;
    return {
      row,
      top,
      middle: top + rowHeight / 2,
      lines: wrapped[index] ?? [],
      label: placeLabel(row, xOf, { plotX, plotEnd }),
    };
  });
  const bottom = HEAD + rows.length * rowHeight;
  return { rows, rowHeight, plotX, plotEnd, xOf, bottom, height: bottom + FOOT };
}

/** Right end of everything that a row draws. */
export function extentOf(row: WaterfallRow): number {
  return Math.max(row.from, row.to, row.to + Math.max(row.held, row.disputed));
}

function placeLabel(
  row: WaterfallRow,
  xOf: (value: number) => number,
  { plotX, plotEnd }: { plotX: number; plotEnd: number },
): WaterfallLabel {
  const value = measureText(row.valueText, 12, true);
  const shape = row.tier === null && row.kind !== "veto" ? 0 : SHAPE;
  const right = xOf(extentOf(row)) + GAP;
  const left = xOf(Math.min(row.from, row.to)) - GAP;
  const widthOf = (remark: string) =>
    shape + value + (remark === "" ? 0 : (value === 0 ? 0 : GAP) + measureText(remark, 12, row.kind === "veto"));
  const fitsRight = right + widthOf(row.remark) <= plotEnd;
  const fitsLeft = left - widthOf(row.remark) >= plotX;
  const remark =
    fitsRight || fitsLeft ? row.remark : fitRemark(row, Math.max(plotEnd - right, left - plotX) - widthOf(""));
  const isRight = fitsRight || (!fitsLeft && plotEnd - right >= left - plotX);
  const start = isRight ? right : left - widthOf(remark);
  return {
    shapeX: shape === 0 ? null : start + SHAPE / 2 - 2,
    x: start + shape,
    remarkX: start + shape + (value === 0 ? 0 : value + GAP),
    remark,
    from: start - 3,
    to: start + widthOf(remark) + 3,
  };
}

/** A remark that does not fit gives way to its first clause, and that to nothing; tooltip and table say all of it. */
function fitRemark(row: WaterfallRow, room: number): string {
  const [first = ""] = row.remark.split(/[（，；]/);
  return measureText(first, 12, row.kind === "veto") + GAP <= room ? first : "";
}
