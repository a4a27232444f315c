import { expect, it } from "vitest";
import { withRecomputedLines } from "./recomputed-lines.ts";
import type { TrendSeries } from "./trend-series.ts";

const own: TrendSeries = {
  labels: ["2026 一季度", "二季度"],
  lines: [
    {
      id: "department",
      name: "部门",
      fill: { kind: "plain", weight: 1 },
      values: [93, 96],
      valueTexts: ["93.0", "96.0"],
    },
  ],
  domain: [92, 97],
  unit: "分",
  marks: [{ index: 1, label: "起用新规则" }],
};

it("names the second line, keeps the first and makes room for both", () => {
  const recomputed: TrendSeries = {
    ...own,
    lines: own.lines.map((line) => ({ ...line, values: [90, 96], valueTexts: ["90.0", "96.0"] })),
    domain: [89, 97],
    marks: [],
  };
  const both = withRecomputedLines(own, recomputed);
  expect(both.lines.map((line) => [line.id, line.name, line.isRecomputed ?? false])).toEqual([
    ["department", "部门", false],
    ["department-today", "部门（现行规则）", true],
  ]);
  expect([both.domain, both.marks]).toEqual([[89, 97], own.marks]);
});
