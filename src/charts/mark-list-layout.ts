import type { MarkListRow, MarkListSeries } from "./mark-list-series.ts";
import { widestText, wrapText } from "./text-measure.ts";

const LINE = 18;
const BASE = 13;
const ROW_GAP = 8;
const MARK = 18;

export interface PlacedRemark {
  row: MarkListRow;
  top: number;
  head: readonly Line[];
  text: readonly Line[];
}

interface Line {
  words: string;
  /** Baseline, from the top of the row. */
  y: number;
}

export interface MarkListLayout {
  rows: readonly PlacedRemark[];
  /** Where the words of a row begin. */
  textX: number;
  height: number;
}

/** Rows under one another, wrapped to the width; nothing is cut. */
export function layOutMarkList(series: MarkListSeries, width: number): MarkListLayout {
  const textX = Math.ceil(
    MARK +
      widestText(
        series.rows.map((row) => row.word),
        12,
        true,
      ) +
      12,
  );
  const room = Math.max(120, width - textX);
  let top = 0;
  const rows = series.rows.map((row): PlacedRemark => {
    const head = wrapText(row.head, room, 12, true);
    const text = wrapText(row.text, room);
    const line = (words: string, index: number) => ({ words, y: BASE + index * LINE });
    const placed = {
      row,
      top,
      head: head.map(line),
      text: text.map((words, index) => line(words, head.length + index)),
    };
    top += (head.length + text.length) * LINE + ROW_GAP;
    return placed;
  });
  return { rows, textX, height: Math.max(top, LINE) };
}

/** Height at a width. */
export function markListChartHeight(series: MarkListSeries, width: number): number {
  return layOutMarkList(series, width).height;
}
