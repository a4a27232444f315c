import { readFileSync } from "node:fs";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { NOTHING_HELD } from "#domain/ledger-intake.ts";
import { LEDGER_SHEETS } from "#domain/ledger-sheets.ts";
import { guoyangSample, tongnanSample } from "./ledger-samples.ts";
import { ledgerTemplate } from "./ledger-template.ts";
import { readLedgerFile } from "./read-ledger-file.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { WrittenSheet } from "./write-workbook.ts";

function committed(path: string) {
  const bytes = readFileSync(new URL(`../public/${path}`, import.meta.url));
  return openWorkbook(bytes).map((sheet) => ({ name: sheet.name, rows: [...sheet.rows()].map((row) => row.cells) }));
}

/** Trailing blanks are not written, so that they cannot be compared. */
function expected(sheets: readonly WrittenSheet[]) {
  const trim = (cells: readonly (string | number | null)[]) =>
    cells.slice(0, Math.max(...cells.map((cell, at) => (cell === null ? 0 : at + 1))));
  return sheets.map(({ name, head, rows }) => ({ name, rows: [head, ...rows].map(trim) }));
}

describe("public/templates/ledger.xlsx", () => {
  it("has the sheets, heads and examples of the sheet table (npm run template)", () => {
    expect(committed("templates/ledger.xlsx")).toEqual(expected(ledgerTemplate()));
  });

  it("explains every column of every sheet", () => {
    const [explanation] = committed("templates/ledger.xlsx");
    for (const sheet of LEDGER_SHEETS)
      for (const column of Object.values(sheet.columns))
        expect(explanation?.rows.some((row) => row[0] === sheet.name && row[1] === column.head)).toBe(true);
  });

  it("imports without an error", () => {
    const bytes = readFileSync(new URL("../public/templates/ledger.xlsx", import.meta.url));
    const intake = readLedgerFile({ name: "ledger.xlsx", bytes }, NOTHING_HELD);
    expect(intake).toMatchObject({ errors: [], skipped: [], notes: [], asOf: null });
    expect(intake.ledger.units).toHaveLength(1);
    expect(intake.ledger.schemes[0]?.classTiers).toHaveLength(1);
    expect(intake.ledger.annualReports[0]?.cells["t2.administrativeFees.amount"]).toBe("——");
  });

  it("opens in another reader, drop-down lists included", async () => {
    const bytes = readFileSync(new URL("../public/templates/ledger.xlsx", import.meta.url));
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["说明", ...LEDGER_SHEETS.map((sheet) => sheet.name)]);
  });
});

describe("public/samples", () => {
  it.each([
    ["samples/tongnan-office-2024.xlsx", tongnanSample],
    ["samples/guoyang-2020Q3.xlsx", guoyangSample],
  ])("%s holds the published figures (npm run template)", (path, toSheets) => {
    expect(committed(path)).toEqual(expected(toSheets()));
  });
});
