import type { ChangeMeaning, SeriesSlot } from "./chart.ts";

/** One unit: a stacked bar from 0, its rank, tier and change. Numbers are in the axis unit (points). */
export interface RankedBarRow {
  id: string;
  name: string;
  /** Ties share a rank; null for a vetoed or missed unit, which closes the list. */
  rank: number | null;
  tier: { level: number; name: string } | null;
  state: "ranked" | "vetoed" | "missed";
  /** Reason of a veto or of a missed inspection. */
  reason: string | null;
  /** One value per group of the series, same order. */
  segments: readonly number[];
  value: number;
  valueText: string;
  /** Disputed points on top of the value, drawn hatched; 0 when none. */
  disputed: number;
  /** Both ends of a score that is not settled, for the tooltip; left out when nothing is disputed. */
  rangeText?: string;
  nearEdge: boolean;
  change: { text: string; meaning: ChangeMeaning } | null;
  picked: boolean;
}

export interface RankedBarPanel {
  id: string;
  /** 部门 */
  title: string;
  /** 31 家 · 均扣 3.5 分 */
  subtitle: string;
  rows: readonly RankedBarRow[];
  /** Tiers left to right on the axis, with the number of units in each. */
  tiers: readonly { level: number; name: string; count: number }[];
  /** Tier edges, ascending: value on the axis and its name, for example 一/二档线. */
  edges: readonly { value: number; label: string }[];
}

/** How hover and screen readers speak of the bars. */
export interface RankedBarWords {
  label: string;
  /** 扣分 */
  value: string;
  /** 申诉中（未计入） */
  hatched: string;
}

export interface RankedBarSeries {
  /** Left out for points deducted from units. */
  words?: RankedBarWords;
  panels: readonly RankedBarPanel[];
  groups: readonly { id: string; name: string; slot: SeriesSlot }[];
  /** End of the shared axis, in points. */
  maximum: number;
  /** Half width of the band behind each edge, in points: 0.5. */
  nearBand: number;
  /** 分 */
  unit: string;
  /** Head of the change column, for example 较二季度; null hides the column. */
  changeHead: string | null;
}
