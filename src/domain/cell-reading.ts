import { cleanName, cleanText, type PlainCell, restoreNeutralised, showCell, toHalfWidth } from "./cell-text.ts";
import { type Points, toPoints } from "./points.ts";
import { type Quarter, toQuarter } from "./quarter.ts";

/** What a reader makes of a cell: its value, or the reason in Chinese why it cannot be taken. */
export type Reading<T> = { ok: true; value: T } | { ok: false; reason: string };

/** A cell that can be taken. */
export function taken<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A cell that cannot, and why. */
export function refused(reason: string): Reading<never> {
  return { ok: false, reason };
}

/** Text of at most `limit` characters. A replacement character means that the file was decoded wrongly somewhere. */
export function readText(cell: PlainCell, limit = 2000): Reading<string> {
  if (cell !== null && typeof cell === "object" && cell.kind === "error")
    return refused(`单元格是错误值 ${cell.text}，请改为实际内容`);
  const text = restoreNeutralised(cleanText(showCell(cell)));
  if (text.includes("\uFFFD")) return refused("含有乱码字符，请用 UTF-8 或 GB18030 重新保存文件");
  return text.length > limit ? refused(`超过 ${limit} 个字`) : taken(text);
}

/** A name: text without layout spaces. */
export function readName(cell: PlainCell): Reading<string> {
  const text = readText(cell, 100);
  return text.ok ? taken(cleanName(text.value)) : text;
}

/** An id of at most 64 characters; commas separate ids in addresses, so they cannot be part of one. */
export function readId(cell: PlainCell): Reading<string> {
  const text = readText(cell, 64);
  if (!text.ok) return text;
  const id = cleanName(text.value);
  return /[,，|/?#&]/.test(id) ? refused("编号不能含逗号、竖线、斜杠等符号") : taken(id);
}

/** An address of the evidence; anything but http(s) could run when it is clicked. */
export function readUrl(cell: PlainCell): Reading<string> {
  const text = readText(cell, 2000);
  if (!text.ok) return text;
  return /^https?:\/\/[^\s"'<>]+$/i.test(text.value) ? text : refused("链接应以 http:// 或 https:// 开头，且不含空格");
}

function refuseForNumber(cell: PlainCell, what: string): string | null {
  if (cell === null || typeof cell !== "object") return null;
  if (cell.kind === "date") return `应填${what}，不是日期；请把单元格格式改为常规`;
  if (cell.kind === "percent") return `应填${what}，不能填百分比；请把单元格格式改为常规`;
  return `单元格是错误值 ${cell.text}，请改为实际数值`;
}

/** A decimal number from a number cell or from text such as "1,234.5", "２.５分" or "−3". */
function readNumber(cell: PlainCell, what: string, suffix: RegExp): Reading<number> {
  if (typeof cell === "number") return taken(cell);
  const reason = refuseForNumber(cell, what);
  if (reason !== null) return refused(reason);
  const text = toHalfWidth(showCell(cell)).replace(suffix, "").trim();
  if (text.endsWith("%")) return refused(`应填${what}，不能填百分比`);
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? taken(Number(plain)) : refused(`应填${what}，不是数字`);
}

/** A whole number inside the bounds. */
export function readInteger(cell: PlainCell, min: number, max: number): Reading<number> {
  const number = readNumber(cell, "整数", /(次|条|处|个|件|项|年|档|位)$/);
  if (!number.ok) return number;
  if (!Number.isInteger(number.value)) return refused("应填整数");
  return number.value < min || number.value > max ? refused(`应在 ${min}–${max} 之间`) : number;
}

/** Points, rounded to four decimals. A deduction written as −1.28 means 1.28. */
export function readPoints(cell: PlainCell, max = 10_000): Reading<Points> {
  const number = readNumber(cell, "分值", /分$/);
  if (!number.ok) return number;
  return Math.abs(number.value) > max ? refused(`分值不能超过 ${max}`) : taken(toPoints(Math.abs(number.value)));
}

/** A ratio in 1/10,000 from 64 %, "64%" or 0.64. A bare 64 could be either and is refused. */
export function readRatio(cell: PlainCell): Reading<number> {
  if (cell !== null && typeof cell === "object" && cell.kind === "percent") return inUnitRange(cell.value);
  const text = typeof cell === "string" ? toHalfWidth(cell) : "";
  if (text.endsWith("%")) {
    const percent = readNumber(text.slice(0, -1), "比例", /$^/);
    return percent.ok ? inUnitRange(percent.value / 100) : percent;
  }
  const number = readNumber(cell, "比例", /$^/);
  if (!number.ok) return number;
  return number.value > 1 ? refused(`比例请写成 ${number.value}% 或 ${number.value / 100}`) : inUnitRange(number.value);
}

function inUnitRange(value: number): Reading<number> {
  if (value <= 0 || value > 1) return refused("比例应大于 0 且不超过 100%");
  const ratio = toPoints(value);
  return ratio === 0 ? refused("比例最多精确到 0.01%") : taken(ratio);
}

const DATE_TEXT = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const COMPACT_DATE = /^(20\d{2})(\d{2})(\d{2})$/;
const DAY_MS = 86_400_000;

/** A day counted from 1899-12-30, as spreadsheets do; Excel's imaginary 29 February 1900 lies before our years. */
export function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** The time of day of such a count, "14:30:00"; undefined at midnight, where a cell means the day alone. */
export function timeOfSerial(serial: number): string | undefined {
  const seconds = Math.round(serial * 86_400) % 86_400;
  return seconds === 0 ? undefined : new Date(seconds * 1000).toISOString().slice(11, 19);
}

function toDate(year: number, month: number, day: number): Reading<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refused("没有这一天");
  return year < 2000 || year > 2099 ? refused("年份应在 2000–2099 之间") : taken(date.toISOString().slice(0, 10));
}

/** A day from a date cell, an unformatted serial number, or 2024-9-3, 2024/9/3, 2024.9.3, 2024年9月3日, 20240903. */
export function readDate(cell: PlainCell): Reading<string> {
  const serial = typeof cell === "number" && cell >= 36_526 && cell < 73_051;
  const text = serial ? dateOfSerial(cell) : toHalfWidth(showCell(cell));
  const match = DATE_TEXT.exec(text) ?? COMPACT_DATE.exec(text);
  return match
    ? toDate(Number(match[1]), Number(match[2]), Number(match[3]))
    : refused("日期请写成 2024-09-03 或 2024年9月3日");
}

const QUARTER_TEXT = /^(?:(\d{4})\s*年?\s*[-/.]?\s*)?(?:第?\s*([一二三四1-4])\s*季度?|Q\s*([1-4]))$/i;
const CHINESE_DIGIT: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** A quarter from 2024Q3, 2024年第三季度, 2024-3季度 …, or from 三季度 with the year in a column of its own. */
export function readQuarter(cell: PlainCell, year: number | null): Reading<Quarter> {
  const text = toHalfWidth(showCell(cell));
  const match = QUARTER_TEXT.exec(year !== null && /^[1-4]$/.test(text) ? `${text}季度` : text);
  if (!match) return refused("季度请写成 2024Q3 或 2024年第三季度");
  const digit = match[2] ?? match[3] ?? "";
  const number = CHINESE_DIGIT[digit] ?? Number(digit);
  const own = match[1] === undefined ? null : Number(match[1]);
  if (own !== null && year !== null && own !== year) return refused(`季度的年份与“年度”列的 ${year} 不一致`);
  const settled = own ?? year;
  if (settled === null) return refused("缺少年份：请写成 2024年第三季度，或填写“年度”列");
  return settled < 2000 || settled > 2099 ? refused("年份应在 2000–2099 之间") : taken(toQuarter(settled, number));
}

/** One of the printed words of a table; `words` maps each of them to its value. */
export function readChoice<T>(cell: PlainCell, words: ReadonlyMap<string, T>): Reading<T> {
  const text = cell === true ? "是" : cleanName(showCell(cell === false ? "否" : cell));
  const value = words.get(text);
  return value === undefined ? refused(`只能填：${[...words.keys()].join("、")}`) : taken(value);
}

/** Several names in one cell, separated by 、 ， , ； ; or line ends. */
export function readList(cell: PlainCell): Reading<string[]> {
  const raw = typeof cell === "string" ? cell.replace(/[\r\n]+/g, "、") : cell;
  const text = readText(raw);
  if (!text.ok) return text;
  return taken(
    text.value
      .split(/[、，,；;]/)
      .map(cleanName)
      .filter((name) => name !== ""),
  );
}
