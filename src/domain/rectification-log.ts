import {
  describeLimit,
  type ErrorSeverity,
  freezeTerms,
  type RectificationRules,
  type RectificationState,
  type Terms,
} from "./rectification.ts";
import {
  ACTOR_ROLE_LABEL,
  type ActorRole,
  APPROVER_ROLES,
  EVENT_LABEL,
  EVENT_ROLES,
  type EventDraft,
  inOrder,
  type RectificationEvent,
  type Settlement,
} from "./rectification-event.ts";
import { dueAfterStops, dueWithoutStops, toMoment, toSeconds } from "./rectification-limit.ts";
import {
  type Pause,
  type Progress,
  REFUSAL_TEXT,
  type RecheckWait,
  type RefusalCode,
} from "./rectification-progress.ts";
import { stopsOf } from "./rectification-standstill.ts";
import { formatShanghai } from "./shanghai-time.ts";
import type { WorkingDayCalendar } from "./workday.ts";

/** What the standing of a case follows from: its severity at dispatch and its log, in any order. */
export interface CaseLog {
  severity: ErrorSeverity;
  events: readonly RectificationEvent[];
}

export type Judgement = { accepted: true; repeated: boolean } | { accepted: false; code: RefusalCode; reason: string };

/** The standing while the log is read. */
interface Standing {
  state: RectificationState;
  severity: ErrorSeverity;
  terms: Terms | null;
  dispatchedAt: string;
  receivedAt: string | null;
  pauses: readonly Pause[];
  waits: readonly RecheckWait[];
  settled: Settlement | null;
}

/**
 * Reads a log from its first entry to its last. An entry that was not possible at its time (a second report, a pause
 * of an overdue case …) changes nothing and is listed, so that a ledger from elsewhere is never bent into shape.
 */
export function readLog(log: CaseLog, calendar: WorkingDayCalendar): Progress {
  const events = inOrder(log.events);
  let standing = startOf(log.severity);
  const notCounted: Progress["notCounted"] = [];
  for (const event of events) {
    const code = refusalOf(standing, event, calendar);
    if (code === null) standing = advance(standing, event);
    else notCounted.push({ eventId: event.id, code });
  }
  return { ...toProgress(standing, calendar), sequence: events[events.length - 1]?.sequence ?? -1, notCounted };
}

/**
 * Whether an event may be added to a log now. The same key with the same content is accepted again without effect; a
 * state that has moved on since the person looked is refused with the entry that moved it.
 */
export function judgeEvent(
  log: CaseLog,
  event: RectificationEvent,
  now: string,
  calendar: WorkingDayCalendar,
): Judgement {
  const known = log.events.find((entry) => entry.id === event.id);
  if (known !== undefined)
    return isSameDeed(known, event) ? { accepted: true, repeated: true } : refuse("keyReused", known);
  const events = inOrder(log.events);
  const latest = events[events.length - 1];
  if (toSeconds(event.at) > toSeconds(now)) return refuse("inFuture", latest);
  if (latest !== undefined && Date.parse(event.at) < Date.parse(latest.at)) return refuse("outOfOrder", latest);
  let standing = startOf(log.severity);
  for (const entry of events) if (refusalOf(standing, entry, calendar) === null) standing = advance(standing, entry);
  const code = refusalOf(standing, event, calendar);
  if (code === null) return { accepted: true, repeated: false };
  return code === "wrongRole" ? refuseRole(event) : refuse(code, latest);
}

/** The entry as the server would record it now: its moment, its place in the log, and what must be frozen with it. */
export function toEvent(
  log: CaseLog,
  draft: EventDraft,
  now: string,
  { rules, calendar }: { rules: RectificationRules; calendar: WorkingDayCalendar },
): RectificationEvent {
  const sequence = log.events.reduce((highest, entry) => Math.max(highest, entry.sequence), -1) + 1;
  const placed = { sequence, at: now };
  if (draft.kind === "dispatched") {
    const { limit, ...said } = draft;
    const terms = freezeTerms(rules);
    const limits = limit === null ? terms.limits : { serious: limit, general: limit };
    return { ...said, ...placed, terms: { ...terms, limits } };
  }
  if (draft.kind !== "recheckPassed") return { ...draft, ...placed };
  const { dueAt, firstReportOnTime, reportOnTime } = readLog(log, calendar);
  const isSettled = dueAt !== null && firstReportOnTime !== null && reportOnTime !== null;
  return { ...draft, ...placed, settled: isSettled ? { dueAt, firstReportOnTime, reportOnTime } : null };
}

function startOf(severity: ErrorSeverity): Standing {
  return {
    state: "undispatched",
    severity,
    terms: null,
    dispatchedAt: "",
    receivedAt: null,
    pauses: [],
    waits: [],
    settled: null,
  };
}

function refusalOf(standing: Standing, event: RectificationEvent, calendar: WorkingDayCalendar): RefusalCode | null {
  const roles: readonly ActorRole[] = EVENT_ROLES[event.kind];
  if (!roles.includes(event.by.role)) return "wrongRole";
  const { state } = standing;
  if (event.kind === "dispatched") return state === "undispatched" ? null : "alreadyDispatched";
  if (state === "undispatched") return "notDispatched";
  return state === "passed" ? "closed" : refusalWhileOpen(standing, event, calendar);
}

function refusalWhileOpen(
  standing: Standing,
  event: Exclude<RectificationEvent, { kind: "dispatched" }>,
  calendar: WorkingDayCalendar,
): RefusalCode | null {
  const { state } = standing;
  switch (event.kind) {
    case "received":
      return state === "awaitingReceipt" ? null : "alreadyReceived";
    case "paused":
      return pauseRefusalOf(standing, event, calendar);
    case "resumed":
      return isPaused(standing) ? null : "notPaused";
    case "reportedFixed":
      return state === "awaitingRecheck" ? "alreadyReported" : null;
    case "recheckPassed":
    case "recheckFailed":
      return state === "awaitingRecheck" ? null : "notReported";
    case "severityChanged":
      return event.severity === standing.severity ? "sameSeverity" : null;
  }
}

/** A limit that has been missed is not mended by stopping the clock afterwards. */
function pauseRefusalOf(
  standing: Standing,
  event: Extract<RectificationEvent, { kind: "paused" }>,
  calendar: WorkingDayCalendar,
): RefusalCode | null {
  if (standing.state === "awaitingRecheck") return "awaitingRecheck";
  if (isPaused(standing)) return "alreadyPaused";
  if (!APPROVER_ROLES.includes(event.approver.role)) return "wrongApprover";
  return toSeconds(event.at) > dueSeconds(standing, toSeconds(event.at), calendar) ? "overdue" : null;
}

function advance(standing: Standing, event: RectificationEvent): Standing {
  switch (event.kind) {
    case "dispatched":
      return { ...standing, state: "awaitingReceipt", terms: event.terms, dispatchedAt: event.at };
    case "received":
      return { ...standing, state: "rectifying", receivedAt: event.at };
    case "paused": {
      const { at, reason, approver } = event;
      return { ...standing, pauses: [...standing.pauses, { from: at, to: null, reason, approver }] };
    }
    case "resumed":
      return { ...standing, pauses: endLast(standing.pauses, { to: event.at }) };
    case "reportedFixed":
      return {
        ...standing,
        state: "awaitingRecheck",
        pauses: isPaused(standing) ? endLast(standing.pauses, { to: event.at }) : standing.pauses,
        waits: [...standing.waits, { from: event.at, to: null, result: null }],
      };
    case "recheckPassed": {
      const waits = endLast(standing.waits, { to: event.at, result: "passed" });
      return { ...standing, state: "passed", waits, settled: event.settled };
    }
    case "recheckFailed":
      return { ...standing, state: "failed", waits: endLast(standing.waits, { to: event.at, result: "failed" }) };
    case "severityChanged":
      return { ...standing, severity: event.severity };
  }
}

function isPaused({ pauses }: Standing): boolean {
  return pauses.length > 0 && pauses[pauses.length - 1]?.to === null;
}

function endLast<T>(spans: readonly T[], end: Partial<T>): T[] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, ...end } : span));
}

function toProgress(standing: Standing, calendar: WorkingDayCalendar): Omit<Progress, "sequence" | "notCounted"> {
  const { state, severity, terms, receivedAt, waits, settled } = standing;
  const first = waits[0]?.from ?? null;
  const last = waits[waits.length - 1]?.from ?? null;
  const dueAt = terms === null ? null : toMoment(dueSeconds(standing, Number.POSITIVE_INFINITY, calendar));
  const isOnTime = (report: string | null) =>
    report === null ? null : toSeconds(report) <= dueSeconds(standing, toSeconds(report), calendar);
  return {
    state,
    severity,
    attempt: 1 + waits.filter((wait) => wait.result === "failed").length,
    terms,
    dispatchedAt: terms === null ? null : standing.dispatchedAt,
    receivedAt,
    dueAt: settled?.dueAt ?? dueAt,
    pauses: [...standing.pauses],
    waits: [...waits],
    firstReportedAt: first,
    firstReportOnTime: settled?.firstReportOnTime ?? isOnTime(first),
    reportedAt: last,
    reportOnTime: settled?.reportOnTime ?? isOnTime(last),
    closedAt: state === "passed" ? (waits[waits.length - 1]?.to ?? null) : null,
  };
}

/** The due moment under the present severity with the stops that had ended by `until`: later ones mend no late report. */
function dueSeconds(standing: Standing, until: number, calendar: WorkingDayCalendar): number {
  const { terms, severity, dispatchedAt } = standing;
  if (terms === null) throw new RangeError("A case without a dispatch has no due moment");
  const limit = terms.limits[severity];
  const stops = stopsOf({ ...standing, terms }).filter((span) => span.to <= until);
  return dueAfterStops(limit, dueWithoutStops(limit, toSeconds(dispatchedAt), calendar), stops, calendar);
}

/**
 * Moment and order may differ when a request is sent again; what the person said may not, and the limit of a dispatch is
 * part of that.
 */
function isSameDeed(known: RectificationEvent, event: RectificationEvent): boolean {
  return JSON.stringify(deedOf(known)) === JSON.stringify(deedOf(event));
}

function deedOf(event: RectificationEvent): unknown[] {
  const deed = [event.kind, event.by.role, event.by.organisation, event.note];
  if (event.kind === "paused") return [...deed, event.reason, event.approver.role, event.approver.organisation];
  if (event.kind === "reportedFixed") return [...deed, event.evidenceUrl];
  if (event.kind === "dispatched") {
    const { serious, general } = event.terms.limits;
    return [...deed, describeLimit(serious), describeLimit(general)];
  }
  return event.kind === "severityChanged" ? [...deed, event.severity] : deed;
}

function refuse(code: RefusalCode, latest: RectificationEvent | undefined): Judgement {
  const text = REFUSAL_TEXT[code];
  if (latest === undefined) return { accepted: false, code, reason: `${text}。` };
  const entry = `${formatShanghai(latest.at)} ${latest.by.organisation} ${EVENT_LABEL[latest.kind]}`;
  return { accepted: false, code, reason: `${text}（最近一次登记：${entry}）。` };
}

function refuseRole(event: RectificationEvent): Judgement {
  const allowed = EVENT_ROLES[event.kind].map((role) => ACTOR_ROLE_LABEL[role]).join("、");
  const reason = `“${EVENT_LABEL[event.kind]}”只能由${allowed}登记，不能由${ACTOR_ROLE_LABEL[event.by.role]}登记。`;
  return { accepted: false, code: "wrongRole", reason };
}
