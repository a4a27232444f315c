import { expect, it } from "vitest";
import { csvCell, figureCsv } from "./figure-csv.ts";
import type { FigureTable } from "./figure-spec.ts";

const table: FigureTable = {
  columns: [
    { key: "name", head: "单位", align: "left", kind: "text" },
    { key: "points", head: "扣分", align: "right", kind: "points" },
    { key: "change", head: "较二季度", align: "right", kind: "points" },
  ],
  rows: [
    { id: "a", cells: { name: "归雁镇", points: 90_000, change: -6_000 } },
    { id: "b", cells: { name: "区信访办", points: "未检", change: null } },
  ],
};

it("begins with a BOM, ends lines with CRLF and writes points as numbers", () => {
  expect(figureCsv(table, [])).toBe("\uFEFF单位,扣分,较二季度\r\n归雁镇,9,-0.6\r\n区信访办,未检,——\r\n");
});

it("says in every row that the data is for demonstration", () => {
  expect(figureCsv(table, ["演示数据"]).split("\r\n")[1]).toBe("归雁镇,9,-0.6,演示数据");
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("neutralises the formula-like text %j", (text) => {
  expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
});

it("quotes commas, quotes and line ends", () => {
  expect(csvCell('甲,"乙"')).toBe('"甲,""乙"""');
});
