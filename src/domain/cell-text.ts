/**
 * What a reader of .xlsx, .csv or .json hands over for one cell. Plain values stay plain; the rest says what it is,
 * because 0.64 shown as 64 % and 45292 shown as a date are not the numbers they look like.
 */
export type SheetCell = PlainCell | MergedCell;

/** A cell with a value of its own. */
export type PlainCell =
  | null
  | string
  | number
  | boolean
  | { kind: "date"; date: string; time?: string }
  | { kind: "percent"; value: number }
  | { kind: "error"; text: string };

/** A cell covered by a vertical merge: `of` is the value at the top, `from` its address. */
export interface MergedCell {
  kind: "merged";
  of: PlainCell;
  from: string;
}

/** One row of a sheet with its number as the spreadsheet shows it. */
export interface SheetRow {
  row: number;
  cells: readonly SheetCell[];
}

// Built from code points, so that no invisible character stands in this file.
const range = (from: number, to: number) => `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
/** C0 (without tab and line ends), DEL and C1, zero-width and direction marks, byte order mark, lone surrogates. */
const INVISIBLE = `${range(0x00, 0x08)}${range(0x0b, 0x0c)}${range(0x0e, 0x1f)}${range(0x7f, 0x9f)}${range(0x200b, 0x200f)}${range(0x202a, 0x202e)}${range(0x2060, 0x2064)}${range(0xd800, 0xdfff)}\uFEFF`;
const INVISIBLE_CHARACTERS = new RegExp(`[${INVISIBLE}]`, "gu");
const FULL_WIDTH_WORD = /[０-９Ａ-Ｚａ-ｚ]/g;
const FULL_WIDTH_ASCII = /[！-～]/g;
const WHITE_SPACE = /[\s\u3000\u00a0]+/g;
/** Anything that is neither an ordinary Chinese character nor an ordinary ASCII one needs the long way round. */
const NEEDS_CLEANING = new RegExp(`[${INVISIBLE}\\s\u3000\u00a0０-９Ａ-Ｚａ-ｚ]`, "u");

function toAscii(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/**
 * Text as it is stored: invisible characters gone (P-17: one U+0008 hangs a renderer and is illegal in XML), full-width
 * digits and letters made half-width, white space collapsed. Chinese punctuation stays.
 */
export function cleanText(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text.replace(INVISIBLE_CHARACTERS, "").replace(FULL_WIDTH_WORD, toAscii).replace(WHITE_SPACE, " ").trim();
}

/** Text that may stand in XML: invisible characters gone, everything else as it was. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE_CHARACTERS, "");
}

/** Every full-width ASCII character made half-width, for numbers, dates and quarters: １，２３４．５％ → 1,234.5%. */
export function toHalfWidth(text: string): string {
  return cleanText(text)
    .replace(FULL_WIDTH_ASCII, toAscii)
    .replace(/[−–—﹣]/g, "-");
}

const nameKeys = new Map<string, string>();

/** What two spellings of one name share: no spaces, half-width brackets. "区 教委（本级）" equals "区教委(本级)". */
export function nameKey(text: string): string {
  const known = nameKeys.get(text);
  if (known !== undefined) return known;
  const key = cleanText(text).replace(FULL_WIDTH_ASCII, toAscii).replaceAll(" ", "").toLowerCase();
  // A ledger repeats a few hundred names a hundred thousand times; free text must not fill the memory.
  if (nameKeys.size < 10_000) nameKeys.set(text, key);
  return key;
}

/** A name as stored: spaces between Chinese characters are layout ("民 政 局"), those between words are not. */
export function cleanName(text: string): string {
  return cleanText(text).replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, "");
}

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

/** Text that a spreadsheet could run gets a leading apostrophe; a plain signed number is no formula. */
export function neutraliseFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Undoes `neutraliseFormula`, so that a file we wrote can be read again. */
export function restoreNeutralised(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}

/** 0 → A, 27 → AB: the letter that the spreadsheet shows above a column. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** A cell as a person sees it, for error messages and for the file of rejected rows. */
export function showCell(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "object") return String(cell);
  switch (cell.kind) {
    case "date":
      return cell.time === undefined ? cell.date : `${cell.date} ${cell.time}`;
    case "percent":
      return `${Number((cell.value * 100).toFixed(6))}%`;
    case "error":
      return cell.text;
    case "merged":
      return showCell(cell.of);
  }
}

/** True for a cell without content; spaces and invisible characters are no content. */
export function isBlankCell(cell: SheetCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cleanText(cell) === "");
}
