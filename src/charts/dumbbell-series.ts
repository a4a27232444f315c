import type { ChangeMeaning } from "./chart.ts";

/** What stands at one end of a dumbbell: a tier, or why there is none. */
export type DumbbellMark = { level: number } | "vetoed" | "missed" | null;

/** One unit before and after. Numbers are in the axis unit (points). */
export interface DumbbellRow {
  id: string;
  name: string;
  /** null for a unit that has no figure on that side. */
  before: number | null;
  after: number | null;
  /** 2.4 → 1.9, or one number where nothing moved. */
  valueText: string;
  markBefore: DumbbellMark;
  markAfter: DumbbellMark;
  /** 升档, 降档, 临界; empty for a unit that stays clear of the edges. */
  word: string;
  meaning: ChangeMeaning;
  /** Read out with the mark. */
  lines: readonly (readonly [string, string])[];
  picked: boolean;
}

export interface DumbbellPanel {
  id: string;
  title: string;
  subtitle: string;
  rows: readonly DumbbellRow[];
  /** Ascending. `before` is where the edge lies without the draft, null where it has not moved. */
  edges: readonly { value: number; before: number | null; label: string }[];
}

export interface DumbbellSeries {
  panels: readonly DumbbellPanel[];
  /** End of the shared axis, in points. */
  maximum: number;
  /** Half width of the band behind each edge. */
  nearBand: number;
  /** 分 */
  unit: string;
}
