import { expect, it } from "vitest";
import { layOutWaterfall } from "./waterfall-layout.ts";
import type { WaterfallRow, WaterfallSeries } from "./waterfall-series.ts";

function aRow(changes: Partial<WaterfallRow> = {}): WaterfallRow {
  return {
    id: "indicator.a",
    label: "栏目更新",
    kind: "step",
    from: 0,
    to: 2,
    fill: { kind: "series", slot: 1 },
    valueText: "−2",
    remark: "",
    runningText: "98",
    held: 0,
    disputed: 0,
    tier: null,
    lines: [],
    isPickable: true,
    picked: false,
    ...changes,
  };
}

function aSeries(rows: readonly WaterfallRow[], changes: Partial<WaterfallSeries> = {}): WaterfallSeries {
  return { rows, minimum: 0, maximum: 10, edges: [], axisTitle: "扣分（分）", runningHead: "余分", ...changes };
}

it.each([420, 560, 720])("keeps every value between the names and the right column at %i px", (width) => {
  const rows = [
    aRow(),
    aRow({ from: 2, to: 9.9, remark: "本项扣满（应扣 12）" }),
    aRow({ from: 9.9, to: 10, held: 0 }),
  ];
  const layout = layOutWaterfall(aSeries(rows), width);
  for (const { label } of layout.rows) {
    expect(label.x).toBeGreaterThanOrEqual(layout.plotX);
    expect(label.to).toBeLessThanOrEqual(layout.plotEnd + 4);
  }
});

it("sets the words left of a bar that ends at the edge", () => {
  const [placed] = layOutWaterfall(aSeries([aRow({ from: 9, to: 10 })]), 560).rows;
  expect(placed?.label.to).toBeLessThan(500);
});

it("wraps a long name instead of cutting it, and every row grows with it", () => {
  const long = aRow({ label: "政府信息公开标准化国家级试点成果运用" });
  const layout = layOutWaterfall(aSeries([long, aRow()]), 420);
  expect(layout.rows[0]?.lines.join("")).toBe(long.label);
  expect(layout.rowHeight).toBeGreaterThan(24);
});

it("starts left of 0 where the axis does", () => {
  const { xOf, plotX } = layOutWaterfall(aSeries([aRow({ from: 1, to: -1 })], { minimum: -1 }), 560);
  expect(xOf(-1)).toBe(plotX);
  expect(xOf(0)).toBeGreaterThan(plotX);
});
