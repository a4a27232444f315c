import { plainCell } from "./figure-cell.ts";
import type { FigureMark, FigureTable } from "./figure-spec.ts";
import { oneLine } from "./grid-copy.ts";
import { type MergedGrid, toPlainRows } from "./merged-grid.ts";
import { stripControls } from "./text-measure.ts";

/** Tells Chinese Excel that the text is UTF-8. */
const BOM = "\uFEFF";
const FORMULA = /^[=+\-@\t\r]/;

/** All rows of the figure; demonstration or draft data says so in a column of its own, because rows get copied. */
export function figureCsv(table: FigureTable, marks: readonly FigureMark[]): string {
  const mark = marks.join("、");
  if (table.grid !== undefined)
    return (
      BOM +
      gridLines(table.grid, mark)
        .map((line) => `${line}\r\n`)
        .join("")
    );
  const heads = [...table.columns.map((column) => column.head), ...(mark === "" ? [] : ["数据性质"])];
  const lines = table.rows.map((row) => {
    const cells = table.columns.map((column) => csvCell(plainCell(row.cells[column.key] ?? null, column)));
    return [...cells, ...(mark === "" ? [] : [csvCell(mark)])].join(",");
  });
  return BOM + [heads.map(csvCell).join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** A merged cell stands in its first field; numbers stay numbers. */
function gridLines(grid: MergedGrid, mark: string): string[] {
  return toPlainRows(grid).map((row, index) => {
    const cells = row.map((cell) => csvCell(cell === null ? null : (cell.value ?? oneLine(cell.text))));
    return [...cells, ...(mark === "" ? [] : [csvCell(index === 0 ? "数据性质" : mark)])].join(",");
  });
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is neutralised, a number is left a number. */
export function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = stripControls(cell);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
