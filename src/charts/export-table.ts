import { formatShanghai } from "#domain/shanghai-time.ts";
import { figureCsv } from "./figure-csv.ts";
import { figureFileName } from "./figure-file-name.ts";
import type { FigureTable, FigureWords, FileStem } from "./figure-spec.ts";
import { figureXlsx } from "./figure-xlsx.ts";
import { saveBlob } from "./save-blob.ts";

/** Rows with the words that a file carries beside them. */
export interface TableContent extends Omit<FigureWords, "madeAt"> {
  table: FigureTable;
  fileStem: FileStem;
}

export type TableFormat = "csv" | "xlsx";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Makes and hands over the file of a figure's rows, or of a list that has no picture; resolves to what was done. */
export function exportTable(content: TableContent, format: TableFormat): string {
  const { table, marks, fileStem } = content;
  const name = figureFileName(fileStem, format, fileStem.scope);
  if (format === "csv") return saveBlob(new Blob([figureCsv(table, marks)], { type: "text/csv;charset=utf-8" }), name);
  const madeAt = formatShanghai(new Date().toISOString());
  return saveBlob(new Blob([figureXlsx(table, { ...content, madeAt })], { type: XLSX_TYPE }), name);
}
