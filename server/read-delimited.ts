import type { SheetRow } from "#domain/cell-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/**
 * Text of a file in UTF-8 (with or without BOM), UTF-16 with BOM ("Unicode 文本" of Excel), or else GB18030, which is what
 * Chinese Excel and WPS save .csv as.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableFile("文件是空的");
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; the next one decides.
    }
  }
  throw new UnreadableFile("文字编码无法识别，请另存为 UTF-8 或 GB18030（GBK）编码的 .csv");
}

/** The separator of the first line: a comma, or what Excel writes in its place in other settings. */
function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  const count = (separator: string) => line.split(separator).length;
  return ["\t", ";", "，"].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ",");
}

/** One line end in sight: CR, LF or CRLF. */
function skipLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}

/** Reads a quoted field from its opening quote; gives the text and where it ended. */
function readQuoted(text: string, from: number): { field: string; end: number } {
  let field = "";
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) throw new UnreadableFile("引号没有成对，无法分清单元格，请检查 .csv 或改用 .xlsx");
    field += text.slice(start, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    start = quote + 2;
  }
}

function fieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === separator || character === "\n" || character === "\r") break;
    at += 1;
  }
  return at;
}

/** Rows of delimited text (RFC 4180); a row's number is its place among the records, as a spreadsheet would show it. */
export function* readDelimited(text: string): Iterable<SheetRow> {
  const separator = separatorOf(text);
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (let row = 1; at < text.length; row += 1) {
    const cells: string[] = [];
    for (;;) {
      const quoted = text[at] === '"' ? readQuoted(text, at) : null;
      // What follows a closing quote before the separator belongs to the field: "甲"乙 is 甲乙.
      const end = fieldEnd(text, quoted?.end ?? at, separator);
      cells.push(quoted === null ? text.slice(at, end) : quoted.field + text.slice(quoted.end, end));
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at = skipLineEnd(text, at);
    yield { row, cells };
  }
}
