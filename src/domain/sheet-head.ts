import { columnLetter, nameKey, type SheetRow, showCell } from "./cell-text.ts";
import type { Column, Columns } from "./sheet-column.ts";

/** Where a sheet's head row stands and which cell index belongs to which column. */
export interface SheetHead<C extends Columns = Columns> {
  row: number;
  index: { [K in keyof C]?: number };
  /** Heads that belong to no column, with their letter; they are ignored and reported. */
  unknown: readonly string[];
  /** Heads of required columns that were not found. */
  missing: readonly string[];
  /** Heads that stand twice. */
  repeated: readonly string[];
}

/** Title lines above the head row are common; further down it would be data. */
export const HEAD_ROWS = 10;

/** "*单位（必填）" and "单 位" are both 单位; the unit in 本年收费金额（单位：万元） stays out as well. */
function headKey(text: string): string {
  const bare = nameKey(text.replace(/[（(](必填|选填|单位[：:].*?)[)）]/g, "")).replace(/\*/g, "");
  return bare.replace(/[：:]$/, "");
}

/** Reads one row as a head row. */
export function readHead<C extends Columns>(columns: C, row: SheetRow): SheetHead<C> {
  const byKey = new Map<string, keyof C>();
  for (const [name, column] of Object.entries(columns)) {
    for (const head of [column.head, ...(column.aliases ?? [])]) byKey.set(headKey(head), name);
  }
  const index: { [K in keyof C]?: number } = {};
  const unknown: string[] = [];
  const repeated: string[] = [];
  row.cells.forEach((cell, position) => {
    const text = showCell(cell);
    const name = byKey.get(headKey(text));
    if (name === undefined) {
      if (text.trim() !== "") unknown.push(`${text.trim()}（${columnLetter(position)}列）`);
    } else if (index[name] !== undefined) repeated.push(`${text.trim()}（${columnLetter(position)}列）`);
    else index[name] = position;
  });
  const missing = Object.entries(columns)
    .filter(([name, column]) => column.required && index[name] === undefined)
    .map(([, column]) => column.head);
  return { row: row.row, index, unknown, missing, repeated };
}

function countFound(head: SheetHead): number {
  return Object.keys(head.index).length;
}

/** The row among the first ten that has the most known heads; undefined when none has two. */
export function findHead<C extends Columns>(columns: C, rows: readonly SheetRow[]): SheetHead<C> | undefined {
  let best: SheetHead<C> | undefined;
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const head = readHead(columns, row);
    if (countFound(head) >= 2 && (best === undefined || countFound(head) > countFound(best))) best = head;
  }
  return best;
}

/** How well a head row fits a sheet: number of known heads less unknown ones, or −1 when a required one is missing. */
export function fitOf(columns: Columns, rows: readonly SheetRow[]): number {
  const head = findHead(columns, rows);
  return head === undefined || head.missing.length > 0 ? -1 : countFound(head) - head.unknown.length / 100;
}

/** "扣分（H列）"; the letter is left out where the file has no such column. */
export function describeColumn(column: Column<unknown>, position: number | undefined): string {
  return position === undefined ? column.head : `${column.head}（${columnLetter(position)}列）`;
}
