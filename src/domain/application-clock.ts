import type { Application, Timeliness } from "./application.ts";
import {
  type ApplicationHistory,
  type ApplicationTerms,
  DEFAULT_TERMS,
  isPending,
  readHistory,
  stopsOf,
} from "./application-history.ts";
import { countedDays, type DaySpan, dueAfter, REPLY_DAYS } from "./application-limit.ts";
import type { ApplicationClock } from "./application-standing.ts";
import type { OutcomeLeaf } from "./outcome-leaf.ts";
import { CalendarNotMaintained } from "./workday.ts";
import { knownDays, referenceDaysOf, workingDaysOf } from "./working-days.ts";

/** Applications that the applicant is taken to have given up; nothing is owed to them. */
const ABANDONED: readonly OutcomeLeaf[] = ["other.correctionOverdue", "other.feeUnpaid"];

const NO_CLOCK = {
  limitDays: null,
  usedDays: null,
  dueOn: null,
  remainingDays: null,
  unmaintained: null,
} satisfies Partial<ApplicationClock>;

/** The clock of an application as it stood at the end of `today` (Asia/Shanghai). */
export function clockOn(application: Application, today: string, terms = DEFAULT_TERMS): ApplicationClock {
  return clockOf(readHistory(application, today, terms), today, terms);
}

/** The clock of a history that was read on `today`. */
export function clockOf(history: ApplicationHistory, today: string, terms = DEFAULT_TERMS): ApplicationClock {
  const { clockFrom, closed, state, agreement } = history;
  if (clockFrom === null) return { ...NO_CLOCK, mode: "notStarted", clockFrom, timeliness: "open" };
  if (closed !== null && ABANDONED.includes(closed.outcome))
    return { ...NO_CLOCK, mode: "stopped", clockFrom, timeliness: "abandoned" };
  if (state === "awaitingCorrection" || state === "awaitingPayment")
    return { ...NO_CLOCK, mode: "waiting", clockFrom, timeliness: "open" };
  const readOn = closed?.on ?? today;
  const mode = modeOf(history, readOn);
  const span = { from: clockFrom, to: readOn };
  const stops = stopsOf(history, readOn);
  if (agreement !== null) return { mode, ...agreedClock(span, stops, agreement.dueOn, closed !== null, terms) };
  return { mode, ...countedClock(span, stops, limitOf(history), closed !== null, terms) };
}

/** 20 working days, and what the one extension adds. */
export function limitOf({ extension }: Pick<ApplicationHistory, "extension">): number {
  return REPLY_DAYS + (extension?.days ?? 0);
}

function modeOf({ closed, consultations }: ApplicationHistory, readOn: string): ApplicationClock["mode"] {
  if (closed !== null) return "stopped";
  return consultations.some((entry) => isPending(entry, readOn)) ? "paused" : "running";
}

type Reading = Omit<ApplicationClock, "mode">;

/** The reasonable period of 第三十五条 ends on a date; nothing is counted towards it. */
function agreedClock(
  span: DaySpan,
  stops: readonly DaySpan[],
  dueOn: string,
  isClosed: boolean,
  { calendar }: ApplicationTerms,
): Reading {
  const days = workingDaysOf(calendar);
  return {
    clockFrom: span.from,
    limitDays: null,
    usedDays: knownDays(() => countedDays(span, stops, days)),
    dueOn,
    remainingDays: knownDays(() => days.between(span.to, dueOn)),
    timeliness: verdictOf(span.to > dueOn, isClosed),
    unmaintained: null,
  };
}

function countedClock(
  span: DaySpan,
  stops: readonly DaySpan[],
  limitDays: number,
  isClosed: boolean,
  { calendar }: ApplicationTerms,
): Reading {
  const days = workingDaysOf(calendar);
  const usedDays = knownDays(() => countedDays(span, stops, days));
  const due = tryDue(() => dueAfter(span.from, limitDays, stops, days));
  const reading = { clockFrom: span.from, limitDays, usedDays };
  if (typeof due === "string") {
    const isLate = span.to > due;
    const left = isLate ? knownDays(() => days.between(span.to, due)) : limitDays - (usedDays ?? limitDays);
    return { ...reading, dueOn: due, remainingDays: left, timeliness: verdictOf(isLate, isClosed), unmaintained: null };
  }
  const referenceDueOn = knownDays(() => dueAfter(span.from, limitDays, stops, referenceDaysOf(calendar)));
  const unmaintained = { year: due.year, referenceDueOn };
  // What was counted within maintained years is certain: the due day lies beyond them, so nothing is late.
  if (usedDays !== null) {
    const timeliness = verdictOf(false, isClosed);
    return { ...reading, dueOn: null, remainingDays: limitDays - usedDays, timeliness, unmaintained };
  }
  return { ...reading, dueOn: null, remainingDays: null, timeliness: "unknown", unmaintained };
}

function tryDue(count: () => string): string | CalendarNotMaintained {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarNotMaintained) return error;
    throw error;
  }
}

function verdictOf(isLate: boolean, isClosed: boolean): Timeliness {
  if (isClosed) return isLate ? "late" : "onTime";
  return isLate ? "openOverdue" : "open";
}
