import type { MarkFill } from "./chart.ts";

/** Named bars with value and share, optionally with last period's bar as an outline and the running share (Pareto). */
export interface BarListRow {
  id: string;
  label: string;
  /** 1 for a leaf under its group; 0 otherwise. */
  indent: 0 | 1;
  value: number;
  valueText: string;
  /** 45.8%; empty when the share has no meaning or N is small. */
  shareText: string;
  /** 累计 59.2%; empty outside a Pareto. */
  runningText: string;
  base: { value: number; valueText: string } | null;
  fill: MarkFill;
  picked: boolean;
}

/** How hover and screen readers call the three texts of a bar. */
export interface BarListWords {
  value: string;
  share: string;
  running: string;
  hint: string;
}

export interface BarListSeries {
  /** Left out for shares of a period. */
  words?: BarListWords;
  rows: readonly BarListRow[];
  maximum: number;
  unit: string;
}
