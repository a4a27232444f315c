import { type Reading, readDate, refused, taken } from "./cell-reading.ts";
import { type PlainCell, showCell, toHalfWidth } from "./cell-text.ts";

/** A stretch of days; `to` is null while it lasts. */
export interface DayPeriod {
  from: string;
  to: string | null;
}

const FORM = "起止日期请写成 2024-03-04至2024-03-18，多段用分号分隔，未完的只写起日";

/** "2024-03-04至2024-03-18；2024年4月1日至" or a single day, from which a stretch is open. */
export function readPeriods(cell: PlainCell): Reading<DayPeriod[]> {
  if (typeof cell !== "string") {
    const day = readDate(cell);
    return day.ok ? taken([{ from: day.value, to: null }]) : refused(FORM);
  }
  const periods: DayPeriod[] = [];
  for (const part of toHalfWidth(cell.replace(/[\r\n]+/g, ";")).split(/[;、,]/)) {
    if (part.trim() === "") continue;
    const period = readPeriod(part);
    if (!period.ok) return period;
    periods.push(period.value);
  }
  return periods.length === 0 ? refused(FORM) : taken(periods);
}

function readPeriod(text: string): Reading<DayPeriod> {
  const [first = "", second = "", ...rest] = text.split(/[至到~]/);
  const from = readDate(first.trim());
  const to = second.trim() === "" ? taken(null) : readDate(second.trim());
  if (!from.ok || !to.ok || rest.length > 0) return refused(FORM);
  return to.value !== null && to.value < from.value
    ? refused(`${showCell(text).trim()}：止日早于起日`)
    : taken({ from: from.value, to: to.value });
}
