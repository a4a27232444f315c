import { Buffer } from "node:buffer";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { FigureTable } from "./figure-spec.ts";
import { columnName, figureXlsx } from "./figure-xlsx.ts";

const table: FigureTable = {
  columns: [
    { key: "name", head: "单位", align: "left", kind: "text" },
    { key: "points", head: "扣分", align: "right", kind: "points" },
    { key: "share", head: "占比", align: "right", kind: "percent" },
  ],
  rows: [
    { id: "a", cells: { name: "=归雁镇&<1>", points: 90_000, share: 0.359 } },
    { id: "b", cells: { name: "区信访办", points: "未检", share: null } },
    { id: "sum", cells: { name: "合计", points: 90_000, share: 1 }, isTotal: true },
  ],
};
const words = {
  title: "各单位扣分",
  finding: "归雁镇扣 9.0 分。",
  caption: "2026 年三季度",
  note: "",
  source: "季度检查台账",
  marks: ["演示数据"] as const,
  madeAt: "2026-10-08 20:41",
};

describe("figureXlsx", () => {
  it("opens as a workbook with typed cells; a text that begins with = stays a text", async () => {
    const sheets = await readXlsxFile(Buffer.from(figureXlsx(table, words)));
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(["数据", "说明"]);
    expect(sheets[0]?.data).toEqual([
      ["单位", "扣分", "占比"],
      ["=归雁镇&<1>", 9, 0.359],
      ["区信访办", "未检", "——"],
      ["合计", 9, 1],
    ]);
  });

  it("explains itself on a second sheet, with the mark of demonstration data", async () => {
    const sheets = await readXlsxFile(Buffer.from(figureXlsx(table, words)));
    const notes = new Map(sheets[1]?.data.map((row) => [row[0], row[1]]));
    expect(notes.get("结论")).toBe("归雁镇扣 9.0 分。");
    expect(notes.get("数据性质")).toBe("演示数据");
  });
});

it("names columns as spreadsheets do", () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});
