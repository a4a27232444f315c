import type { MarkFill } from "./chart.ts";

export interface StackedBarSegment {
  id: string;
  name: string;
  value: number;
  valueText: string;
  fill: MarkFill;
}

/** Few rows of labelled segments, all on one axis from 0: tiers per quarter, applications due against their outcomes. */
export interface StackedBarSeries {
  rows: readonly { id: string; label: string; totalText: string; segments: readonly StackedBarSegment[] }[];
  maximum: number;
  /** 家, 件 */
  unit: string;
}
