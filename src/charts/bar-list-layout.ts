import type { BarListRow, BarListSeries } from "./bar-list-series.ts";
import { measureText, widestText, wrapText } from "./text-measure.ts";

const INDENT = 14;
const LINE = 16;
const TEXT_GAP = 5;

export interface PlacedBar {
  row: BarListRow;
  top: number;
  height: number;
  lines: readonly string[];
  labelX: number;
}

export interface BarListLayout {
  rows: readonly PlacedBar[];
  plotX: number;
  /** Pixels per unit. */
  scale: number;
  height: number;
}

export function indentOf(row: BarListRow): number {
  return row.indent * INDENT;
}

/** Value and share beside the bar. */
export function barTextWidth(row: BarListRow): number {
  const share = row.shareText === "" ? 0 : TEXT_GAP + measureText(row.shareText);
  return measureText(row.valueText, 12, true) + share;
}

export function layOutBarList(series: BarListSeries, width: number): BarListLayout {
  const longest = Math.max(0, ...series.rows.map((row) => indentOf(row) + measureText(row.label)));
  const labelWidth = Math.min(longest, Math.max(96, width * 0.45));
  const plotX = Math.ceil(labelWidth + 12);
  const running = widestText(series.rows.map((row) => row.runningText));
  const room = Math.max(40, width - plotX - (running === 0 ? 0 : running + 12));
  const maximum = Math.max(series.maximum, 1e-9);
  let scale = room / maximum;
  for (const row of series.rows) {
    if (row.value > 0) scale = Math.min(scale, (room - TEXT_GAP - 4 - barTextWidth(row)) / row.value);
    const base = row.base;
    if (base !== null && base.value > 0) {
      scale = Math.min(scale, (room - TEXT_GAP - 4 - measureText(base.valueText)) / base.value);
    }
  }
  scale = Math.max(scale, 20 / maximum);
  let top = 0;
  const rows = series.rows.map((row): PlacedBar => {
    const lines = wrapText(row.label, labelWidth - indentOf(row));
    const height = Math.max(row.base === null ? 22 : 36, lines.length * LINE + 6);
    const placed = { row, top, height, lines, labelX: indentOf(row) };
    top += height;
    return placed;
  });
  return { rows, plotX, scale, height: top + 2 };
}
