import { type Quarter, toQuarter } from "#domain/quarter.ts";
import type { ErrorSeverity } from "#domain/rectification.ts";
import { toSeconds } from "#domain/rectification-limit.ts";
import { isActiveIn } from "#domain/unit.ts";
import { isWorkingDay } from "#domain/workday.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { type DemoCase, type DemoCaseStart, DemoCaseWriter, HOUR, limitHours } from "./demo-case-log.ts";
import { addDays, severityOf } from "./demo-inspections.ts";
import { drawer, type Random, randomFor } from "./demo-random.ts";
import { DemoRecurrence } from "./demo-recurrence.ts";
import type { DemoUnit } from "./demo-units.ts";

const SERIOUS_SHARE = 0.14;
const PAUSED_SHARE = 0.03;
const REGRADED_SHARE = 0.012;
const UNRECEIVED_SHARE = 0.12;
/** Seconds from UTC midnight back to midnight in Asia/Shanghai. */
const MIDNIGHT = 8 * HOUR;
const DAY = 24 * HOUR;

/** Moment of the Shanghai day on which `seconds` falls, at so many seconds after its midnight. */
function onDayOf(seconds: number, afterMidnight: number): number {
  return Math.floor((seconds + MIDNIGHT) / DAY) * DAY - MIDNIGHT + afterMidnight;
}

/** Nobody works between ten in the evening and eight: what falls there waits until morning, or was done the evening before. */
function inWakingHours(seconds: number, due: number, random: Random): number {
  const clock = seconds - onDayOf(seconds, 0);
  if (clock >= 8 * HOUR && clock < 22 * HOUR) return seconds;
  const morning = onDayOf(seconds, (clock < 8 * HOUR ? 8 : 32) * HOUR + random.int(0, 2 * HOUR));
  if (morning <= due || seconds > due) return morning;
  return onDayOf(seconds, (clock < 8 * HOUR ? -3 : 21) * HOUR + random.int(0, 50 * 60));
}

/** Re-checkers answer between nine and half past five. */
function inOfficeHours(seconds: number, random: Random): number {
  const clock = seconds - onDayOf(seconds, 0);
  if (clock >= 9 * HOUR && clock < 17.5 * HOUR) return seconds;
  return onDayOf(seconds, (clock < 9 * HOUR ? 9 : 33) * HOUR + random.int(0, 3 * HOUR));
}

/** Fraction of the limit that the unit takes; more than one is late. What is serious is mostly mended the same day. */
function shareUsed({ habit }: DemoUnit, severity: ErrorSeverity, quarter: Quarter, random: Random): number {
  const late = (0.01 + habit * 0.0065) * severityOf(quarter);
  if (random.next() < late) return 1.02 + random.next() ** 2 * 0.9;
  return 0.04 + 0.94 * ((random.next() + random.next()) / 2) ** (severity === "serious" ? 2.2 : 1.15);
}

/** What happens before the first report; returns the moment from which the unit works on and the seconds stopped. */
function prelude(writer: DemoCaseWriter, dispatched: number, random: Random): { from: number; stopped: number } {
  let from = dispatched;
  if (random.next() >= UNRECEIVED_SHARE) {
    from += random.int(6, 150) * 60;
    writer.record(from, { kind: "received" });
  }
  if (writer.row.severity === "general" && random.next() < REGRADED_SHARE) {
    from += random.int(10, 60) * 60;
    writer.record(from, { kind: "severityChanged", severity: "serious" });
  }
  if (random.next() >= PAUSED_SHARE) return { from, stopped: 0 };
  const paused = from + random.int(20, 180) * 60;
  const resumed = inOfficeHours(paused + random.int(3, 44) * HOUR, random);
  writer.pause(paused, random);
  writer.record(resumed, { kind: "resumed" });
  return { from: resumed, stopped: resumed - paused };
}

/** The whole course of one error, from dispatch to a passed re-check. */
function pastCase(start: Omit<DemoCaseStart, "pickKinds">, quarter: Quarter, recurrence: DemoRecurrence): DemoCase {
  const { id, demo, severity, dispatched } = start;
  const random = randomFor(id);
  const pickKinds = recurrence.picker(demo.unit.id, dispatched, random);
  const writer = new DemoCaseWriter({ ...start, pickKinds }, random);
  const { from, stopped } = prelude(writer, dispatched, random);
  const isRegraded = writer.events.some((event) => event.kind === "severityChanged");
  const limit = limitHours(isRegraded ? "serious" : severity) * HOUR;
  const due = dispatched + limit + stopped;
  const nominal = dispatched + stopped + Math.floor(shareUsed(demo, severity, quarter, random) * limit);
  let at = Math.max(from + random.int(9, 50) * 60, inWakingHours(nominal, due, random));
  for (let failures = 0; ; failures += 1) {
    writer.report(at);
    at = inOfficeHours(at + random.int(90, 22 * 60) * 60, random);
    const isFailed = failures < 3 && random.next() < 0.04 + demo.habit * 0.007;
    writer.record(at, { kind: isFailed ? "recheckFailed" : "recheckPassed" });
    if (!isFailed) {
      recurrence.note(demo.unit.id, writer.row.errorType, at);
      return { row: writer.row, events: writer.events };
    }
    at = inWakingHours(at + random.int(40, 9 * 60) * 60, due, random);
  }
}

function isOffDay(date: string): boolean {
  const known = WORKING_DAY_CALENDAR.has(Number(date.slice(0, 4)));
  return known ? !isWorkingDay(date, WORKING_DAY_CALENDAR) : [0, 6].includes(new Date(date).getUTCDay());
}

function quarterOf(date: string): Quarter {
  return toQuarter(Number(date.slice(0, 4)), Math.ceil(Number(date.slice(5, 7)) / 3));
}

/** Dispatches of one day: a list every working day, a stray one at weekends. */
function countOn(date: string, quarter: Quarter, random: Random): number {
  if (isOffDay(date)) return random.next() < 0.18 ? 1 : 0;
  return Math.round((1.6 + random.next() * 3.8) * severityOf(quarter) ** 0.8);
}

function casesOn(date: string, units: readonly DemoUnit[], recurrence: DemoRecurrence): DemoCase[] {
  const quarter = quarterOf(date);
  const random = randomFor(`errors|${date}`);
  const count = countOn(date, quarter, random);
  if (count === 0) return [];
  const list = toSeconds(`${date}T00:30:00Z`);
  const unitAt = drawer(
    units.filter(({ unit }) => isActiveIn(unit, quarter)),
    ({ unit, habit }) => (0.6 + habit) * recurrence.care(unit.id, list),
  );
  return Array.from({ length: count }, (_, at) => {
    const demo = unitAt(random.next());
    const severity = random.next() < SERIOUS_SHARE ? "serious" : "general";
    const dispatched = list + random.int(0, 8 * HOUR);
    const id = `CM${date.replaceAll("-", "")}-${String(at + 1).padStart(2, "0")}`;
    return demo === undefined ? [] : [pastCase({ id, demo, severity, dispatched }, quarter, recurrence)];
  }).flat();
}

/**
 * Cases dispatched from `from` on whose last entry lies before now; each is the same whatever now is. `recurrence` learns
 * what kinds of error each unit had.
 */
export function pastCases(
  from: string,
  now: Date,
  units: readonly DemoUnit[],
  recurrence = new DemoRecurrence(),
): DemoCase[] {
  const cases: DemoCase[] = [];
  const end = now.toISOString();
  for (let date = from; date <= end.slice(0, 10); date = addDays(date, 1))
    cases.push(
      ...casesOn(date, units, recurrence).filter(({ events }) => (events[events.length - 1]?.at ?? end) < end),
    );
  return cases;
}
