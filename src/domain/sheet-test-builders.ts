import type { SheetCell } from "./cell-text.ts";
import { type HeldLedger, type Intake, NOTHING_HELD, readLedgerSheets } from "./ledger-intake.ts";
import type { SheetSource } from "./sheet-rows.ts";

type Cells = readonly SheetCell[];

/** A sheet as a file gives it: the head row, then the others, numbered from 1. */
export function aSheet(name: string, ...rows: readonly Cells[]): SheetSource {
  return { name, rows: () => rows.map((cells, at) => ({ row: at + 1, cells })) };
}

export function readSheets(sheets: readonly SheetSource[], held: HeldLedger = NOTHING_HELD): Intake {
  return readLedgerSheets(sheets, held, () => "py");
}
