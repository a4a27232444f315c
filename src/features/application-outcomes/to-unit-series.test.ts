import { expect, it } from "vitest";
import { aFact, aUnit, q } from "./ledger-test-builders.ts";
import { describeUnits, toUnitGroups, toUnitSeries, toUnitTable } from "./to-unit-series.ts";

const QUARTERS = [q("2026Q3")];
const units = [
  aUnit("甲局", { order: 1 }),
  aUnit("乙局", { order: 2 }),
  aUnit("丙局", { order: 3 }),
  aUnit("丁镇", { order: 4, kind: "township" }),
  aUnit("戊局", { order: 5 }),
];
const facts = [
  aFact({ unitId: "甲局", received: 4, due: 4 }),
  aFact({ unitId: "乙局", received: 8, due: 8 }),
  aFact({ unitId: "乙局", timeliness: "late", due: 1 }),
  aFact({ unitId: "乙局", outcome: null, timeliness: "open", received: 2 }),
  aFact({ unitId: "丙局", carriedOver: 4 }),
  aFact({ unitId: "丁镇", outcome: "refused.deliberative", received: 1 }),
];
const groups = toUnitGroups(facts, units, QUARTERS, "points");

it("ranks departments and townships apart by 应办; ties share a rank and the next is skipped", () => {
  const ranks = groups.map(({ rows }) => rows.map(({ unit, rank }) => [unit.id, rank]));
  expect(ranks).toEqual([
    [
      ["乙局", 1],
      ["甲局", 2],
      ["丙局", 2],
      ["戊局", 4],
    ],
    [["丁镇", 1]],
  ]);
});

it("lists a unit without applications, without a rank and with —— for replies", () => {
  const [departments] = toUnitSeries(groups, []).panels;
  expect(departments?.rows.at(-1)).toMatchObject({ name: "戊局", rank: null, valueText: "0", change: { text: "——" } });
  expect(departments?.subtitle).toBe("4 家 · 应办 18 件 · 1 家没有申请");
});

it("draws the closed cases by outcome and the open ones hatched; together they are 应办", () => {
  const row = toUnitSeries(groups, []).panels[0]?.rows[0];
  expect(row).toMatchObject({ value: 8, disputed: 2, valueText: "10", change: { text: "8/9" } });
  expect(row?.segments.reduce((sum, value) => sum + value, 0)).toBe(8);
});

it("keeps the administrative order where it is asked for, with the ranks", () => {
  const [departments] = toUnitGroups(facts, units, QUARTERS, "register");
  expect(departments?.rows.map(({ unit, rank }) => [unit.id, rank])).toEqual([
    ["甲局", 2],
    ["乙局", 1],
    ["丙局", 2],
    ["戊局", 4],
  ]);
});

it("prints counts and no rate for small numbers, and closes the table by its sums", () => {
  const { rows } = toUnitTable(groups);
  expect(rows.map(({ cells }) => [cells["unit"], cells["onTime"], cells["replied"], cells["rate"]])).toEqual([
    ["乙局全称", 8, 9, "88.9%"],
    ["甲局全称", 4, 4, "样本少"],
    ["丙局全称", 0, 0, null],
    ["戊局全称", 0, 0, null],
    ["丁镇全称", 0, 0, null],
    ["合计", 12, 13, ""],
  ]);
  expect(rows.at(-1)?.cells).toMatchObject({ received: 15, carriedOver: 4, closed: 17, open: 2 });
});

it("names the busiest of each side and how many had none", () => {
  expect(describeUnits(groups)).toBe("应办最多：部门乙局 10 件、镇街丁镇 1 件；1 家没有申请。");
});
