import type { SeriesSlot } from "./chart.ts";

/** How a figure is set: 0, ——, 未报 and a boxed difference are four different things. */
export type GridLook = "plain" | "zero" | "dash" | "missing" | "differing";

/** One cell of a table with merged cells, where it begins; what it covers has no cell of its own. */
export interface GridCell {
  /** Unique within the grid; the id of what a figure stands for. */
  key: string;
  role: "head" | "label" | "figure";
  text: string;
  /** The number for files; null where words stand. */
  value: number | null;
  colSpan: number;
  rowSpan: number;
  look: GridLook;
  isStrong: boolean;
  /** Colour key of the group that a label opens. */
  slot: SeriesSlot | null;
}

export interface GridRow {
  key: string;
  cells: readonly GridCell[];
}

/** A printed form: lines of cells that may reach over several columns and lines. Screen, clipboard and files share it. */
export interface MergedGrid {
  /** Relative widths. */
  columns: readonly number[];
  /** Lines of heads at the top; they stay in sight in a workbook. */
  headRows: number;
  rows: readonly GridRow[];
}

export interface PlacedCell {
  cell: GridCell;
  row: number;
  column: number;
}

/** Where each cell stands, counting what cells above and before it cover. */
export function placeCells(grid: MergedGrid): PlacedCell[] {
  const taken = new Set<string>();
  return grid.rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell): PlacedCell => {
      while (taken.has(`${row},${column}`)) column += 1;
      const place = { cell, row, column };
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) taken.add(`${row + down},${column + right}`);
      column += cell.colSpan;
      return place;
    });
  });
}

/** Every field of the table as a plain sheet has it: a merged cell stands in its first field, the others are empty. */
export function toPlainRows(grid: MergedGrid): (GridCell | null)[][] {
  const rows = grid.rows.map(() => grid.columns.map((): GridCell | null => null));
  for (const { cell, row, column } of placeCells(grid)) {
    const line = rows[row];
    if (line !== undefined) line[column] = cell;
  }
  return rows;
}
