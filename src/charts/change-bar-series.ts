import type { ChangeMeaning } from "./chart.ts";

/** One unit between two periods: how far it moved, and from where to where. */
export interface ChangeBarRow {
  id: string;
  name: string;
  /** In the axis unit; negative to the left of the zero line. */
  change: number;
  /** −2.1 */
  changeText: string;
  /** 4.3 → 2.2 */
  spanText: string;
  /** 二档 → 一档; empty when the tier stayed. */
  tierText: string;
  meaning: ChangeMeaning;
  picked: boolean;
}

export interface ChangeBarSeries {
  /** Top to bottom: those that moved left, then those that moved right. */
  rows: readonly ChangeBarRow[];
  unit: string;
  /** Words over the two sides: 扣分减少, 扣分增加. */
  sides: { left: string; right: string };
  /** Head over the span: 二季度 → 三季度. */
  spanHead: string;
}
