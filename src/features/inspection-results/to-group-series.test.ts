import { expect, it } from "vitest";
import { toPoints } from "#domain/points.ts";
import { toGroupSeries } from "./to-group-series.ts";

const groups = [
  { groupId: "proactive", name: "主动公开", deduction: toPoints(20), units: 9 },
  { groupId: "platform", name: "平台建设", deduction: toPoints(60), units: 12 },
  { groupId: "support", name: "监督保障", deduction: 0, units: 0 },
];

it("sorts groups by points lost and states the running share", () => {
  const series = toGroupSeries(groups, null);
  expect(series.rows.map((row) => [row.label, row.valueText, row.shareText, row.runningText])).toEqual([
    ["平台建设", "60.0", "75.0%", "累计 75.0%"],
    ["主动公开", "20.0", "25.0%", "累计 100.0%"],
    ["监督保障", "0.0", "0.0%", "累计 100.0%"],
  ]);
});

it("keeps a group's colour whatever its place in the list", () => {
  expect(toGroupSeries(groups, null).rows.map((row) => row.fill)).toEqual([
    { kind: "series", slot: 2 },
    { kind: "series", slot: 1 },
    { kind: "series", slot: 3 },
  ]);
});

it("gives no share of nothing", () => {
  const rows = toGroupSeries([{ groupId: "a", name: "主动公开", deduction: 0, units: 0 }], null).rows;
  expect(rows[0]?.shareText).toBe("");
});

it("ends the axis on a round number beyond the longest bar of either period", () => {
  const base = [{ groupId: "proactive", name: "主动公开", deduction: toPoints(76), units: 9 }];
  expect(toGroupSeries(groups, base).maximum).toBe(80);
});
