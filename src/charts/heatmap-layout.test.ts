import { expect, it } from "vitest";
import { breakHead, layOutHeatmap, placeGroups, readHeatmapPick, toHeatmapPick } from "./heatmap-layout.ts";
import type { HeatmapSeries } from "./heatmap-series.ts";

function aSeries(columns: number): HeatmapSeries {
  return {
    panels: [
      {
        id: "town",
        title: "镇街",
        rows: [{ id: "u1", name: "白鹭湾街道", cells: [], totalText: "4.6", missed: null }],
        columnTotals: [],
        grandTotal: "105.6",
      },
    ],
    columns: Array.from({ length: columns }, (_, index) => ({
      id: `i${index}`,
      shortName: "政策文件",
      name: "政策文件",
    })),
    groups: [
      { id: "g1", name: "主动公开", shortName: "主动", slot: 1, span: columns - 1 },
      { id: "g6", name: "监督保障", shortName: "保障", slot: 6, span: 1 },
    ],
    rampLabels: [],
  };
}

it("breaks an indicator of four characters into two lines of two", () => {
  expect(breakHead("政策文件", 33)).toEqual(["政策", "文件"]);
  expect(breakHead("信息公开指南", 33)).toEqual(["信息", "公开", "指南"]);
  expect(breakHead("年报", 33)).toEqual(["年报"]);
});

it("gives a narrow group its short name, never a cut one", () => {
  const series = aSeries(13);
  expect(placeGroups(series, layOutHeatmap(series, 547)).map((group) => group.text)).toEqual(["主动公开", "保障"]);
});

it("grows beyond the given width rather than let digits touch", () => {
  const layout = layOutHeatmap(aSeries(30), 560);
  expect(layout.pitch).toBeGreaterThanOrEqual(24);
  expect(layout.places[0]?.width).toBeGreaterThan(560);
});

it("names a picked cell by unit and indicator, whatever the unit's id holds", () => {
  expect(readHeatmapPick(toHeatmapPick("a|b", "i3"))).toEqual({ rowId: "a|b", columnId: "i3" });
});
