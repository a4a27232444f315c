import { type Reading, readDate, refused, taken } from "./cell-reading.ts";
import { type PlainCell, showCell, toHalfWidth } from "./cell-text.ts";
import type { Limit } from "./rectification.ts";
import { toMoment } from "./rectification-limit.ts";

const DAY = 86_400;
/** China has kept UTC+8 without summer time since 1991. */
const OFFSET = 28_800;
const CLOCK_TEXT =
  /^(.*?\d\s*日?)[\sT]*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*(?:分|:|$)\s*(?:(\d{1,2})\s*秒?)?)?(?:\.0+)?$/;
const WITHOUT_CLOCK = "缺少时刻：时限从这一刻起算，请写到分钟，如 2024-09-03 14:30";
const UNREADABLE = "时间请写成 2024-09-03 14:30 或 2024年9月3日14时30分";

/**
 * A moment in Asia/Shanghai as UTC, from a date cell, an unformatted serial number or text. A day alone is its
 * beginning where `dayAlone` allows it, and refused where a clock starts.
 */
export function readMoment(cell: PlainCell, dayAlone: boolean): Reading<string> {
  if (typeof cell === "number") return readSerial(cell, dayAlone);
  const text = toHalfWidth(showCell(cell));
  const match = CLOCK_TEXT.exec(text);
  const date = readDate(match?.[1] ?? text);
  if (!date.ok) return date.reason === "没有这一天" ? date : refused(UNREADABLE);
  if (match === null) return dayAlone ? taken(at(date.value, 0)) : refused(WITHOUT_CLOCK);
  const [hour, minute, second] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return refused(UNREADABLE);
  if (hour > 23 || minute > 59 || second > 59) return refused("没有这个时刻");
  return taken(at(date.value, hour * 3600 + minute * 60 + second));
}

/** Spreadsheets keep a time as a fraction of a day, so that whole seconds have to be rounded to. */
function readSerial(serial: number, dayAlone: boolean): Reading<string> {
  const seconds = Math.round(serial * DAY);
  const date = readDate(Math.floor(seconds / DAY));
  if (!date.ok) return refused(UNREADABLE);
  return Number.isInteger(serial) && !dayAlone ? refused(WITHOUT_CLOCK) : taken(at(date.value, seconds % DAY));
}

function at(date: string, seconds: number): string {
  return toMoment(Date.parse(date) / 1000 + seconds - OFFSET);
}

/** A limit as notices write it: 24小时, 7个工作日, 2026年10月20日前, 立即. */
export function readLimit(cell: PlainCell): Reading<Limit> {
  const text = toHalfWidth(showCell(cell)).replaceAll(" ", "");
  if (/^立即(整改)?$/.test(text)) return taken({ kind: "immediately" });
  const hours = Number(/^(\d{1,4})(?:个)?小时(?:内)?$/.exec(text)?.[1] ?? 0);
  if (hours >= 1 && hours <= 2400) return taken({ kind: "elapsedHours", hours });
  const days = Number(/^(\d{1,3})(?:个)?工作日(?:内)?$/.exec(text)?.[1] ?? 0);
  if (days >= 1 && days <= 250) return taken({ kind: "workingDays", days });
  const date = readDate(typeof cell === "number" ? null : text.replace(/(以?前|截止)$/, ""));
  return date.ok
    ? taken({ kind: "fixedDate", date: date.value })
    : refused("时限请写成 24小时、7个工作日、2024-09-20前 或 立即");
}
