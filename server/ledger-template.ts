import { exampleRows, LEDGER_SHEETS } from "#domain/ledger-sheets.ts";
import type { LedgerSheet, SheetCells } from "#domain/sheet-column.ts";
import type { WrittenSheet } from "./write-workbook.ts";

/** Excel takes at most 255 characters of words in one list. */
const LONGEST_LIST = 255;

/** A sheet of the workbook with the given rows; columns stand in the order of the sheet table. */
export function toWrittenSheet(sheet: LedgerSheet, rows: readonly SheetCells[]): WrittenSheet {
  const columns = Object.entries(sheet.columns);
  const lists = columns.flatMap(([, column], at): [number, readonly string[]][] =>
    column.words.length > 0 && column.words.join(",").length <= LONGEST_LIST ? [[at, column.words]] : [],
  );
  return {
    name: sheet.name,
    head: columns.map(([, column]) => column.head),
    rows: rows.map((row) => columns.map(([name]) => row[name] ?? null)),
    lists: new Map(lists),
  };
}

function explanation(): WrittenSheet {
  const rows = LEDGER_SHEETS.flatMap((sheet: LedgerSheet) => [
    [sheet.name, "（整张表）", null, sheet.meaning, null, null],
    ...Object.values(sheet.columns).map((column) => [
      sheet.name,
      column.head,
      column.required ? "必填" : null,
      column.meaning,
      column.allowed,
      column.example === null ? null : String(column.example),
    ]),
  ]);
  return {
    name: "说明",
    head: ["表", "列", "必填", "含义", "允许的值", "示例"],
    rows: [
      ["数据截至", null, null, "在左边一格填写数据截至的时间，如 2026-10-08 17:30；不填按导入时间计", null, null],
      ["用法", null, null, "只填需要的表，不用的表可以整张删除；各表里的示例行请在填写前删除", null, null],
      ["用法", null, null, "列的先后可以调整，表头文字不要改；不认识的列会忽略并提示", null, null],
      ...rows,
    ],
  };
}

/** The empty workbook: every sheet with its heads and example rows, explained on 说明. */
export function ledgerTemplate(): WrittenSheet[] {
  return [explanation(), ...LEDGER_SHEETS.map((sheet: LedgerSheet) => toWrittenSheet(sheet, exampleRows(sheet)))];
}
