import writeXlsxFile, { type Cell, type SheetData } from "write-excel-file/node";
import { neutraliseFormula, type SheetCell, showCell, withoutInvisible } from "#domain/cell-text.ts";
import type { RejectedSheet } from "#domain/sheet-rows.ts";

/** Not 原因, which is a column of 季度检查. */
const REASON_HEAD = "拒绝原因";

/** A cell as it came in, except that text which a spreadsheet could run is neutralised. */
export function toSafeCell(cell: SheetCell): Cell {
  if (cell === null || typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell === "string") return { value: neutraliseFormula(withoutInvisible(cell)), type: String };
  if (cell.kind === "date") {
    const format = cell.time === undefined ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss";
    return { value: new Date(`${cell.date}T${cell.time ?? "00:00:00"}Z`), type: Date, format };
  }
  if (cell.kind === "percent") return { value: cell.value, type: Number, format: "0.00%" };
  return { value: neutraliseFormula(showCell(cell)), type: String };
}

function toData(sheet: RejectedSheet): SheetData {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  // A file of rejected rows that is imported again already has the column.
  const old = sheet.head.indexOf(REASON_HEAD);
  const width = old < 0 ? Math.max(sheet.head.length, ...rows.map((row) => row.cells.length)) : old;
  const padded = (cells: readonly SheetCell[]) =>
    Array.from({ length: width }, (_, at) => toSafeCell(cells[at] ?? null));
  const bold = (cell: Cell): Cell => ({ value: showCell(cell as SheetCell), type: String, fontWeight: "bold" });
  return [
    [...Array.from({ length: width }, (_, at) => bold(showCell(sheet.head[at]))), bold(REASON_HEAD)],
    ...rows.map((row): Cell[] => [...padded(row.cells), { value: row.reasons.join("；"), type: String }]),
  ];
}

/** Writes the rows that were not taken, sheet by sheet with their own columns and the reason in the last one. */
export async function writeRejectedRows(sheets: readonly RejectedSheet[], path: string): Promise<void> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.sheet.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    data: toData(sheet),
    stickyRowsCount: 1,
  }));
  await writeXlsxFile(written).toFile(path);
}
