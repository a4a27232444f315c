import type { Application } from "./application.ts";
import { clockOf, clockOn } from "./application-clock.ts";
import { type ApplicationHistory, DEFAULT_TERMS, readHistory } from "./application-history.ts";
import type { ApplicationFact, ReplyTime } from "./application-standing.ts";
import { calendarPeriod, type Quarter, quarterOfDate, shiftQuarter } from "./quarter.ts";
import { type Rate, rate } from "./share.ts";

/** The facts of one application as they stand at the end of `today`. */
export function factsOf(application: Application, today: string, terms = DEFAULT_TERMS): ApplicationFact[] {
  const history = readHistory(application, today, terms);
  const { effectiveOn, closed } = history;
  if (effectiveOn === null) return [];
  const { unitId, applicantKind } = application;
  const first = quarterOfDate(effectiveOn);
  const last = quarterOfDate(closed?.on ?? today);
  const facts: ApplicationFact[] = [];
  for (let quarter = first; quarter <= last; quarter = shiftQuarter(quarter, 1)) {
    const { end } = calendarPeriod(quarter);
    const isLast = quarter === last;
    const clock = isLast ? clockOf(history, today, terms) : clockOn(application, end, terms);
    const received = Number(quarter === first);
    const flow = { received, carriedOver: 1 - received, due: 0 };
    const outcome = isLast ? (closed?.outcome ?? null) : null;
    facts.push({ quarter, unitId, applicantKind, outcome, timeliness: clock.timeliness, ...flow });
  }
  const due = dueFact(application, history, today, terms);
  return due === null ? facts : [...facts, due];
}

function dueFact(
  { unitId, applicantKind }: Application,
  history: ApplicationHistory,
  today: string,
  terms = DEFAULT_TERMS,
): ApplicationFact | null {
  const { dueOn, timeliness } = clockOf(history, today, terms);
  if (dueOn === null) return null;
  const outcome = history.closed?.outcome ?? null;
  const counts = { received: 0, carriedOver: 0, due: 1 };
  return { quarter: quarterOfDate(dueOn), unitId, applicantKind, outcome, timeliness, ...counts };
}

/** Adds facts with the same key; facts of parts add up to the facts of the whole. */
export function addFacts(facts: Iterable<ApplicationFact>): ApplicationFact[] {
  const sums = new Map<string, ApplicationFact>();
  for (const fact of facts) {
    const key = `${fact.quarter}|${fact.unitId}|${fact.applicantKind}|${fact.outcome}|${fact.timeliness}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...fact });
    else {
      sum.received += fact.received;
      sum.carriedOver += fact.carriedOver;
      sum.due += fact.due;
    }
  }
  return [...sums.values()];
}

/** The balance of a period: received + carriedOver = closed + carriedForward, always. */
export interface ApplicationBalance {
  received: number;
  carriedOver: number;
  closed: number;
  carriedForward: number;
}

/**
 * The balance of the quarters picked. Neighbouring quarters are one period, whose first brings the carry-over and whose
 * last leaves it; periods apart from each other are added, so that the balance still holds.
 */
export function balanceOf(facts: readonly ApplicationFact[], quarters: readonly Quarter[]): ApplicationBalance {
  const picked = new Set(quarters);
  const balance: ApplicationBalance = { received: 0, carriedOver: 0, closed: 0, carriedForward: 0 };
  for (const { quarter, outcome, received, carriedOver } of facts) {
    if (!picked.has(quarter)) continue;
    balance.received += received;
    if (!picked.has(shiftQuarter(quarter, -1))) balance.carriedOver += carriedOver;
    if (outcome !== null) balance.closed += received + carriedOver;
    else if (!picked.has(shiftQuarter(quarter, 1))) balance.carriedForward += received + carriedOver;
  }
  return balance;
}

/** 按期答复率 of the replies that were due in the quarters; what is open past its due day stands beside it. */
export interface ReplyRate {
  rate: Rate | null;
  /** Due in the quarters and still not answered. */
  openOverdue: number;
  /** Closed in the quarters, where the calendar cannot tell whether in time. */
  unknown: number;
}

/** Replies in time of all replies due in the quarters. Abandoned applications are in neither number. */
export function replyRate(facts: readonly ApplicationFact[], quarters: readonly Quarter[]): ReplyRate {
  const picked = facts.filter(({ quarter }) => quarters.includes(quarter));
  const dueWith = (timeliness: ApplicationFact["timeliness"]) =>
    picked.reduce((sum, fact) => (fact.timeliness === timeliness ? sum + fact.due : sum), 0);
  const onTime = dueWith("onTime");
  const unknown = picked.filter(({ timeliness, outcome }) => timeliness === "unknown" && outcome !== null);
  return {
    rate: rate(onTime, onTime + dueWith("late")),
    openOverdue: dueWith("openOverdue"),
    unknown: unknown.reduce((sum, fact) => sum + fact.received + fact.carriedOver, 0),
  };
}

/** The reply time of one application; null when it is open, abandoned, or reaches years without a calendar. */
export function replyTimeOf(application: Application, today: string, terms = DEFAULT_TERMS): ReplyTime | null {
  const history = readHistory(application, today, terms);
  const { usedDays, timeliness } = clockOf(history, today, terms);
  if (history.closed === null || usedDays === null || timeliness === "abandoned") return null;
  return {
    quarter: quarterOfDate(history.closed.on),
    unitId: application.unitId,
    workingDays: usedDays,
    extended: history.extension !== null || history.agreement !== null,
    late: timeliness === "late",
    applications: 1,
  };
}

/** Adds reply times of the same unit, quarter and length. */
export function addReplyTimes(times: Iterable<ReplyTime>): ReplyTime[] {
  const sums = new Map<string, ReplyTime>();
  for (const time of times) {
    const key = `${time.quarter}|${time.unitId}|${time.workingDays}|${time.extended}|${time.late}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...time });
    else sum.applications += time.applications;
  }
  return [...sums.values()];
}

/** The bands in which replies are told apart, from the fastest to the one past its limit. */
export const REPLY_BANDS = ["sameDay", "within10", "within20", "extended", "late"] as const;
export type ReplyBand = (typeof REPLY_BANDS)[number];

export const REPLY_BAND_LABEL = {
  sameDay: "当日答复",
  within10: "10 个工作日内",
  within20: "20 个工作日内",
  extended: "延期后按期",
  late: "超期",
} satisfies Record<ReplyBand, string>;

/** Each reply in one band. 当日 is the day of receipt; what was extended but answered within 20 days needed no extension. */
export function replyBand({ workingDays, late }: Pick<ReplyTime, "workingDays" | "late">): ReplyBand {
  if (late) return "late";
  if (workingDays === 0) return "sameDay";
  if (workingDays <= 10) return "within10";
  return workingDays <= 20 ? "within20" : "extended";
}
