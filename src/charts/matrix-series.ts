/** Counts from where to where: a row for each state before, a column for each state after. */
export interface MatrixSeries {
  /** 现行档次 ↓ 推演档次 → */
  corner: string;
  rows: readonly MatrixHead[];
  columns: readonly MatrixHead[];
  /** By row, then column. */
  cells: readonly (readonly MatrixCell[])[];
  unit: string;
}

export interface MatrixHead {
  id: string;
  name: string;
  /** Shape beside the name; null for a state that is no tier. */
  level: number | null;
}

export interface MatrixCell {
  count: number;
  /** Same state before and after: the diagonal, which is not news. */
  isSame: boolean;
  /** Who stands here, for the tooltip. */
  names: string;
}
