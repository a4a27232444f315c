import fc from "fast-check";
import { expect, it } from "vitest";
import { FLOW_BAR, flowNodeText, layOutFlow } from "./flow-layout.ts";
import type { FlowNode, FlowSeries } from "./flow-series.ts";
import { measureText } from "./text-measure.ts";

function aNode(id: string, stage: number, value: number, changes: Partial<FlowNode> = {}): FlowNode {
  const fill = { kind: "plain", weight: 1 } as const;
  return { id, stage, label: id, value, valueText: String(value), shareText: "", fill, lines: [], ...changes };
}

/** 来源 → 应办 → 结果 → 情形, with the leaves of a group in one row of counts. */
function aFlow(groups: readonly (readonly number[])[]): FlowSeries {
  const whole = groups.flat().reduce((sum, value) => sum + value, 0);
  const sumOf = (leaves: readonly number[]) => leaves.reduce((sum, value) => sum + value, 0);
  return {
    stages: ["来源", "应办", "结果", "情形"],
    nodes: [
      aNode("本年新收", 0, whole),
      aNode("应办", 1, whole, { label: "", valueText: "" }),
      ...groups.map((leaves, group) => aNode(`结果${group}`, 2, sumOf(leaves))),
      ...groups.flatMap((leaves, group) => leaves.map((value, leaf) => aNode(`情形${group}.${leaf}`, 3, value))),
    ],
    links: [
      { from: "本年新收", to: "应办", value: whole },
      ...groups.map((leaves, group) => ({ from: "应办", to: `结果${group}`, value: sumOf(leaves) })),
      ...groups.flatMap((leaves, group) =>
        leaves.map((value, leaf) => ({ from: `结果${group}`, to: `情形${group}.${leaf}`, value })),
      ),
    ],
  };
}

const anyFlow = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 7,
});

it("keeps the order it is given in every stage: the legal order is never changed by size", () => {
  fc.assert(
    fc.property(anyFlow, (groups) => {
      const { nodes } = layOutFlow(aFlow(groups), 1000);
      for (const stage of [2, 3]) {
        const tops = nodes.filter(({ node }) => node.stage === stage).map(({ y }) => y);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
      }
    }),
  );
});

it("gives the words of every bar a line of their own, inside the picture", () => {
  fc.assert(
    fc.property(anyFlow, (groups) => {
      const { nodes, height } = layOutFlow(aFlow(groups), 1000);
      for (const stage of [0, 1, 2, 3]) {
        const lines = nodes.filter(({ node }) => node.stage === stage).map(({ baseline }) => baseline);
        for (const [index, line] of lines.entries()) {
          if (index > 0) expect(line - (lines[index - 1] ?? 0)).toBeGreaterThanOrEqual(17.9);
          expect(line).toBeGreaterThan(24);
          expect(line).toBeLessThanOrEqual(height - 4);
        }
      }
    }),
  );
});

it("ribbons fill the bars they leave and enter exactly", () => {
  const { nodes, links } = layOutFlow(aFlow([[183], [30, 18], [64, 15, 3]]), 1000);
  const due = nodes.find(({ node }) => node.id === "应办");
  const out = links.filter(({ link }) => link.from === "应办");
  expect(out.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(due?.height ?? 0, 6);
  expect(out[0]?.fromY).toBeCloseTo(due?.y ?? 0, 6);
});

it("bars are as tall as their counts, on one scale", () => {
  const { nodes } = layOutFlow(aFlow([[200], [100]]), 1000);
  const heightOf = (id: string) => nodes.find(({ node }) => node.id === id)?.height ?? 0;
  expect(heightOf("结果0") / heightOf("结果1")).toBeCloseTo(2, 6);
});

it("words stand before the first bars and behind all others, and nothing is cut on paper", () => {
  const flow = aFlow([[183], [30, 18], [64, 15, 3]]);
  for (const width of [562, 1000, 1600]) {
    const layout = layOutFlow(flow, width);
    for (const { node, textX, anchor, x } of layout.nodes) {
      const words = measureText(flowNodeText(node), 12, true);
      if (anchor === "end") expect(textX - words).toBeGreaterThanOrEqual(0);
      else expect(textX + words).toBeLessThanOrEqual(layout.width);
      expect(anchor === "end" ? textX < x : textX > x + FLOW_BAR - 1).toBe(true);
    }
    expect(layout.width).toBe(width);
  }
});

it("one application does not become a wall", () => {
  const { nodes } = layOutFlow(aFlow([[1]]), 1000);
  expect(Math.max(...nodes.map(({ height }) => height))).toBeLessThanOrEqual(20);
});
