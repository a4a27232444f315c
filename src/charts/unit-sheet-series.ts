import type { TierTrendSeries } from "./tier-trend-series.ts";
import type { WaterfallSeries } from "./waterfall-series.ts";

/** One figure at the head of the sheet. */
export interface SheetCell {
  id: string;
  label: string;
  value: string;
  unit: string;
  /** n/N, or what the value is taken over. */
  basis: string;
  mark: { level: number } | "vetoed" | null;
}

/** One entry of a list on the sheet: what, how much, and why. */
export interface SheetItem {
  id: string;
  lead: string;
  /** At the right edge: −1.6, 余 3 小时. */
  value: string;
  /** Up to two lines. */
  text: string;
  tone: "overdue" | "soon" | null;
}

export interface SheetBlock {
  title: string;
  items: readonly SheetItem[];
  /** Said in place of a list without entries. */
  empty: string;
  /** 另有 3 项，共扣 0.9 分; empty when the list is whole. */
  more: string;
}

/** Everything about one unit on one A4 sheet. */
export interface UnitSheetSeries {
  cells: readonly SheetCell[];
  trendTitle: string;
  trend: TierTrendSeries;
  stepsTitle: string;
  /** null where the unit has no score in the quarter. */
  steps: WaterfallSeries | null;
  stepsEmpty: string;
  deductions: SheetBlock;
  deadlines: SheetBlock;
  applications: SheetBlock;
  notes: SheetBlock;
}
