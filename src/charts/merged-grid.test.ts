import { Buffer } from "node:buffer";
import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { figureCsv } from "./figure-csv.ts";
import type { FigureTable } from "./figure-spec.ts";
import { figureXlsx } from "./figure-xlsx.ts";
import { gridHtml, gridText } from "./grid-copy.ts";
import { layOutGrid } from "./grid-layout.ts";
import { type GridCell, type MergedGrid, placeCells, toPlainRows } from "./merged-grid.ts";

function aCell(key: string, text: string, changes: Partial<GridCell> = {}): GridCell {
  return {
    key,
    role: "label",
    text,
    value: null,
    colSpan: 1,
    rowSpan: 1,
    look: "plain",
    isStrong: false,
    slot: null,
    ...changes,
  };
}

const figure = (key: string, value: number) => aCell(key, String(value), { role: "figure", value });

/** 结果 reaches over two lines, 合计 over two columns. */
const grid: MergedGrid = {
  columns: [1, 2, 1],
  headRows: 1,
  rows: [
    { key: "head", cells: [aCell("h1", "项目", { role: "head", colSpan: 2 }), aCell("h2", "件数", { role: "head" })] },
    { key: "a", cells: [aCell("l0", "结果", { rowSpan: 2 }), aCell("l1", "公开"), figure("f1", 3)] },
    { key: "b", cells: [aCell("l2", "不公开<1>"), aCell("f2", "——", { role: "figure", look: "dash" })] },
    { key: "c", cells: [aCell("l3", "合计", { colSpan: 2, isStrong: true }), figure("f3", 3)] },
  ],
};
const words = {
  title: "三、申请",
  finding: "",
  caption: "",
  note: "",
  source: "甲局 · 2024 年",
  marks: [],
  madeAt: "",
};
const table: FigureTable = { columns: [], rows: [], grid };

it("places each cell beside what cells above and before it cover", () => {
  expect(placeCells(grid).map(({ cell, row, column }) => [cell.key, row, column])).toEqual([
    ["h1", 0, 0],
    ["h2", 0, 2],
    ["l0", 1, 0],
    ["l1", 1, 1],
    ["f1", 1, 2],
    ["l2", 2, 1],
    ["f2", 2, 2],
    ["l3", 3, 0],
    ["f3", 3, 2],
  ]);
  expect(toPlainRows(grid)[2]?.map((cell) => cell?.key ?? null)).toEqual([null, "l2", "f2"]);
});

it("keeps the spans on the clipboard as HTML, and one field a column as text", () => {
  const html = gridHtml(grid, { title: "三、申请", foot: "甲局" });
  expect(html).toContain('<th rowspan="2"');
  expect(html).toContain('<th colspan="2"');
  expect(html).toContain("不公开&lt;1&gt;");
  expect(gridText(grid, { title: "三、申请", foot: "甲局" }).split("\r\n")).toEqual([
    "三、申请",
    "项目\t\t件数",
    "结果\t公开\t3",
    "\t不公开<1>\t——",
    "合计\t\t3",
    "甲局",
  ]);
});

it("keeps merged cells merged in a workbook, with typed numbers", async () => {
  const bytes = figureXlsx(table, words);
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect([...sheet.matchAll(/mergeCell ref="([^"]+)"/g)].map((match) => match[1])).toEqual(["A1:B1", "A2:A3", "A4:B4"]);
  const [data] = await readXlsxFile(Buffer.from(bytes));
  expect(data?.data).toEqual([
    ["项目", null, "件数"],
    ["结果", "公开", 3],
    [null, "不公开<1>", "——"],
    ["合计", null, 3],
  ]);
});

it("writes the fields of the form as CSV, with the mark of demonstration data on each line", () => {
  expect(figureCsv(table, ["演示数据"]).split("\r\n").slice(0, 3)).toEqual([
    "\uFEFF项目,,件数,数据性质",
    "结果,公开,3,演示数据",
    ",不公开<1>,——,演示数据",
  ]);
});

it("makes a row as tall as its wording, and no box overlaps another", () => {
  const { boxes, height } = layOutGrid(grid, 120);
  expect(Math.max(...boxes.map((box) => box.y + box.height))).toBe(height);
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  expect(area).toBe(120 * height);
});

it("leaves no character of a wording alone on its last line", () => {
  const text = "其他法律行政法规禁止公开";
  const leaf: MergedGrid = { columns: [1], headRows: 0, rows: [{ key: "row", cells: [aCell("leaf", text)] }] };
  const linesAt = (width: number) => layOutGrid(leaf, width).boxes[0]?.lines.map((line) => line.text);
  expect(linesAt(11 * 12 + 9)).toEqual(["其他法律行政法规禁", "止公开"]);
  expect(linesAt(12 * 12 + 9)).toEqual([text]);
});
