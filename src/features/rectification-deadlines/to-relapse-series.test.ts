import { expect, it } from "vitest";
import { errorTypeSchema } from "#domain/rectification.ts";
import type { Relapse } from "#domain/relapse.ts";
import type { Unit } from "#domain/unit.ts";
import { countRelapses, describeRelapses, toRelapseSeries, toRelapseTable } from "./to-relapse-series.ts";

const UNITS = ["甲镇", "乙镇", "丙镇"].map(
  (id, order): Unit => ({
    id,
    name: `清源区${id}`,
    shortName: id,
    pinyin: id,
    kind: order < 2 ? "township" : "department",
    class: "一类",
    order,
    activeFrom: null,
    activeTo: null,
  }),
);

function aRelapse(unitId: string, errorType: Relapse["errorType"], index: number): Relapse {
  return { caseId: `c${index}`, unitId, errorType, earlierId: "c0", days: 3 };
}

const COUNTS = countRelapses(
  [aRelapse("乙镇", "typo", 1), aRelapse("乙镇", "typo", 2), aRelapse("甲镇", "format", 3)],
  UNITS,
);

it("the unit with most relapses stands first; units and kinds without any are left out", () => {
  const series = toRelapseSeries(COUNTS);
  expect(series.panels[0]?.rows.map((row) => row.id)).toEqual(["乙镇", "甲镇"]);
  expect(series.columns.map((column) => column.id)).toEqual(["typo", "format"]);
  expect(series.panels[0]?.columnTotals).toEqual(["2", "1"]);
});

it("the table adds up", () => {
  const { rows } = toRelapseTable(COUNTS);
  expect(rows[rows.length - 1]?.cells).toEqual({ unit: "合计", typo: 2, format: 1, total: 3 });
});

it("the finding names the unit and the kind with most", () => {
  expect(describeRelapses(COUNTS)).toBe("重复发生 3 条，涉及 2 家；最多的是乙镇，2 条，最多的错误是错别字，2 条。");
});

it("units and kinds that share the first place are counted, not passed over", () => {
  const once = COUNTS.rows.map((row) => ({ ...row, total: 1 }));
  expect(describeRelapses({ ...COUNTS, rows: once, typeTotals: [1, 1], total: 2 })).toBe(
    "重复发生 2 条，涉及 2 家；最多的是乙镇等 2 家，各 1 条，最多的错误是错别字等 2 类，各 1 条。",
  );
});

it("the rarer of many kinds share a column of the plot, and stay apart in the table", () => {
  const kinds = errorTypeSchema.options;
  const counts = countRelapses(
    kinds.flatMap((type, index) => [
      aRelapse("甲镇", type, index),
      ...(index < 6 ? [] : [aRelapse("乙镇", type, index)]),
    ]),
    UNITS,
  );
  const series = toRelapseSeries(counts);
  expect(series.columns.map((column) => column.id)).toEqual([...kinds.slice(6), "rest"]);
  expect(series.panels[0]?.columnTotals).toEqual([...kinds.slice(6).map(() => "2"), "6"]);
  expect(toRelapseTable(counts).columns).toHaveLength(kinds.length + 2);
});

it("departments and townships have a panel each, one without relapses has none", () => {
  const both = countRelapses([aRelapse("丙镇", "typo", 1), aRelapse("甲镇", "format", 2)], UNITS);
  expect(toRelapseSeries(both).panels.map((panel) => [panel.title, panel.columnTotals, panel.grandTotal])).toEqual([
    ["部门", ["1", "0"], "1"],
    ["镇街", ["0", "1"], "1"],
  ]);
  expect(toRelapseSeries(COUNTS).panels.map((panel) => panel.title)).toEqual(["镇街"]);
});
