import type { Limit } from "./rectification.ts";
import { isWorkingDay, type WorkingDayCalendar } from "./workday.ts";

/** A stretch of time in whole seconds since 1970; the end is not part of it. */
export interface Span {
  from: number;
  to: number;
}

const DAY = 86_400;
/** China has kept UTC+8 without summer time since 1991. */
const OFFSET = 28_800;

/** A moment in whole seconds: what falls within the due second is on time. */
export function toSeconds(moment: string): number {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) throw new RangeError(`Not a moment: ${moment}`);
  return Math.floor(time / 1000);
}

/** Whole seconds as a UTC moment: "2026-10-08T09:30:00.000Z". */
export function toMoment(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** Seconds of the span up to `until`. */
export function lengthUntil(span: Span, until: number): number {
  return Math.max(0, Math.min(span.to, until) - span.from);
}

/** The due moment of a limit when nothing stops the clock; a date that was already past is due at dispatch. */
export function dueWithoutStops(limit: Limit, dispatched: number, calendar: WorkingDayCalendar): number {
  switch (limit.kind) {
    case "elapsedHours":
      return dispatched + limit.hours * 3600;
    case "immediately":
      return dispatched;
    case "fixedDate":
      return Math.max(dispatched, lastSecondOf(Date.parse(limit.date) / 1000 / DAY));
    case "workingDays": {
      let day = dayOf(dispatched);
      for (let left = limit.days; left > 0; ) {
        day += 1;
        if (isWorkingDay(dateOf(day), calendar)) left -= 1;
      }
      return lastSecondOf(day);
    }
  }
}

/**
 * Moves a due moment by what was stopped, measured as the limit itself is: a pause over a weekend costs a limit in
 * working days nothing for the weekend, so the due moment does not gain it either.
 */
export function dueAfterStops(limit: Limit, due: number, stops: readonly Span[], calendar: WorkingDayCalendar): number {
  if (limit.kind !== "workingDays") return due + stops.reduce((sum, span) => sum + (span.to - span.from), 0);
  const stopped = stops.reduce((sum, span) => sum + workingSeconds(span, calendar), 0);
  return addWorkingSeconds(due, stopped, calendar);
}

/** Seconds of the span that fall on working days (Asia/Shanghai). */
export function workingSeconds(span: Span, calendar: WorkingDayCalendar): number {
  let sum = 0;
  for (let from = span.from; from < span.to; ) {
    const to = Math.min(span.to, endOf(dayOf(from)));
    if (isWorkingDay(dateOf(dayOf(from)), calendar)) sum += to - from;
    from = to;
  }
  return sum;
}

function addWorkingSeconds(from: number, seconds: number, calendar: WorkingDayCalendar): number {
  let current = from;
  for (let left = seconds; left > 0; ) {
    const end = endOf(dayOf(current));
    if (!isWorkingDay(dateOf(dayOf(current)), calendar)) current = end;
    else {
      const step = Math.min(left, end - current);
      current += step;
      left -= step;
    }
  }
  return current;
}

/** Asia/Shanghai days since 1970, and back to "2026-10-08". */
export function dayOf(seconds: number): number {
  return Math.floor((seconds + OFFSET) / DAY);
}

export function dateOf(day: number): string {
  return toMoment(day * DAY).slice(0, 10);
}

function endOf(day: number): number {
  return (day + 1) * DAY - OFFSET;
}

function lastSecondOf(day: number): number {
  return endOf(day) - 1;
}
