import { expect, it } from "vitest";
import { layOutDumbbell } from "./dumbbell-layout.ts";
import type { DumbbellRow, DumbbellSeries } from "./dumbbell-series.ts";

function aRow(id: string, name: string): DumbbellRow {
  return {
    id,
    name,
    before: 2,
    after: 3,
    valueText: "2.0 → 3.0",
    markBefore: { level: 1 },
    markAfter: { level: 2 },
    word: "降档",
    meaning: "worse",
    lines: [],
    picked: false,
  };
}

const series: DumbbellSeries = {
  panels: ["department", "township"].map((id) => ({
    id,
    title: id,
    subtitle: "",
    rows: [aRow("u1", "区教育委员会"), aRow("u2", "区人力资源和社会保障局")],
    edges: [],
  })),
  maximum: 10,
  nearBand: 0.5,
  unit: "分",
};

it("ends the axis before the values, whatever the width", () => {
  for (const width of [562, 700, 1100, 1700]) {
    const layout = layOutDumbbell(series, width);
    expect(layout.plotX).toBeGreaterThan(layout.nameX);
    expect(layout.plotX + series.maximum * layout.scale).toBeLessThan(layout.valueRight - 40);
    expect(layout.valueRight).toBeLessThan(layout.wordRight);
  }
});

it("stands departments and townships abreast on a wide page and one above the other on a narrow one", () => {
  expect(layOutDumbbell(series, 1100).places.map((place) => place.y)).toEqual([0, 0]);
  expect(layOutDumbbell(series, 700).places.map((place) => place.x)).toEqual([0, 0]);
});
