import { CHART_ROW, type RowWindow } from "./chart.ts";
import type { Box, HitPanel } from "./hit-model.ts";

/** Two panels stand abreast from this width on, on one scale, so that departments and townships compare at a glance. */
const ABREAST = 900;
export const PANEL_GAP = 40;
const STACK_GAP = 24;
/** Above this many rows a picture would pass the text block of an official document (22.5 cm). */
const ROOMY_ROWS = 27;
const DENSE_ROW = 17;

export interface PanelPlace {
  x: number;
  y: number;
  width: number;
}

export interface PanelPlaces {
  places: readonly PanelPlace[];
  rowHeight: number;
  height: number;
  /** Lower ends of the columns that the panels stand in: one, or two abreast. */
  ends: readonly number[];
}

/** Below this a leftover space holds nothing worth reading. */
const LEAST_FREE = 80;

/** Space under the shorter of two columns. */
export function freeBoxOf(layout: PanelPlaces): Box | null {
  const shortest = Math.min(...layout.ends);
  const place = layout.places[0];
  const height = layout.height - shortest - STACK_GAP;
  if (layout.ends.length < 2 || place === undefined || height < LEAST_FREE) return null;
  const column = layout.ends.indexOf(shortest);
  return { x: column * (place.width + PANEL_GAP), y: shortest + STACK_GAP, width: place.width, height };
}

/** Where the panels of a chart stand; `overhead` is what a panel needs besides its rows. */
export function placePanels(
  rowCounts: readonly number[],
  size: { width: number; overhead: number; minimum: number; print: boolean | undefined },
): PanelPlaces {
  const rowHeight = size.print && Math.max(0, ...rowCounts) > ROOMY_ROWS ? DENSE_ROW : CHART_ROW;
  const heights = rowCounts.map((count) => count * rowHeight + size.overhead);
  const half = Math.floor((size.width - PANEL_GAP) / 2);
  const isAbreast = rowCounts.length >= 2 && size.width >= ABREAST && half >= size.minimum;
  const width = isAbreast ? half : Math.max(size.width, size.minimum);
  // Next free place: each panel goes under the shorter column, so a third class fills the space the second one leaves.
  const ends = isAbreast ? [0, 0] : [0];
  const places = heights.map((height) => {
    const y = Math.min(...ends);
    const column = ends.indexOf(y);
    ends[column] = y + height + STACK_GAP;
    return { x: column * (half + PANEL_GAP), y, width };
  });
  return {
    places,
    rowHeight,
    height: Math.max(0, Math.max(...ends) - STACK_GAP),
    ends: ends.map((end) => Math.max(0, end - STACK_GAP)),
  };
}

/** Rows of a panel that are near the screen; all of them without a window. */
export function rowsInWindow<R>(
  rows: readonly R[],
  window: RowWindow | undefined,
  top: number,
  rowHeight: number,
): readonly { row: R; index: number }[] {
  const from = window === undefined ? 0 : Math.floor((window.from * CHART_ROW - top) / rowHeight);
  const to = window === undefined ? rows.length : Math.ceil((window.to * CHART_ROW - top) / rowHeight);
  return rows
    .slice(Math.max(0, from), Math.max(0, to))
    .map((row, offset) => ({ row, index: Math.max(0, from) + offset }));
}

/** Hairline under every fifth row: the eye counts in fives. */
export function fifthRows(count: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(count / 5) - 1) }, (_, index) => (index + 1) * 5);
}

/** Panels in which each row is one mark over the whole width, as where units stand below each other. */
export function rowPanels(
  panels: readonly { rows: readonly unknown[] }[],
  { places, rowsTop, rowHeight }: PanelPlaces & { rowsTop: number },
): HitPanel[] {
  return panels.map(({ rows }, index) => {
    const { x, y, width } = places[index] ?? { x: 0, y: 0, width: 0 };
    const row = [{ x, width }];
    return { x, y: y + rowsTop, rowHeight, rowCount: rows.length, columns: () => row };
  });
}
