import { columnLetter, isBlankCell, type SheetCell, type SheetRow, showCell } from "./cell-text.ts";
import type { Ledger } from "./ledger.ts";
import { findPersonal, HIDDEN, isPersonalHead, maskPersonal, PERSONAL_LABEL, personalKindOf } from "./personal-data.ts";
import type { RowError } from "./row-error.ts";
import type { Column, Columns, LedgerSheet, RowOf } from "./sheet-column.ts";
import { describeColumn, findHead, HEAD_ROWS, type SheetHead } from "./sheet-head.ts";

/** A sheet of an input file; its rows may be produced one by one, and can be asked for once more. */
export interface SheetSource {
  name: string;
  rows(): Iterable<SheetRow>;
}

/** A row together with where it stands, so that whoever refuses it can say which cell is at fault. */
export interface PlacedRow<C extends Columns = Columns> {
  sheet: string;
  columns: C;
  head: SheetHead<C>;
  source: SheetRow;
}

/** Rows of one sheet that were refused, as they stood in the file. */
export interface RejectedSheet {
  sheet: string;
  part: keyof Ledger;
  head: readonly SheetCell[];
  /** Row number → cells and the reasons. */
  rows: Map<number, { cells: readonly SheetCell[]; reasons: string[] }>;
}

/** Collects what was refused while a file is read. */
export class RowLog {
  readonly errors: RowError[] = [];
  readonly notes: string[] = [];
  readonly rejected = new Map<string, RejectedSheet>();
  /** Rows read so far, over all sheets; blank rows do not count. */
  rows = 0;
  hasBrokenSheet = false;
  readonly #sheets = new Map<string, Pick<RejectedSheet, "part" | "head">>();

  startSheet(sheet: string, part: keyof Ledger, head: readonly SheetCell[]): void {
    this.#sheets.set(sheet, { part, head });
  }

  /** Refuses a row; `column` is null when no single cell is at fault. */
  reject<C extends Columns>(place: PlacedRow<C>, column: (keyof C & string) | null, reason: string): void {
    const { sheet, source } = place;
    const position = column === null ? undefined : place.head.index[column];
    const entry = column === null ? undefined : place.columns[column];
    this.errors.push({
      sheet,
      row: source.row,
      column: entry === undefined ? "" : describeColumn(entry, position),
      value: position === undefined ? "" : showCell(source.cells[position]),
      reason,
    });
    const { part, head } = this.#sheets.get(sheet) ?? { part: "findings" as const, head: [] };
    const rejected = this.rejected.get(sheet) ?? { sheet, part, head, rows: new Map() };
    this.rejected.set(sheet, rejected);
    const row = rejected.rows.get(source.row) ?? { cells: source.cells, reasons: [] };
    rejected.rows.set(source.row, row);
    row.reasons.push(entry === undefined ? reason : `${entry.head}：${reason}`);
  }

  /** Refuses a row without keeping anything of it: neither its cells nor the one at fault are told. */
  rejectHidden(place: PlacedRow, at: number, reason: string): void {
    const { sheet, source } = place;
    this.errors.push({ sheet, row: source.row, column: `${columnLetter(at)}列`, value: HIDDEN, reason });
    const { part, head } = this.#sheets.get(sheet) ?? { part: "findings" as const, head: [] };
    const rejected = this.rejected.get(sheet) ?? { sheet, part, head, rows: new Map() };
    this.rejected.set(sheet, rejected);
    rejected.rows.set(source.row, { cells: [], reasons: [`第 ${source.row} 行 ${columnLetter(at)}列：${reason}`] });
  }

  /** Refuses a sheet as a whole. */
  rejectSheet(sheet: string, row: number, column: string, reason: string): void {
    this.hasBrokenSheet = true;
    this.errors.push({ sheet, row, column, value: "", reason });
  }

  isRejected(place: PlacedRow): boolean {
    return this.rejected.get(place.sheet)?.rows.has(place.source.row) ?? false;
  }
}

function* take(rows: Iterable<SheetRow>, count: number): Iterable<SheetRow> {
  let left = count;
  for (const row of rows) {
    if (left-- <= 0) return;
    yield row;
  }
}

/** The first rows of a source, enough to find its head. */
export function topRows(source: SheetSource): readonly SheetRow[] {
  return [...take(source.rows(), HEAD_ROWS)];
}

function openSheet<C extends Columns>(
  { columns, part, personalData }: LedgerSheet<C>,
  source: SheetSource,
  log: RowLog,
): SheetHead<C> | null {
  const top = topRows(source);
  if (top.length === 0) return null;
  const head = findHead(columns, top);
  const first = top[0]?.row ?? 1;
  if (head === undefined) {
    log.rejectSheet(source.name, first, "", `前 ${HEAD_ROWS} 行内没有找到表头`);
    return null;
  }
  const heads = top.find((row) => row.row === head.row)?.cells ?? [];
  log.startSheet(
    source.name,
    part,
    heads.map((cell) => (personalKindOf(cell) === null ? cell : HIDDEN)),
  );
  const personal = personalData === "refused" ? personalHeads(top, head.row) : [];
  for (const column of personal) log.rejectSheet(source.name, head.row, column, PERSONAL_COLUMN);
  for (const column of head.missing) log.rejectSheet(source.name, head.row, column, "缺少必填列");
  for (const column of head.repeated) log.rejectSheet(source.name, head.row, column, "表头重复，无法判断用哪一列");
  if (head.unknown.length > 0)
    log.notes.push(`${source.name}：未识别的列已忽略：${head.unknown.map(maskPersonal).join("、")}`);
  return head.missing.length + head.repeated.length + personal.length > 0 ? null : head;
}

const PERSONAL_COLUMN = "本表不收申请人的个人信息，请删除整列后再导入；整张表未导入";

/** Heads, in the head row or in a short cell above it, under which personal data would stand. */
function personalHeads(top: readonly SheetRow[], headRow: number): string[] {
  return top
    .filter(({ row }) => row <= headRow)
    .flatMap(({ row, cells }) =>
      cells.flatMap((cell, at) => {
        const text = showCell(cell).trim();
        const isHead = row === headRow || text.length <= LONGEST_HEAD;
        return isHead && isPersonalHead(text) ? [`${maskPersonal(text)}（${columnLetter(at)}列）`] : [];
      }),
    );
}

/** Longer cells above the head row are titles. */
const LONGEST_HEAD = 8;

function numberPlaces({ columns, head }: Pick<PlacedRow, "columns" | "head">): ReadonlySet<number> {
  const places = Object.entries(columns).flatMap(([name, column]) =>
    column.isRegisterNumber ? [head.index[name]] : [],
  );
  return new Set(places.filter((at) => at !== undefined));
}

/** True after refusing a row with personal data in any of its cells, known to the sheet or not. */
function isRefusedAsPersonal(place: PlacedRow, log: RowLog): boolean {
  const found = findPersonal(place.source.cells, numberPlaces(place));
  if (found === null) return false;
  const reason = `疑似${PERSONAL_LABEL[found.kind]}，本表不收个人信息；此行未导入，内容未保存`;
  log.rejectHidden(place, found.at, reason);
  return true;
}

/** Reads every row of a sheet; rows whose cells can all be read go to `takeRow`, the others into the log. */
export function readRows<C extends Columns>(
  sheet: LedgerSheet<C>,
  source: SheetSource,
  log: RowLog,
  takeRow: (row: RowOf<C>, place: PlacedRow<C>) => void,
): void {
  const head = openSheet(sheet, source, log);
  if (head === null) return;
  const readers = Object.entries(sheet.columns).map(([name, column]) => ({ name, column, at: head.index[name] }));
  for (const row of source.rows()) {
    if (row.row <= head.row || row.cells.every(isBlankCell)) continue;
    log.rows += 1;
    const place = { sheet: source.name, columns: sheet.columns, head, source: row };
    if (sheet.personalData === "refused" && isRefusedAsPersonal(place, log)) continue;
    const values = readCells(readers, place, log);
    if (values !== null) takeRow(values as RowOf<C>, place);
  }
}

type CellReader = { name: string; column: Column<unknown>; at: number | undefined };

/** The values of a row, or null after refusing each cell that cannot be read. */
function readCells(readers: readonly CellReader[], place: PlacedRow, log: RowLog): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  let readable = true;
  for (const { name, column, at } of readers) {
    const reading = column.read(at === undefined ? null : place.source.cells[at]);
    if (reading.ok) values[name] = reading.value;
    else {
      readable = false;
      log.reject(place, name, reading.reason);
    }
  }
  return readable ? values : null;
}
