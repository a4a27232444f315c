import type { Box } from "./hit-model.ts";
import type { RateBarSeries } from "./rate-bar-series.ts";
import { measureText, widestText } from "./text-measure.ts";

export const RATE_BAR = 12;
const ROW = 22;
/** A picture of a document with more rows than this in a column sets them closer, so that a page holds all of a side. */
const MOST_WIDE_ROWS = 24;
const CLOSE_ROW = 17;
const HEAD = 22;
const GAP = 8;
const WIDE_GAP = 14;
const COLUMN_GAP = 40;
/** Two columns of rows stand abreast from this width on. */
const ABREAST = 640;
/** From here on a list finds room beside the rows. */
const WITH_LIST = 1000;
const LIST_SHARE = 0.36;
const LEAST_TRACK = 60;
export const OPEN_OVERDUE_HEAD = "在办超期";

export interface RateColumn {
  x: number;
  from: number;
  to: number;
  /** Right edges of the words. */
  rateRight: number;
  countRight: number;
  openRight: number;
}

export interface RateBarLayout {
  columns: readonly RateColumn[];
  nameWidth: number;
  trackWidth: number;
  rowHeight: number;
  rowsTop: number;
  height: number;
}

export function layOutRateBars(series: RateBarSeries, width: number, print?: boolean): RateBarLayout {
  const room = hasRoomForList(series, width, print) ? Math.floor(width * (1 - LIST_SHARE) - COLUMN_GAP) : width;
  const count = room >= ABREAST && series.rows.length > 4 ? 2 : 1;
  const perColumn = Math.ceil(series.rows.length / count);
  const columnWidth = Math.floor((room - (count - 1) * COLUMN_GAP) / count);
  const words = wordWidths(series);
  const trackWidth = Math.max(LEAST_TRACK, columnWidth - words.name - words.rate - words.count - words.open - GAP * 2);
  const columns = Array.from({ length: count }, (_, index) => {
    const x = index * (columnWidth + COLUMN_GAP);
    const rateRight = x + words.name + GAP + trackWidth + words.rate;
    const countRight = rateRight + words.count;
    const from = index * perColumn;
    const to = Math.min(series.rows.length, from + perColumn);
    return { x, from, to, rateRight, countRight, openRight: countRight + words.open };
  });
  const rowHeight = print && perColumn > MOST_WIDE_ROWS ? CLOSE_ROW : ROW;
  return {
    columns,
    nameWidth: words.name + GAP,
    trackWidth,
    rowHeight,
    rowsTop: HEAD,
    height: HEAD + perColumn * rowHeight + 2,
  };
}

function wordWidths({ rows, countHead }: RateBarSeries) {
  const open = rows.some((row) => row.openOverdueText !== "");
  return {
    name: Math.ceil(widestText(rows.map((row) => row.name))),
    rate:
      Math.ceil(
        Math.max(
          measureText("100.0%", 12, true),
          widestText(
            rows.map((row) => row.rateText),
            12,
            true,
          ),
        ),
      ) + GAP,
    count: Math.ceil(Math.max(measureText(countHead), widestText(rows.map((row) => row.countText)))) + WIDE_GAP,
    open: open ? Math.ceil(measureText(OPEN_OVERDUE_HEAD)) + WIDE_GAP : 0,
  };
}

function hasRoomForList(series: RateBarSeries, width: number, print: boolean | undefined): boolean {
  return series.hasList && !print && width >= WITH_LIST;
}

/** Room for the page's own list beside the rows; null where it has to stand under them. */
export function rateBarFreeBox(series: RateBarSeries, width: number): Box | null {
  if (!hasRoomForList(series, width, false)) return null;
  const listWidth = Math.floor(width * LIST_SHARE);
  return { x: width - listWidth, y: 0, width: listWidth, height: layOutRateBars(series, width).height };
}
