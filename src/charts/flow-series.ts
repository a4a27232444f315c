import type { MarkFill } from "./chart.ts";

/** A place that counts pass through; its bar is as tall as its value. */
export interface FlowNode {
  id: string;
  /** Nodes of a stage stand in this order from top to bottom; it is never changed by size. */
  stage: number;
  label: string;
  value: number;
  valueText: string;
  /** 45.8%, behind the value; empty where it would say nothing. */
  shareText: string;
  fill: MarkFill;
  /** For hover and screen readers. */
  lines: readonly (readonly [string, string])[];
}

/** From a node to one of the next stage. */
export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

/** Counts from where they come to where they go, stage by stage; a node without links onward ends where it stands. */
export interface FlowSeries {
  /** 来源, 应办, 结果, 情形: a head a stage. */
  stages: readonly string[];
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
}
