import type { MarkFill } from "./chart.ts";

/** One step: a bar that floats from where the step before ended. Numbers are in the axis unit, lost points to the right. */
export interface WaterfallRow {
  id: string;
  label: string;
  /** A start is a line at 0, a step floats, an end stands on 0; a veto carries the cross. */
  kind: "start" | "step" | "veto" | "end";
  from: number;
  to: number;
  fill: MarkFill;
  /** −1.2 */
  valueText: string;
  /** 本项扣满（应扣 2.4） */
  remark: string;
  /** What stands after the step: 98.8. */
  runningText: string;
  /** Length that a cap held back, drawn as a dashed outline after the bar. */
  held: number;
  /** Length that is not decided yet, drawn hatched after the bar. */
  disputed: number;
  tier: { level: number; name: string } | null;
  /** Label and text for tooltip and screen reader. */
  lines: readonly (readonly [string, string])[];
  /** Leads to what the step is made of. */
  isPickable: boolean;
  picked: boolean;
}

export interface WaterfallSeries {
  rows: readonly WaterfallRow[];
  /** Ends of the axis; the lower one is below 0 where a bonus passes the full mark. */
  minimum: number;
  maximum: number;
  /** Named lines across the plot, ascending. */
  edges: readonly { value: number; label: string }[];
  /** 扣分（分） */
  axisTitle: string;
  /** 余分 */
  runningHead: string;
}
