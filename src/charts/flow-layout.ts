import type { FlowLink, FlowNode, FlowSeries } from "./flow-series.ts";
import { widestText } from "./text-measure.ts";

export const FLOW_BAR = 12;
const TEXT_GAP = 6;
const HEAD = 24;
/** Height that the whole takes; less where a single count would become a wall. */
const BODY = 250;
const MOST_PER_COUNT = 20;
/** A node is never nearer to the next than its words need. */
const SLOT = 18;
const STAGE_GAP = 10;
const LEAF_GAP = 2;
/** Ribbons need some way to bend; those into the sum bend little. */
const LEAST_BEND = 40;
const MOST_FIRST_BEND = 120;

export interface PlacedFlowNode {
  node: FlowNode;
  x: number;
  /** Upper edge and height of the bar. */
  y: number;
  height: number;
  /** Left edge of the words, or their right edge before the first bar. */
  textX: number;
  anchor: "start" | "end";
  baseline: number;
}

export interface PlacedFlowLink {
  link: FlowLink;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
  height: number;
  /** Until here the ribbon runs straight: the words of its first end stand on it. */
  bendX: number;
}

export interface FlowLayout {
  heads: readonly { text: string; x: number; anchor: "start" | "end" }[];
  nodes: readonly PlacedFlowNode[];
  links: readonly PlacedFlowLink[];
  width: number;
  height: number;
}

/** 予以公开 183 and its share as they stand beside the bar. */
export function flowNodeText({ label, valueText, shareText }: FlowNode): string {
  return [label, valueText, shareText].filter((part) => part !== "").join(" ");
}

/** Bars by stage in the given order, ribbons between them; words always have a line of their own. */
export function layOutFlow(series: FlowSeries, width: number): FlowLayout {
  const last = series.stages.length - 1;
  const stages = series.stages.map((_, stage) => series.nodes.filter((node) => node.stage === stage));
  const whole = Math.max(1e-9, ...stages.map((nodes) => sum(nodes)));
  const scale = Math.min(MOST_PER_COUNT, BODY / whole);
  const slots = stages.map((nodes, stage) => slotsOf(nodes, scale, stage === last));
  const body = Math.max(SLOT, ...slots.map((stage) => heightOf(stage)));
  const { xs, words } = placeStages(stages, width);
  const nodes: PlacedFlowNode[] = [];
  for (const [stage, own] of slots.entries()) {
    const tops = stage === last && stage > 0 ? leafTops(own, series, nodes, body) : centredTops(own, body);
    for (const [index, slot] of own.entries()) {
      nodes.push(placeNode(slot, (tops[index] ?? 0) + HEAD, xs[stage] ?? 0));
    }
  }
  return {
    heads: series.stages.map((text, stage) => ({
      text,
      x: stage === 0 ? (xs[0] ?? 0) + FLOW_BAR : (xs[stage] ?? 0),
      anchor: stage === 0 ? ("end" as const) : ("start" as const),
    })),
    nodes,
    links: placeLinks(series.links, nodes, scale, words),
    width: Math.max(width, Math.ceil((xs[last] ?? 0) + FLOW_BAR + (words[last] ?? 0))),
    height: Math.ceil(body + HEAD + 4),
  };
}

interface Slot {
  node: FlowNode;
  bar: number;
  height: number;
  gap: number;
}

/** Room of each node of a stage: its bar, or a line of words where the bar is lower. */
function slotsOf(nodes: readonly FlowNode[], scale: number, isLast: boolean): Slot[] {
  return nodes.map((node) => {
    const bar = node.value > 0 ? Math.max(1, node.value * scale) : 0;
    return { node, bar, height: Math.max(SLOT, bar), gap: isLast ? LEAF_GAP : STAGE_GAP };
  });
}

function heightOf(slots: readonly Slot[]): number {
  return slots.reduce((height, slot, index) => height + slot.height + (index === 0 ? 0 : slot.gap), 0);
}

function sum(nodes: readonly FlowNode[]): number {
  return nodes.reduce((total, { value }) => total + value, 0);
}

function centredTops(slots: readonly Slot[], body: number): number[] {
  let top = (body - heightOf(slots)) / 2;
  return slots.map((slot) => {
    const own = top;
    top += slot.height + slot.gap;
    return own;
  });
}

/** Leaves stand level with the node they come from, pushed apart only as far as their words need, within the body. */
function leafTops(slots: readonly Slot[], series: FlowSeries, placed: readonly PlacedFlowNode[], body: number) {
  const parents = new Map(series.links.map((link) => [link.to, link.from]));
  const tops: number[] = [];
  let floor = 0;
  for (const bar of placed) {
    const own = slots.filter((slot) => parents.get(slot.node.id) === bar.node.id);
    let top = bar.y - HEAD + (bar.height - heightOf(own)) / 2;
    for (const slot of own) {
      const free = Math.max(floor, top);
      tops.push(free);
      floor = free + slot.height + slot.gap;
      top += slot.height + slot.gap;
    }
  }
  let ceiling = body;
  for (const [index, slot] of [...slots.entries()].reverse()) {
    const top = Math.min(tops[index] ?? 0, ceiling - slot.height);
    tops[index] = top;
    ceiling = top - slot.gap;
  }
  return tops;
}

function placeNode({ node, bar, height }: Slot, top: number, x: number): PlacedFlowNode {
  const y = top + (height - bar) / 2;
  const isFirst = node.stage === 0;
  return {
    node,
    x,
    y,
    height: bar,
    textX: isFirst ? x - TEXT_GAP : x + FLOW_BAR + TEXT_GAP,
    anchor: isFirst ? "end" : "start",
    baseline: top + height / 2 + 4,
  };
}

interface StagePlaces {
  xs: readonly number[];
  /** Room that the words of a stage take beside its bars. */
  words: readonly number[];
}

/** Words of the first stage stand before its bars, those of every other behind them; what is left bends the ribbons. */
function placeStages(stages: readonly (readonly FlowNode[])[], width: number): StagePlaces {
  const words = stages.map((nodes) => {
    const widest = widestText(nodes.map(flowNodeText), 12, true);
    return widest === 0 ? 0 : Math.ceil(widest) + TEXT_GAP * 2;
  });
  const taken = words.reduce((total, word) => total + word + FLOW_BAR, 0);
  const first = Math.max(LEAST_BEND, Math.min(MOST_FIRST_BEND, Math.floor((width - taken) / (stages.length - 1))));
  const bend = Math.max(LEAST_BEND, Math.floor((width - taken - first) / Math.max(1, stages.length - 2)));
  let x = words[0] ?? 0;
  const xs = stages.map((_, stage) => {
    const own = x;
    x += FLOW_BAR + (stage === 0 ? first : (words[stage] ?? 0) + bend);
    return own;
  });
  return { xs, words };
}

/** Ribbons leave and enter each bar in the order of the links. */
function placeLinks(
  links: readonly FlowLink[],
  nodes: readonly PlacedFlowNode[],
  scale: number,
  words: readonly number[],
): PlacedFlowLink[] {
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const left = new Map<string, number>();
  const entered = new Map<string, number>();
  return links.flatMap((link): PlacedFlowLink[] => {
    const from = byId.get(link.from);
    const to = byId.get(link.to);
    if (from === undefined || to === undefined) return [];
    const height = Math.max(1, link.value * scale);
    const out = left.get(link.from) ?? 0;
    const into = entered.get(link.to) ?? 0;
    left.set(link.from, out + height);
    entered.set(link.to, into + height);
    const fromX = from.x + FLOW_BAR;
    const bendX = from.node.stage === 0 ? fromX : fromX + (words[from.node.stage] ?? 0);
    return [{ link, fromX, fromY: from.y + out, toX: to.x, toY: to.y + into, height, bendX }];
  });
}
