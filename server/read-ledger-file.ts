import { basename, extname } from "node:path";
import { type CheckedLedger, checkLedger, isLedgerShaped } from "#domain/ledger-check.ts";
import { type HeldLedger, type Intake, readLedgerSheets } from "#domain/ledger-intake.ts";
import type { RejectedSheet, SheetSource } from "#domain/sheet-rows.ts";
import { pinyinInitials } from "./pinyin-initials.ts";
import { decodeText, readDelimited } from "./read-delimited.ts";
import { jsonSheets, parseJson } from "./read-json.ts";
import { openWorkbook } from "./read-workbook.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Larger files are no ledger; a million rows are about 60 MB. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** A file as it came: its name decides the format. */
export interface LedgerFile {
  name: string;
  bytes: Buffer;
}

/** Reads .xlsx, .csv and .json; `onRow` is told of every row that was read. */
export function readLedgerFile(file: LedgerFile, held: HeldLedger, onRow: () => void = () => {}): Intake {
  if (file.bytes.length > LARGEST_FILE) throw new UnreadableFile("文件超过 200 MB，请按季度分成几个文件");
  const extension = extname(file.name).toLowerCase();
  if (extension === ".json") return readJsonFile(file.bytes, held, onRow);
  const sources = extension === ".csv" ? csvSheets(file) : openWorkbook(file.bytes);
  return withIndicatorInitials(readLedgerSheets(counted(sources, onRow), held, pinyinInitials));
}

/** Indicators can be found by initials as units can. */
function withIndicatorInitials<I extends Pick<Intake, "ledger">>(intake: I): I {
  const schemes = intake.ledger.schemes.map((scheme) => ({
    ...scheme,
    indicators: scheme.indicators.map((entry) => ({ ...entry, pinyin: entry.pinyin ?? pinyinInitials(entry.name) })),
  }));
  return { ...intake, ledger: { ...intake.ledger, schemes } };
}

function csvSheets(file: LedgerFile): SheetSource[] {
  if (file.bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return openWorkbook(file.bytes);
  const text = decodeText(file.bytes);
  return [{ name: basename(file.name, extname(file.name)), rows: () => readDelimited(text) }];
}

function counted(sources: readonly SheetSource[], onRow: () => void): SheetSource[] {
  return sources.map(({ name, rows }) => ({
    name,
    *rows() {
      for (const row of rows()) {
        onRow();
        yield row;
      }
    },
  }));
}

function readJsonFile(bytes: Buffer, held: HeldLedger, onRow: () => void): Intake {
  const value = parseJson(bytes);
  if (!isLedgerShaped(value))
    return withIndicatorInitials(readLedgerSheets(counted(jsonSheets(value), onRow), held, pinyinInitials));
  const checked = checkLedger(value, held);
  const units = checked.ledger.units.map((unit) => ({ ...unit, pinyin: unit.pinyin || pinyinInitials(unit.name) }));
  const parts = Object.values(checked.ledger).map((rows) => rows.length);
  return withIndicatorInitials({
    ledger: { ...checked.ledger, units },
    errors: checked.errors,
    rejected: toRejected(checked),
    hasBrokenSheet: false,
    skipped: [],
    notes: [],
    asOf: null,
    rows: parts.reduce((sum, count) => sum + count, 0),
  });
}

/** A ledger in JSON has no cells to give back, so that the file of rejected rows lists the places. */
function toRejected({ errors, partOf }: CheckedLedger): RejectedSheet[] {
  const sheets = new Map<string, RejectedSheet>();
  for (const error of errors) {
    const part = partOf.get(error.sheet) ?? "findings";
    const sheet = sheets.get(error.sheet) ?? { sheet: error.sheet, part, head: ["第几项"], rows: new Map() };
    sheets.set(error.sheet, sheet);
    const row = sheet.rows.get(error.row) ?? { cells: [error.row], reasons: [] };
    sheet.rows.set(error.row, row);
    row.reasons.push([error.column, error.value, error.reason].filter((word) => word !== "").join(" "));
  }
  return [...sheets.values()];
}
