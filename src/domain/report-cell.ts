import type { AnnualReport, CellValue } from "./annual-report.ts";

/** 1,234 or 1234, optionally signed and with decimals; grouping must be in threes. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const ANNOTATED = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*\((.+)\)$/u;
/** Every dash and slash seen in printed reports in place of a number. */
const DASHES = /^[-‐‑‒–—―─−/]+$/u;

/** Full-width digits, commas and brackets to their half-width forms; the long dash keeps its own characters. */
function toPlain(raw: string): string {
  return raw.normalize("NFKC").replaceAll("−", "-").trim();
}

const KNOWN_CELLS = new Map<string, CellValue>();
/** A district's tables repeat a few hundred numbers ten thousand times; free text must not fill the memory. */
const MOST_KNOWN = 10_000;

/** Reads a printed cell. A missing or empty cell is blank, a dash is not applicable; neither is ever 0. */
export function parseCell(raw: string | undefined): CellValue {
  const key = raw ?? "";
  const known = KNOWN_CELLS.get(key);
  if (known !== undefined) return known;
  const value = readText(raw);
  if (KNOWN_CELLS.size < MOST_KNOWN) KNOWN_CELLS.set(key, value);
  return value;
}

function readText(raw: string | undefined): CellValue {
  const text = toPlain(raw ?? "");
  if (text === "") return { kind: "blank" };
  if (DASHES.test(text)) return { kind: "notApplicable" };
  if (NUMBER.test(text)) return toNumberCell(text);
  const annotated = ANNOTATED.exec(text);
  if (annotated?.[1] === undefined || annotated[2] === undefined) return { kind: "unreadable", raw: raw ?? "" };
  return { kind: "annotated", value: Number(annotated[1].replaceAll(",", "")), note: annotated[2] };
}

function toNumberCell(text: string): CellValue {
  const value = Number(text.replaceAll(",", ""));
  return value === 0 ? { kind: "zero", value: 0 } : { kind: "number", value };
}

/** The typed value of one cell of a report. */
export function readCell(report: AnnualReport, id: string): CellValue {
  return parseCell(report.cells[id]);
}

/** The number of a cell that has one; null for blank, dash and unreadable cells. */
export function numberOf(cell: CellValue): number | null {
  return "value" in cell ? cell.value : null;
}

/** Digits after the decimal point as printed: 18651.06 → 2. */
export function decimalsOf(raw: string): number {
  const plain = toPlain(raw);
  return plain.includes(".") ? (/\.(\d+)/.exec(plain)?.[1]?.length ?? 0) : 0;
}

/** Adds in millionths, because amounts are printed with up to six decimals and float sums drift. */
export function addExactly(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 1e6), 0) / 1e6;
}

/** Made once: `toLocaleString` makes one for every number, which took most of the time of a page of figures. */
const FIGURE_FORMAT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** 18651.06 → 18,651.06; a negative number has a real minus sign. */
export function formatFigure(value: number): string {
  // Most figures of a form are small counts, and the formatter is the dearest step of checking a district.
  const size = Math.abs(value);
  const text = size < 1000 && Number.isInteger(size) ? String(size) : FIGURE_FORMAT.format(size);
  return value < 0 ? `−${text}` : text;
}

/** +3, −3, 0. */
export function formatFigureChange(value: number): string {
  return value > 0 ? `+${formatFigure(value)}` : formatFigure(value);
}

/** A figure of a report, read or summed. `value` is null when any cell under it says no number; `text` says why. */
export interface ReportFigure {
  value: number | null;
  /** 1,204 · 0 · 未报 · —— · the raw text. */
  text: string;
}

/** How a cell is shown: 0, —— and 未报 are three different things. */
export function describeCell(cell: CellValue): string {
  switch (cell.kind) {
    case "blank":
      return "未报";
    case "notApplicable":
      return "——";
    case "annotated":
      return `${formatFigure(cell.value)}（${cell.note}）`;
    case "unreadable":
      return cell.raw;
    default:
      return formatFigure(cell.value);
  }
}

/** Sums cells of a report. One blank cell makes the sum unknown: a blank is not a zero. */
export function sumCells(report: AnnualReport, ids: readonly string[]): ReportFigure {
  const cells = ids.map((id) => readCell(report, id));
  const numbers = cells.map(numberOf).filter((value) => value !== null);
  if (numbers.length === cells.length) {
    const value = addExactly(numbers);
    return { value, text: formatFigure(value) };
  }
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return { value: null, text: describeCell(only) };
  if (cells.every((cell) => cell.kind === "notApplicable")) return { value: null, text: "——" };
  return { value: null, text: cells.some((cell) => cell.kind === "unreadable") ? "无法读取" : "未报" };
}
