import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { referenceDaysOf } from "#domain/working-days.ts";
import { addDays } from "./demo-inspections.ts";

/** Invented applications also fall into years without a calendar, whose working days are then weekdays. */
export const DEMO_DAYS = referenceDaysOf(WORKING_DAY_CALENDAR);

/** The day from which `count` working days are counted up to and including `date`. */
export function workingDaysBefore(date: string, count: number): string {
  let from = date;
  while (DEMO_DAYS.between(from, date) < count) from = addDays(from, -1);
  return from;
}

/** The date itself, or the next working day after it. */
export function onWorkingDay(date: string): string {
  const eve = addDays(date, -1);
  return DEMO_DAYS.after(eve, 1);
}
