import { expect, it } from "vitest";
import { PUBLISHED_REPORTS } from "./fixtures/published-annual-reports.ts";
import { outcomeRowsOf } from "./outcome.ts";
import { OUTCOME_LEAVES } from "./outcome-leaf.ts";
import { findByLabel, formCells, REPORT_FORM } from "./report-form.ts";

it("has 21 outcome rows in the 2021 form and 19 in the trial form, whose 其他处理 is one row", () => {
  expect(OUTCOME_LEAVES).toHaveLength(21);
  expect(outcomeRowsOf("2021")).toHaveLength(21);
  expect(outcomeRowsOf("2019")).toHaveLength(19);
  expect(outcomeRowsOf("2019").at(-1)).toBe("other.all");
});

it("has 10 cells in table 二, 175 in table 三 and 15 in table 四 of the 2021 form", () => {
  const count = (table: string) => formCells("2021").filter((cell) => cell.table === table).length;
  expect([count("t2"), count("t3"), count("t4")]).toEqual([10, 175, 15]);
});

it("knows every cell of the published reports", () => {
  const strangers = PUBLISHED_REPORTS.flatMap(({ report }) => {
    const known = new Set(formCells(report.form).map((cell) => cell.id));
    return Object.keys(report.cells).filter((id) => !known.has(id));
  });
  expect(strangers).toEqual([]);
});

it.each(["2019", "2021"] as const)("prints heads of the %s form that cover every column once", (form) => {
  for (const block of Object.values(REPORT_FORM[form]).flatMap((table) => table.blocks)) {
    const area = block.heads.flat().reduce((sum, head) => sum + head.colSpan * head.rowSpan, 0);
    expect(area % block.heads.length).toBe(0);
    const named = block.heads.flat().flatMap((head) => head.column ?? []);
    const transposed = named.some((column) => column.includes("."));
    expect(named).toHaveLength(block.columns.length * (transposed ? block.rows.length : 1));
  }
});

it.each([
  ["一、本年新收政府信息公开申请数量", "newReceived"],
  ["三（一）予以公开", "granted"],
  ["（二）部分公开", "partiallyGranted"],
  ['3.危及"三安全一稳定"', "refused.securityStability"],
  [" 1．本机关不掌握相关政府信息 ", "unavailable.notHeld"],
  ["5.要求行政机关确认或重新出具已获取信息", "notProcessed.reconfirm"],
  ["（七）总计", "outcomeTotal"],
  ["四、结转下年度继续办理", "carriedForward"],
])("finds the row printed as %s", (label, key) => {
  expect(findByLabel(REPORT_FORM["2021"].t3.blocks[0]?.rows ?? [], label)?.key).toBe(key);
});

it("finds no row for a label that the form does not print", () => {
  expect(findByLabel(REPORT_FORM["2021"].t3.blocks[0]?.rows ?? [], "撤回申请")).toBeNull();
});
