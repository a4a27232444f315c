import { describe, expect, it } from "vitest";
import { axisTicks, edgePieces, layOutRankedBars, toRowLabel } from "./ranked-bar-layout.ts";
import type { RankedBarRow, RankedBarSeries } from "./ranked-bar-series.ts";
import { measureText } from "./text-measure.ts";

function aRow(patch: Partial<RankedBarRow> = {}): RankedBarRow {
  return {
    id: "u1",
    name: "归雁镇",
    rank: 1,
    tier: { level: 4, name: "四档" },
    state: "ranked",
    reason: null,
    segments: [9],
    value: 9,
    valueText: "9.0",
    disputed: 0,
    nearEdge: false,
    change: { text: "+1.0", meaning: "worse" },
    picked: false,
    ...patch,
  };
}

function aSeries(rows: RankedBarRow[], patch: Partial<RankedBarSeries> = {}): RankedBarSeries {
  return {
    panels: [{ id: "town", title: "镇街", subtitle: "", rows, tiers: [], edges: [{ value: 2, label: "一/二档线" }] }],
    groups: [{ id: "g1", name: "主动公开", slot: 1 }],
    maximum: 10,
    nearBand: 0.5,
    unit: "分",
    changeHead: "较二季度",
    ...patch,
  };
}

describe("layOutRankedBars", () => {
  it("gives the longest name its full width", () => {
    const { columns } = layOutRankedBars(aSeries([aRow({ name: "区机关事务中心" }), aRow()]), 560);
    expect(columns.plotX - columns.nameX).toBeGreaterThanOrEqual(measureText("区机关事务中心"));
  });

  it.each([562, 700, 1134])("ends every value and every remark before the change column at %i px", (width) => {
    const rows = [
      aRow({ value: 9.8, segments: [9.8], valueText: "9.8", nearEdge: true }),
      aRow({ state: "vetoed", rank: null, reason: "首页超两周未更新" }),
      aRow({ state: "missed", rank: null, reason: "网站迁移，10 月补检", value: 0, segments: [0] }),
    ];
    const { columns } = layOutRankedBars(aSeries(rows), width);
    const ends = rows.map((row) => toRowLabel(row, columns, 2).to);
    expect(Math.max(...ends)).toBeLessThanOrEqual(columns.changeLeft);
  });

  it("names only the veto where its reason would squeeze the bars", () => {
    const row = aRow({ state: "vetoed", rank: null, reason: "连续两次被市级通报且整改后经复核仍未达到要求" });
    const { columns } = layOutRankedBars(aSeries([row]), 420);
    expect(toRowLabel(row, columns, 2).remark).toBe("否决");
  });

  it("takes 752 px of design height less the words for 23 townships, 17 px rows for 31 departments", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => aRow({ id: String(index) }));
    expect(layOutRankedBars(aSeries(rows(23)), 562, true).height).toBe(539);
    expect(layOutRankedBars(aSeries(rows(31)), 562, true).height).toBe(606);
  });

  it("survives a series without rows", () => {
    expect(layOutRankedBars(aSeries([]), 560).columns.scale).toBeGreaterThan(0);
  });
});

describe("edgePieces", () => {
  const label = (from: number, to: number) => ({ valueX: from, remarkX: from, remark: "", from, to });

  it("interrupts an edge line in the rows where a value stands on it", () => {
    const labels = [label(0, 10), label(95, 120), label(0, 10)];
    expect(edgePieces(100, 20, 101, 20, labels)).toEqual([
      { from: 20, to: 61 },
      { from: 81, to: 101 },
    ]);
  });

  it("joins neighbouring interruptions", () => {
    expect(edgePieces(100, 20, 80, 20, [label(95, 120), label(95, 120)])).toEqual([{ from: 20, to: 40 }]);
  });
});

it("ticks each point, and round steps on a long axis", () => {
  expect(axisTicks(10)).toHaveLength(11);
  expect(axisTicks(60)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
});
