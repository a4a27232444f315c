import { describe, expect, it } from "vitest";
import { columnLetter } from "./cell-text.ts";
import { sheetFor } from "./ledger-intake.ts";
import { exampleRows, LEDGER_SHEETS } from "./ledger-sheets.ts";
import { describeRowError } from "./row-error.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";

describe("the sheet table", () => {
  it.each([
    ["扣分明细 (2)", "扣分明细"],
    ["2024Q3扣分明细", "扣分明细"],
    ["表三", "年报表三"],
    ["考核 指标", "考核指标"],
  ])("knows %s for %s", (name, sheet) => expect(sheetFor(name, [])?.name).toBe(sheet));

  it("tells every sheet by its own heads", () => {
    for (const sheet of LEDGER_SHEETS) {
      const cells = Object.values(sheet.columns).map((column) => column.head);
      expect(sheetFor("未命名", [{ row: 1, cells }])?.name).toBe(sheet.name);
    }
  });

  it("has heads that a spreadsheet can tell apart", () => {
    for (const sheet of LEDGER_SHEETS) {
      const heads = Object.values(sheet.columns).map((column) => column.head);
      expect(new Set(heads).size).toBe(heads.length);
      expect(columnLetter(heads.length)).not.toBe("");
    }
  });

  it("has example rows that can be imported together", () => {
    const sources = LEDGER_SHEETS.map((sheet) => {
      const columns = Object.entries(sheet.columns);
      return aSheet(
        sheet.name,
        columns.map(([, column]) => column.head),
        ...exampleRows(sheet).map((row) => columns.map(([name]) => row[name] ?? null)),
      );
    });
    const intake = readSheets(sources);
    expect(intake.errors.map(describeRowError)).toEqual([]);
    expect(intake.ledger.annualReports).toHaveLength(1);
    expect(intake.ledger.findings).toHaveLength(1);
    expect(intake.ledger.rectificationCases).toHaveLength(1);
    expect(intake.ledger.rectificationEvents.map(({ event }) => event.kind)).toEqual(["dispatched", "reportedFixed"]);
  });
});
