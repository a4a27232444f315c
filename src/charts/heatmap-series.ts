import type { SeriesSlot } from "./chart.ts";

/** class 0 has no fill; 1–6 are the ramp. */
export interface HeatmapCell {
  kind: "value" | "zero" | "notApplicable" | "notReported";
  text: string;
  ramp: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

export interface HeatmapRow {
  id: string;
  name: string;
  cells: readonly HeatmapCell[];
  totalText: string;
  /** Set for a unit that was not inspected: one hatched row with this word. */
  missed: string | null;
}

export interface HeatmapPanel {
  id: string;
  title: string;
  rows: readonly HeatmapRow[];
  columnTotals: readonly string[];
  grandTotal: string;
}

/** How hover and screen readers speak of the cells. */
export interface HeatmapWords {
  label: string;
  hint: string;
  /** Around the number of a cell: 扣 … 分. */
  before: string;
  after: string;
  zero: string;
  rowTotal: string;
}

export interface HeatmapSeries {
  /** Left out for points deducted from units. */
  words?: HeatmapWords;
  panels: readonly HeatmapPanel[];
  columns: readonly { id: string; shortName: string; name: string }[];
  /** Heads over neighbouring columns, in column order. */
  groups: readonly {
    id: string;
    name: string;
    shortName: string;
    /** null for a head without a meaning of its own, such as a year. */
    slot: SeriesSlot | null;
    span: number;
  }[];
  /** Head over the row totals and word before the column totals; 合计 when left out. */
  totalHead?: string;
  footHead?: string;
  /** Legend of the ramp, classes 1–6: ≤0.3, 0.4–0.6 … */
  rampLabels: readonly string[];
}
