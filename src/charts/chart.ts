import type { Palette } from "./palette.ts";

/**
 * Part of a long chart that is near the screen, in slots of `CHART_ROW` pixels from the top of the plot;
 * a picture always draws everything.
 */
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
  rows?: RowWindow | undefined;
  /** A picture: literal text nodes, exact coordinates, no pointer or keyboard layer, denser rows where paper is short. */
  print?: boolean | undefined;
  /** Called with the id of the row or mark that was clicked or chosen by keyboard. */
  onPick?: ((id: string) => void) | undefined;
}

/** Height that a chart takes at a width; a picture may use denser rows. */
export type ChartHeight<S> = (series: S, width: number, print?: boolean) => number;

/** Height of one row on the screen; pictures with more than 27 rows use less. */
export const CHART_ROW = 20;

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
