import type { Palette } from "./palette.ts";

/** Rows of a long chart that are near the screen; a picture always draws them all. */
export interface RowWindow {
  from: number;
  to: number;
}

/**
 * A chart is a function of (series, size): no fetching, no clock, no filter.
 * The page passes the measured width and colours by token; a picture passes print width and literal colours.
 */
export interface ChartProps<S> {
  series: S;
  width: number;
  palette: Palette;
  rows?: RowWindow;
  /** Called with the id of the row or mark that was clicked or chosen by keyboard. */
  onPick?: (id: string) => void;
}

/** Position 1–6 in the fixed series order; an indicator group or outcome group keeps it on every page and in every file. */
export type SeriesSlot = 1 | 2 | 3 | 4 | 5 | 6;

/** Fill of a mark. */
export type MarkFill =
  | { kind: "series"; slot: SeriesSlot }
  | { kind: "tier"; level: number }
  | { kind: "plain"; weight: 1 | 2 }
  | { kind: "overdue" }
  | { kind: "nodata" }
  | { kind: "gap" };

export type ChangeMeaning = "good" | "worse" | "same";
