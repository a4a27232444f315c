import { expect, it } from "vitest";
import { layOutChains } from "./chain-matrix-layout.ts";
import type { ChainMatrixSeries, ChainSpan } from "./chain-matrix-series.ts";

const HELD: ChainSpan = { kind: "joined", cells: Array(7).fill({ kind: "held", text: "", detail: "" }) };

function aSeries(spans: number, panels: number, text = ""): ChainMatrixSeries {
  const broken: ChainSpan = { kind: "joined", cells: Array(7).fill({ kind: "broken", text, detail: "" }) };
  return {
    spans: Array.from({ length: spans }, (_, at) => ({ id: String(at), label: "2023→2024" })),
    columns: Array.from({ length: 7 }, (_, at) => ({ id: String(at), name: "自然人", label: "自然", short: "自" })),
    panels: Array.from({ length: panels }, (_, at) => ({
      id: String(at),
      title: "部门 1 家",
      rows: [{ id: "u1", name: "区政府办公室", spans: Array(spans).fill(text === "" ? HELD : broken), picked: false }],
      broken: [],
    })),
  };
}

it("two pairs of years of two groups stand abreast on the narrowest desk, with two characters over a column", () => {
  const layout = layOutChains(aSeries(2, 2, "−13"), 1132);
  expect(new Set(layout.places.map(({ y }) => y))).toEqual(new Set([0]));
  expect(layout.hasLongHeads).toBe(true);
  expect(layout.right).toBeLessThanOrEqual(layout.places[0]?.width ?? 0);
});

it("three pairs of years fit the text width of an official document, with one character over a column", () => {
  const layout = layOutChains(aSeries(3, 1), 562, true);
  expect(layout.right).toBeLessThanOrEqual(562);
  expect(layout.hasLongHeads).toBe(false);
});

it("a boxed number never leaves its column: the columns grow, and so does the plot", () => {
  const layout = layOutChains(aSeries(3, 1, "−1,204"), 562, true);
  expect(layout.pitch).toBeGreaterThan(40);
  expect(layout.right).toBeGreaterThan(562);
});
