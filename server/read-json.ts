import type { PlainCell, SheetRow } from "#domain/cell-text.ts";
import type { SheetSource } from "#domain/sheet-rows.ts";
import { decodeText } from "./read-delimited.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** The value of a .json file. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`不是有效的 JSON：${withoutSnippet((error as Error).message)}`, { cause: error });
  }
}

/** The engine quotes a piece of the file after its reason; a message goes into logs, and the piece may name somebody. */
function withoutSnippet(message: string): string {
  return message.replace(/,? ?(?:\.\.\.)?"[\s\S]*$/, "");
}

function toCell(value: unknown): PlainCell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(String).join("、");
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Sheets of `{ "单位": [{ "单位名称": … }] }`; the first row of each is the heads, as in a spreadsheet. */
export function jsonSheets(value: unknown): SheetSource[] {
  const entries = value !== null && typeof value === "object" ? Object.entries(value) : [];
  const sheets = entries.flatMap(([name, rows]: [string, unknown]) =>
    Array.isArray(rows) ? [{ name, rows: () => toRows(rows) }] : [],
  );
  if (sheets.length === 0 || Array.isArray(value))
    throw new UnreadableFile('JSON 应是以表名为键、行数组为值的对象，如 {"单位": [{"单位名称": …}]}');
  return sheets;
}

function* toRows(rows: readonly unknown[]): Iterable<SheetRow> {
  const objects = rows.map((row) => (row !== null && typeof row === "object" ? (row as Record<string, unknown>) : {}));
  const heads = [...new Set(objects.flatMap(Object.keys))];
  yield { row: 1, cells: heads };
  for (const [at, row] of objects.entries()) yield { row: at + 2, cells: heads.map((head) => toCell(row[head])) };
}
