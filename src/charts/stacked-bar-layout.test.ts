import { expect, it } from "vitest";
import { ABOVE, layOutStackedBars } from "./stacked-bar-layout.ts";
import type { StackedBarSegment } from "./stacked-bar-series.ts";

function aSegment(id: string, value: number, patch: Partial<StackedBarSegment> = {}): StackedBarSegment {
  return { id, name: "其他处理", value, valueText: String(value), fill: { kind: "series", slot: 6 }, ...patch };
}

function placed(segments: StackedBarSegment[]) {
  const series = { rows: [{ id: "a", label: "去向", totalText: "412 件", segments }], maximum: 412, unit: "件" };
  return layOutStackedBars(series, 700).rows[0]?.segments ?? [];
}

it("names a segment inside when the words fit, else outside, never both", () => {
  const [wide, narrow] = placed([aSegment("a", 300), aSegment("b", 20)]);
  expect([wide?.inside, wide?.outside]).toEqual(["其他处理 300", null]);
  expect([narrow?.inside, narrow?.outside?.text]).toEqual([null, "其他处理 20"]);
});

it("gives neighbouring small segments lanes of their own", () => {
  const lanes = placed([aSegment("a", 350), aSegment("b", 20), aSegment("c", 20), aSegment("d", 22)]).map(
    (segment) => segment.outside?.lane ?? null,
  );
  expect(lanes).toEqual([null, 0, 1, 2]);
});

it("sets an unexplained remainder above the bar", () => {
  const [, gap] = placed([aSegment("a", 400), aSegment("gap", 1, { fill: { kind: "gap" } })]);
  expect(gap?.outside?.lane).toBe(ABOVE);
});
