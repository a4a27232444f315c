/** One calendar year of the State Council's holiday arrangement (放假安排). */
export interface WorkingYear {
  /** Days off, weekends included. */
  offDays: readonly string[];
  /** Make-up working days (补班) on a Saturday or Sunday. */
  workDays: readonly string[];
}

/** Holiday arrangements by year. A year that is not in it is not maintained: weekends alone are never a guess. */
export type WorkingDayCalendar = ReadonlyMap<number, WorkingYear>;

/** Thrown when a count reaches a year whose arrangement is not in the calendar (日历未维护). */
export class CalendarNotMaintained extends Error {
  readonly year: number;

  constructor(year: number) {
    super(`Working-day calendar has no year ${year}`);
    this.name = "CalendarNotMaintained";
    this.year = year;
  }
}

/** True on a weekday that is no day off, and on a make-up day. Dates are Asia/Shanghai, YYYY-MM-DD. */
export function isWorkingDay(date: string, calendar: WorkingDayCalendar): boolean {
  const year = Number(date.slice(0, 4));
  const arrangement = calendar.get(year);
  if (!arrangement) throw new CalendarNotMaintained(year);
  if (arrangement.workDays.includes(date)) return true;
  return !arrangement.offDays.includes(date) && !isWeekend(date);
}

/** The n-th working day after `date`, which is day 0 itself: (2025-01-24, 20) → 2025-02-27. n is not negative. */
export function addWorkingDays(date: string, n: number, calendar: WorkingDayCalendar): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Working days must be a whole number from 0, not ${n}`);
  let current = date;
  for (let left = n; left > 0; ) {
    current = nextDate(current);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`, negative when `to` is earlier: the inverse of adding them. */
export function countWorkingDays(from: string, to: string, calendar: WorkingDayCalendar): number {
  if (to < from) return -countWorkingDays(to, from, calendar) + 0;
  let count = 0;
  for (let current = from; current < to; ) {
    current = nextDate(current);
    if (isWorkingDay(current, calendar)) count += 1;
  }
  return count;
}

/** The statutory days of one application for disclosure. */
export interface ReplyDeadlines {
  /** Last day to ask for a correction: 7 working days, 条例第三十条. */
  correctionNoticeBy: string;
  /** Last day for a third party that is asked on the day of receipt: 15 working days, 条例第三十二条. */
  thirdPartyReplyBy: string;
  /** Last day to reply: 20 working days, 条例第三十三条. */
  replyBy: string;
  /** Last day to reply after the one extension: 20 more, 条例第三十三条. */
  extendedReplyBy: string;
}

/** Deadlines counted from the day of receipt, which is day 0: counting starts on the next working day. */
export function replyDeadlines(receivedOn: string, calendar: WorkingDayCalendar): ReplyDeadlines {
  return {
    correctionNoticeBy: addWorkingDays(receivedOn, 7, calendar),
    thirdPartyReplyBy: addWorkingDays(receivedOn, 15, calendar),
    replyBy: addWorkingDays(receivedOn, 20, calendar),
    extendedReplyBy: addWorkingDays(receivedOn, 40, calendar),
  };
}

const DAY = 86_400_000;

function isWeekend(date: string): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (Date.parse(date) / DAY + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** Calendar arithmetic in UTC: Asia/Shanghai has had no clock change since 1991, so the dates are the same. */
export function nextDate(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) throw new RangeError(`Not a date: ${date}`);
  return new Date(time + DAY).toISOString().slice(0, 10);
}
