import {
  type Reading,
  readChoice,
  readDate,
  readId,
  readInteger,
  readList,
  readName,
  readPoints,
  readRatio,
  readText,
  readUrl,
  refused,
  taken,
} from "./cell-reading.ts";
import { isBlankCell, nameKey, type PlainCell, type SheetCell, showCell } from "./cell-text.ts";
import type { Ledger } from "./ledger.ts";
import { readLimit, readMoment } from "./moment-reading.ts";
import { type DayPeriod, readPeriods } from "./period-reading.ts";
import type { Points } from "./points.ts";
import type { Limit } from "./rectification.ts";

/** What the template prints about a column. */
export interface ColumnNotes {
  head: string;
  /** Other heads that offices use for the same thing. */
  aliases?: readonly string[];
  /** One sentence for the 说明 sheet. */
  meaning: string;
  /** The template's example row; null leaves the cell empty. */
  example: string | number | null;
}

/** One column of a ledger sheet: how it is called, and how a cell becomes a value. */
export interface Column<T> extends ColumnNotes {
  required: boolean;
  /** Printed on the 说明 sheet; a choice's words also become a drop-down list. */
  allowed: string;
  words: readonly string[];
  /** Holds numbers of a register, which may be as long as an ID of the old form. */
  isRegisterNumber?: true;
  read(cell: SheetCell | undefined): Reading<T>;
}

/** The columns of a sheet by the name that code uses. */
export type Columns = Record<string, Column<unknown>>;

/** A row whose cells have all been read. */
export type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** One row of a sheet to be written, by column name. */
export type SheetCells = Readonly<Record<string, string | number | null>>;

/** A sheet of the ledger workbook as data: a new sheet or column is a new entry, not new code. */
export interface LedgerSheet<C extends Columns = Columns> {
  name: string;
  /** The part of the ledger that its rows become. */
  part: keyof Ledger;
  /** Other names that offices give to the same sheet. */
  aliases: readonly string[];
  /** What a row of it is, for the 说明 sheet. */
  meaning: string;
  columns: C;
  /** No column and no cell of the sheet may tell who somebody is. */
  personalData?: "refused";
  /** Example rows of the template, where one row made of the columns' examples is not enough. */
  examples?: readonly SheetCells[];
}

interface Kind<T> {
  allowed: string;
  words?: readonly string[];
  /** A merged name or date holds for every row below it; a merged amount would be counted several times. */
  amount?: boolean;
  read(cell: PlainCell): Reading<T>;
}

const BLANK_REASON = "必填单元格为空（如与上一行合并了单元格，请取消合并并逐行填写）";

function plainCell(cell: SheetCell | undefined, amount: boolean): Reading<PlainCell> {
  if (cell === null || cell === undefined || typeof cell !== "object" || cell.kind !== "merged")
    return taken(cell ?? null);
  return amount ? refused(`与 ${cell.from} 合并了单元格，数值只能属于一行，请取消合并并逐行填写`) : taken(cell.of);
}

function toColumn<T>(notes: ColumnNotes, kind: Kind<T>): Column<T | null> {
  return {
    ...notes,
    required: false,
    allowed: kind.allowed,
    words: kind.words ?? [],
    read(cell) {
      if (isBlankCell(cell)) return taken(null);
      const plain = plainCell(cell, kind.amount ?? false);
      if (!plain.ok) return plain;
      return isBlankCell(plain.value) ? taken(null) : kind.read(plain.value);
    },
  };
}

/** Makes an empty cell an error. */
export function required<T>(column: Column<T | null>): Column<T> {
  return {
    ...column,
    required: true,
    read(cell) {
      const reading = column.read(cell);
      if (!reading.ok) return reading;
      return reading.value === null ? refused(BLANK_REASON) : taken(reading.value);
    },
  };
}

export function textColumn(notes: ColumnNotes): Column<string | null> {
  return toColumn(notes, { allowed: "文字，2000 字以内", read: (cell) => readText(cell) });
}

export function nameColumn(notes: ColumnNotes): Column<string | null> {
  return toColumn(notes, { allowed: "名称，100 字以内", read: readName });
}

/** The unit that a row is about; `aliases` are what registers of that kind call it besides. */
export function unitColumn(...aliases: readonly string[]): Column<string> {
  return required(
    nameColumn({
      head: "单位",
      aliases: ["单位名称", "责任单位", ...aliases],
      meaning: "单位的名称、简称或编号，须在“单位”表或系统中已有",
      example: "示例区教育委员会",
    }),
  );
}

export function idColumn(notes: ColumnNotes): Column<string | null> {
  return {
    ...toColumn(notes, { allowed: "编号，64 字以内，不含逗号和斜杠", read: readId }),
    isRegisterNumber: true,
  };
}

export function urlColumn(notes: ColumnNotes): Column<string | null> {
  return toColumn(notes, { allowed: "http:// 或 https:// 开头的网址", read: readUrl });
}

export function dateColumn(notes: ColumnNotes): Column<string | null> {
  return toColumn(notes, { allowed: "日期，如 2024-09-03、2024年9月3日", read: readDate });
}

/** A moment in Asia/Shanghai, read as UTC; `dayAlone` takes a day without a time of day as its beginning. */
export function momentColumn(notes: ColumnNotes, dayAlone: boolean): Column<string | null> {
  const allowed = dayAlone
    ? "时间或日期，如 2024-09-03 14:30"
    : "时间，写到分钟，如 2024-09-03 14:30、2024年9月3日14时30分";
  return toColumn(notes, { allowed, read: (cell) => readMoment(cell, dayAlone) });
}

export function limitColumn(notes: ColumnNotes): Column<Limit | null> {
  return toColumn(notes, { allowed: "24小时、7个工作日、2024-09-20前、立即", read: readLimit });
}

/** Stretches of days, the last of which may be open. */
export function periodsColumn(notes: ColumnNotes): Column<DayPeriod[] | null> {
  return toColumn(notes, {
    allowed: "起止日期，如 2024-03-04至2024-03-18；多段用分号分隔，未完的只写起日",
    read: readPeriods,
  });
}

export function listColumn(notes: ColumnNotes): Column<string[] | null> {
  return toColumn(notes, { allowed: "可填多个，用顿号分隔", read: readList });
}

export function integerColumn(notes: ColumnNotes, min: number, max: number): Column<number | null> {
  const read = (cell: PlainCell) => readInteger(cell, min, max);
  return toColumn(notes, { allowed: `${min}–${max} 的整数`, amount: true, read });
}

export function pointsColumn(notes: ColumnNotes): Column<Points | null> {
  return toColumn(notes, { allowed: "分值，最多四位小数", amount: true, read: (cell) => readPoints(cell) });
}

export function ratioColumn(notes: ColumnNotes): Column<number | null> {
  return toColumn(notes, { allowed: "比例，如 64% 或 0.64", amount: true, read: readRatio });
}

/**
 * A column with fixed words; `labels` is the printed word of each value, `others` what files from elsewhere have for
 * it. The template and refusals name the printed words only.
 */
export function choiceColumn<T extends string>(
  notes: ColumnNotes,
  labels: Record<T, string>,
  others: Readonly<Record<string, NoInfer<T>>> = {},
): Column<T | null> {
  const values = Object.keys(labels) as T[];
  const words = new Map(values.map((value) => [labels[value], value]));
  const read = (cell: PlainCell) => {
    const known = Object.hasOwn(others, nameKey(showCell(cell))) ? others[nameKey(showCell(cell))] : undefined;
    return known === undefined ? readChoice(cell, words) : taken(known);
  };
  return toColumn(notes, { allowed: [...words.keys()].join("、"), words: [...words.keys()], read });
}

const YES_NO = new Map([
  ["是", true],
  ["否", false],
]);

export function yesNoColumn(notes: ColumnNotes): Column<boolean | null> {
  return toColumn(notes, { allowed: "是、否", words: [...YES_NO.keys()], read: (cell) => readChoice(cell, YES_NO) });
}

/** A cell that another column's value is needed to understand, such as a quarter without its year. */
export function rawColumn(notes: ColumnNotes, allowed: string): Column<PlainCell> {
  return toColumn<PlainCell>(notes, { allowed, read: (cell) => taken(cell) });
}

/** A figure with its own way of reading; like every amount it cannot be merged over several rows. */
export function amountColumn<T>(
  notes: ColumnNotes,
  allowed: string,
  read: (cell: PlainCell) => Reading<T>,
): Column<T | null> {
  return toColumn(notes, { allowed, amount: true, read });
}
