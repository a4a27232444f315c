import { expect, it } from "vitest";
import { placeCells, toPlainRows } from "#charts/merged-grid.ts";
import type { ReportForm } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { type FormTableId, formCells, REPORT_FORM } from "#domain/report-form.ts";
import { readPrinted } from "./form-figures.ts";
import { toFormGrid } from "./to-form-grid.ts";

function gridOf(table: FormTableId, form: ReportForm = "2021") {
  const report = form === "2021" ? publishedReport("tongnan-office", 2024) : publishedReport("pingtan", 2020);
  return toFormGrid(REPORT_FORM[form][table], readPrinted(report));
}

it.each([
  ["t2", "2021"],
  ["t3", "2021"],
  ["t4", "2021"],
  ["t2", "2019"],
  ["t3", "2019"],
  ["t4", "2019"],
] as const)("%s of the %s form prints each of its cells once and leaves no field open", (table, form) => {
  const grid = gridOf(table, form);
  const figures = placeCells(grid).filter(({ cell }) => cell.role === "figure");
  const printed = formCells(form).filter((cell) => cell.table === table);
  expect(figures.map(({ cell }) => cell.key).sort()).toEqual(printed.map(({ id }) => id).sort());
  const area = placeCells(grid).reduce((sum, { cell }) => sum + cell.colSpan * cell.rowSpan, 0);
  expect(area).toBe(grid.rows.length * grid.columns.length);
  const keys = placeCells(grid).map(({ cell }) => cell.key);
  expect(new Set(keys).size).toBe(keys.length);
});

it("table 三 has the merged heads of the form: three lines, organisations under one head", () => {
  const heads = gridOf("t3").rows.slice(0, 3);
  expect(
    heads.map(({ cells }) => cells.map(({ text, colSpan, rowSpan }) => [text.slice(0, 6), colSpan, rowSpan])),
  ).toEqual([
    [
      ["（本列数据的", 3, 3],
      ["申请人情况", 7, 1],
    ],
    [
      ["自然人", 1, 2],
      ["法人或其他组", 5, 1],
      ["总计", 1, 2],
    ],
    [
      ["商业企业", 1, 1],
      ["科研机构", 1, 1],
      ["社会公益组织", 1, 1],
      ["法律服务机构", 1, 1],
      ["其他", 1, 1],
    ],
  ]);
});

it("三、本年度办理结果 stands beside its 22 lines, （三）不予公开 beside its 8", () => {
  const cells = placeCells(gridOf("t3")).filter(({ cell }) => cell.role === "label");
  const spanOf = (text: string) => cells.find(({ cell }) => cell.text.startsWith(text))?.cell;
  expect(spanOf("三、本年度办理结果")).toMatchObject({ rowSpan: 22, colSpan: 1 });
  expect(spanOf("（三）不予公开")).toMatchObject({ rowSpan: 8, colSpan: 1 });
  expect(spanOf("（一）予以公开")).toMatchObject({ rowSpan: 1, colSpan: 2 });
  expect(spanOf("四、结转")).toMatchObject({ rowSpan: 1, colSpan: 3 });
});

it("in the trial form （六）其他处理 is one line", () => {
  const cells = placeCells(gridOf("t3", "2019"));
  expect(cells.find(({ cell }) => cell.text.startsWith("（六）其他处理"))?.cell).toMatchObject({
    rowSpan: 1,
    colSpan: 2,
  });
  expect(cells.find(({ cell }) => cell.text.startsWith("三、"))?.cell.rowSpan).toBe(20);
});

it("the trial form of table 二 has 政府集中采购 and its own columns", () => {
  const words = toPlainRows(gridOf("t2", "2019")).map((row) => row.map((cell) => cell?.text ?? ""));
  expect(words.find((row) => row[0] === "政府集中采购")).toBeDefined();
  expect(words.some((row) => row.includes("采购总金额"))).toBe(true);
  expect(words.some((row) => row.includes("本年增/减"))).toBe(true);
});

it("table 四 prints three blocks side by side over one line of figures", () => {
  const grid = gridOf("t4");
  expect(grid.rows).toHaveLength(4);
  expect(grid.columns).toHaveLength(15);
  expect(grid.rows[3]?.cells.at(5)?.key).toBe("t4.litigationDirect.upheld");
});

it("a fee that is printed as —— is neither 0 nor 未报", () => {
  const fee = placeCells(gridOf("t2")).find(({ cell }) => cell.key === "t2.administrativeFees.amount")?.cell;
  expect(fee).toMatchObject({ text: "——", look: "dash", value: null });
});
