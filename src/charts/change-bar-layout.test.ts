import { expect, it } from "vitest";
import { layOutChangeBars } from "./change-bar-layout.ts";
import type { ChangeBarSeries } from "./change-bar-series.ts";

function aSeries(changes: readonly number[]): ChangeBarSeries {
  return {
    rows: changes.map((change, index) => ({
      id: `u${index}`,
      name: "文化和旅游局",
      change,
      changeText: change < 0 ? `−${-change}` : `+${change}`,
      spanText: "4.3 → 2.2",
      tierText: "二档 → 一档",
      meaning: change < 0 ? "good" : "worse",
      picked: false,
    })),
    unit: "分",
    sides: { left: "扣分减少", right: "扣分增加" },
    spanHead: "二季度 → 三季度",
  };
}

it("one scale on both sides, so that bars of equal change are equally long", () => {
  const layout = layOutChangeBars(aSeries([-4, -1, 2]), 700);
  expect(layout.zeroX - 4 * layout.scale).toBeGreaterThan(layout.spanRight);
  expect(layout.zeroX + 2 * layout.scale).toBeLessThan(layout.tierX);
});

it("every word has its room, with the tier column inside the width", () => {
  for (const width of [560, 700, 1200]) {
    const layout = layOutChangeBars(aSeries([-4, 2]), width);
    expect(layout.width).toBe(width);
    expect(layout.tierX + 66).toBeLessThanOrEqual(width);
  }
});

it("a side without bars keeps the zero line inside the plot", () => {
  const onlyBetter = layOutChangeBars(aSeries([-4, -3]), 700);
  expect(onlyBetter.zeroX).toBeLessThan(onlyBetter.tierX);
  const onlyWorse = layOutChangeBars(aSeries([3]), 700);
  expect(onlyWorse.zeroX).toBeGreaterThan(onlyWorse.spanRight);
});

it("has a height for no rows at all", () => {
  expect(layOutChangeBars(aSeries([]), 700).height).toBe(24);
});
