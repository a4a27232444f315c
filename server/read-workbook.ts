import { dateOfSerial, timeOfSerial } from "#domain/cell-reading.ts";
import type { PlainCell, SheetCell, SheetRow } from "#domain/cell-text.ts";
import type { SheetSource } from "#domain/sheet-rows.ts";
import { attribute, decodeXml, slices, stringText, tagsNamed, withoutPrefixes } from "./sheet-xml.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { readZip, type ZipEntry } from "./zip-entries.ts";

/*
 * Why not a library: read-excel-file 9.3.17 took 2.4 s and 319 MB for 100,000 rows of 12 columns, and it tells neither
 * merged cells nor percentages, both of which change what a number means.
 */

type NumberShape = "number" | "date" | "percent";

interface Workbook {
  entries: Map<string, ZipEntry>;
  strings: readonly string[];
  /** What the style of a cell makes of its number. */
  shapes: readonly NumberShape[];
  /** Workbooks of old Macs count days from 1904. */
  dayShift: number;
  latest?: { entry: ZipEntry; body: Buffer };
}

const NO_WORKBOOK = "不是 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存为 .xlsx 再导入";

/** Opens the bytes of an .xlsx; rows are read when they are asked for. */
export function openWorkbook(bytes: Buffer): SheetSource[] {
  refuseOtherFormats(bytes);
  const entries = readZip(bytes);
  const text = (name: string) => withoutPrefixes(entries.get(name)?.read().toString("utf8") ?? "");
  const main = text("xl/workbook.xml");
  if (main === "") throw new UnreadableFile(NO_WORKBOOK);
  const targets = new Map(
    tagsNamed(text("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [
      attribute(tag, "Id"),
      toPath(attribute(tag, "Target") ?? ""),
    ]),
  );
  const workbook: Workbook = {
    entries,
    strings: readStrings(entries.get("xl/sharedStrings.xml")?.read()),
    shapes: readShapes(text("xl/styles.xml")),
    dayShift: /^(1|true)$/.test(attribute(tagsNamed(main, "workbookPr")[0] ?? "", "date1904") ?? "") ? 1462 : 0,
  };
  return tagsNamed(main, "sheet").map((tag) => {
    const entry = entries.get(targets.get(attribute(tag, "r:id")) ?? "");
    return { name: attribute(tag, "name") ?? "", rows: () => (entry === undefined ? [] : readRows(workbook, entry)) };
  });
}

function refuseOtherFormats(bytes: Buffer): void {
  if (bytes.length === 0) throw new UnreadableFile("文件是空的");
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return;
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new UnreadableFile(
      bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))
        ? "文件加了密码，请取消密码后另存再导入"
        : "是旧版 .xls 格式，请用 Excel 或 WPS 另存为 .xlsx 再导入",
    );
  throw new UnreadableFile(NO_WORKBOOK);
}

function toPath(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Strings by their index; an empty one may be written as `<si/>` and still counts. */
function pushStrings(strings: string[], xml: string): void {
  for (const item of xml.replaceAll("<si/>", "<si></si>").split("</si>").slice(0, -1)) strings.push(stringText(item));
}

function readStrings(bytes: Buffer | undefined): string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  const head = bytes.toString("utf8", 0, 1000);
  if (withoutPrefixes(head) === head) for (const slice of slices(bytes, 0, "</si>")) pushStrings(strings, slice);
  else pushStrings(strings, withoutPrefixes(bytes.toString("utf8")));
  return strings;
}

/** Built-in number formats; 9 and 10 are percentages, the others are days or times. */
function shapeOfBuiltIn(id: number): NumberShape {
  if (id === 9 || id === 10) return "percent";
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? "date"
    : "number";
}

function shapeOfCode(code: string): NumberShape {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? "date" : "number";
}

function readShapes(styles: string): NumberShape[] {
  const own = new Map(
    tagsNamed(styles, "numFmt").map((tag) => [
      Number(attribute(tag, "numFmtId")),
      shapeOfCode(attribute(tag, "formatCode") ?? ""),
    ]),
  );
  const formats = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  return tagsNamed(formats, "xf").map((tag) => {
    const id = Number(attribute(tag, "numFmtId") ?? 0);
    return own.get(id) ?? shapeOfBuiltIn(id);
  });
}

/** "BC12" → 54. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const rowOf = (address: string) => Number(/\d+/.exec(address)?.[0] ?? 0);

/** A vertical merge: below its first row the column repeats the cell at the top. */
interface Merge {
  column: number;
  first: number;
  last: number;
  from: string;
  top: PlainCell;
}

function readMerges(body: Buffer): Merge[] {
  const end = body.lastIndexOf("</sheetData>");
  if (end < 0) return [];
  return tagsNamed(body.toString("utf8", end), "mergeCell")
    .flatMap((tag) => {
      const [from = "", to = from] = (attribute(tag, "ref") ?? "").split(":");
      const [first, last] = [rowOf(from), rowOf(to)];
      return last > first ? [{ column: columnOf(from), first, last, from, top: null }] : [];
    })
    .sort((a, b) => a.first - b.first);
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
/** Far beyond any ledger; a stray cell in column XFD must not make every row 16,384 cells long. */
const WIDEST = 255;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** The bytes of a sheet; the last one stays, because its head is read before its rows. */
function bodyOf(workbook: Workbook, entry: ZipEntry): Buffer {
  if (workbook.latest?.entry === entry) return workbook.latest.body;
  const bytes = entry.read();
  const head = bytes.toString("utf8", 0, 1000);
  const body = withoutPrefixes(head) === head ? bytes : Buffer.from(withoutPrefixes(bytes.toString("utf8")));
  workbook.latest = { entry, body };
  return body;
}

function* readRows(workbook: Workbook, entry: ZipEntry): Iterable<SheetRow> {
  const body = bodyOf(workbook, entry);
  const fill = mergeFiller(readMerges(body));
  let number = 0;
  for (const slice of slices(body, Math.max(0, body.indexOf("<sheetData")), "</row>")) {
    for (const match of slice.matchAll(ROW)) {
      number = Number(attribute(match[1] ?? "", "r") ?? number + 1);
      yield { row: number, cells: fill(readCells(workbook, match[2] ?? ""), number) };
    }
  }
}

function readCells(workbook: Workbook, xml: string): PlainCell[] {
  const cells: PlainCell[] = [];
  for (const match of xml.matchAll(CELL)) {
    const tag = match[1] ?? "";
    const address = attribute(tag, "r");
    const column = address === undefined ? cells.length : columnOf(address);
    if (column < 0 || column > WIDEST) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = match[2] === undefined ? null : readCell(workbook, tag, match[2]);
  }
  return cells;
}

function readCell(workbook: Workbook, tag: string, xml: string): PlainCell {
  const type = attribute(tag, "t") ?? "n";
  if (type === "inlineStr") return stringText(xml);
  const open = xml.indexOf("<v");
  if (open < 0) return xml.includes("<f") ? { kind: "error", text: "未计算的公式" } : null;
  const close = xml.indexOf("</v>", open);
  if (close < 0) return null;
  const raw = xml.slice(xml.indexOf(">", open) + 1, close);
  switch (type) {
    case "s":
      return workbook.strings[Number(raw)] ?? null;
    case "str":
      return decodeXml(raw);
    case "b":
      return raw === "1";
    case "e":
      return { kind: "error", text: raw };
    case "d":
      return toDateCell(raw.slice(0, 10), raw.slice(11, 19));
    default:
      return readNumber(workbook, attribute(tag, "s"), Number(raw));
  }
}

function readNumber(workbook: Workbook, style: string | undefined, value: number): PlainCell {
  const shape = style === undefined ? "number" : (workbook.shapes[Number(style)] ?? "number");
  if (shape === "percent") return { kind: "percent", value };
  // Days before 1900-03-01 are typing errors or times; as plain numbers they are refused with a clear reason.
  if (shape === "date" && value >= 61 && value < 2_958_466) return toDateOfSerial(value + workbook.dayShift);
  return value;
}

/** A time that rounds up to the next midnight belongs to the next day. */
function toDateOfSerial(serial: number): PlainCell {
  return toDateCell(dateOfSerial(serial + 0.5 / 86_400), timeOfSerial(serial) ?? "");
}

function toDateCell(date: string, time: string): PlainCell {
  return time === "" || time === "00:00:00" ? { kind: "date", date } : { kind: "date", date, time };
}

/** Marks the cells below the top of a vertical merge; rows must come in order. */
function mergeFiller(merges: readonly Merge[]): (cells: PlainCell[], row: number) => readonly SheetCell[] {
  let next = 0;
  let open: Merge[] = [];
  return (cells, row) => {
    open = open.filter((merge) => merge.last >= row);
    const filled: SheetCell[] = cells;
    for (const { column, top, from } of open) {
      while (filled.length <= column) filled.push(null);
      filled[column] = { kind: "merged", of: top, from };
    }
    for (let merge = merges[next]; merge !== undefined && merge.first <= row; merge = merges[next]) {
      if (merge.first === row) open.push({ ...merge, top: cells[merge.column] ?? null });
      next += 1;
    }
    return filled;
  };
}
