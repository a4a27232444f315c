import {
  type Application,
  type ApplicationEvent,
  type ApplicationRules,
  type ApplicationState,
  type Consulted,
  DEFAULT_APPLICATION_RULES,
  effectiveReceipt,
} from "./application.ts";
import { CONSULTATION_DAYS, CORRECTION_NOTICE_DAYS, type DaySpan, dueAfter, REPLY_DAYS } from "./application-limit.ts";
import type { OutcomeLeaf } from "./outcome-leaf.ts";
import type { WorkingDayCalendar } from "./workday.ts";
import { WORKING_DAY_CALENDAR } from "./working-day-calendar.ts";
import { knownDays, workingDaysOf } from "./working-days.ts";

/** What a history is read with. */
export interface ApplicationTerms {
  calendar: WorkingDayCalendar;
  rules: ApplicationRules;
}

export const DEFAULT_TERMS: ApplicationTerms = { calendar: WORKING_DAY_CALENDAR, rules: DEFAULT_APPLICATION_RULES };

/** An entry that could not happen as it is told, or that happened without effect, and why. */
export interface HistoryFault {
  event: ApplicationEvent;
  reason: string;
}

/** A question to a third party or another organ; the time until the answer does not count, 15 working days at most. */
export interface Consultation {
  with: Consulted;
  from: string;
  answeredOn: string | null;
  /** Last day that stands still for it; null where the calendar does not reach it. */
  until: string | null;
}

/** Everything that an application's log says up to a day. */
export interface ApplicationHistory {
  state: ApplicationState;
  /** Day of receipt (第三十一条). */
  effectiveOn: string | null;
  /** Day 0 of the reply period: the receipt, or the receipt of the correction, or a payment where the rules say so. */
  clockFrom: string | null;
  correction: { requestedOn: string; deadline: string | null; correctedOn: string | null } | null;
  consultations: Consultation[];
  extension: { on: string; days: number; approver: string } | null;
  agreement: { on: string; dueOn: string; reason: string } | null;
  fee: { notifiedOn: string; paidOn: string | null } | null;
  closed: { on: string; outcome: OutcomeLeaf } | null;
  /** Impossible entries: they change nothing, and an import refuses them. */
  faults: HistoryFault[];
  /** Entries that are possible but came too late to have their effect. */
  withoutEffect: HistoryFault[];
}

/** On the same day what opens something comes before what ends it; the order of the list never matters. */
const RANK: Record<ApplicationEvent["kind"], number> = {
  correctionRequested: 0,
  corrected: 1,
  consultation: 2,
  feeNotified: 3,
  feePaid: 4,
  extended: 5,
  agreed: 6,
  replied: 7,
};

/** The log in the order in which things happened. */
export function inOrderOfDays(events: readonly ApplicationEvent[]): ApplicationEvent[] {
  return [...events].sort((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    return RANK[a.kind] - RANK[b.kind] || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  });
}

/** Reads a log as it stood at the end of `asOf`: what comes later has not happened yet. */
export function readHistory(application: Application, asOf: string, terms = DEFAULT_TERMS): ApplicationHistory {
  const receipt = effectiveReceipt(application);
  const effectiveOn = receipt !== null && receipt <= asOf ? receipt : null;
  const history: ApplicationHistory = {
    state: effectiveOn === null ? "awaitingConfirmation" : "inProgress",
    effectiveOn,
    clockFrom: effectiveOn,
    correction: null,
    consultations: [],
    extension: null,
    agreement: null,
    fee: null,
    closed: null,
    faults: [],
    withoutEffect: [],
  };
  for (const event of inOrderOfDays(application.events)) {
    if (event.on > asOf) break;
    const fault = impossibilityOf(history, event);
    const miss = fault === null ? missOf(history, event, terms) : null;
    if (fault !== null) history.faults.push({ event, reason: fault });
    else if (miss !== null) history.withoutEffect.push({ event, reason: miss });
    else apply(history, event, asOf, terms);
  }
  if (history.state === "inProgress" && history.consultations.some((entry) => isPending(entry, asOf)))
    history.state = "consulting";
  return history;
}

/** Asked, not answered yet, and still within the 15 working days. */
export function isPending({ answeredOn, until }: Consultation, asOf: string): boolean {
  return answeredOn === null && (until === null || asOf < until);
}

/** Why an entry cannot have happened as things stood; null when it can. */
function impossibilityOf(history: ApplicationHistory, event: ApplicationEvent): string | null {
  if (history.effectiveOn === null) return "尚未确认收到申请，期限没有起算，不能有后续登记（第三十一条）";
  if (event.on < history.effectiveOn) return `早于收到申请之日 ${history.effectiveOn}（第三十一条）`;
  if (history.closed !== null) return `该申请已于 ${history.closed.on} 办结，不能再登记`;
  return IMPOSSIBLE[event.kind](history, event as never);
}

type Judge = { [K in ApplicationEvent["kind"]]: (history: ApplicationHistory, event: EventOf<K>) => string | null };
type EventOf<K> = Extract<ApplicationEvent, { kind: K }>;

const IMPOSSIBLE: Judge = {
  correctionRequested: ({ correction }, { on, deadline }) => {
    if (correction !== null) return `补正只能一次性告知，已于 ${correction.requestedOn} 告知过（第三十条）`;
    return deadline !== null && deadline < on ? "补正期限早于补正告知之日" : null;
  },
  corrected: ({ correction, withoutEffect }) => {
    if (correction === null && !wasAskedLate(withoutEffect)) return "没有补正告知，不能收到补正（第三十条）";
    return correction !== null && correction.correctedOn !== null ? `已于 ${correction.correctedOn} 收到补正` : null;
  },
  consultation: ({ state }, { on, answeredOn }) => {
    if (state === "awaitingCorrection") return "正在等待补正，申请内容尚不明确，不能征求意见";
    return answeredOn !== null && answeredOn < on ? "答复意见之日早于征求意见之日" : null;
  },
  extended: ({ state, extension }) => {
    if (extension !== null) return `延期只能一次，已于 ${extension.on} 告知过（第三十三条）`;
    return state === "awaitingCorrection" ? "正在等待补正，没有正在计算的期限，不能延期" : null;
  },
  agreed: ({ agreement }, { on, dueOn }) => {
    if (agreement !== null) return `合理期限只能确定一次，已于 ${agreement.on} 告知过（第三十五条）`;
    return dueOn <= on ? "约定的答复日应晚于告知之日（第三十五条）" : null;
  },
  feeNotified: ({ fee }) => (fee === null ? null : `已于 ${fee.notifiedOn} 发出收费通知`),
  feePaid: ({ fee }) => {
    if (fee === null) return "没有收费通知，不能缴费";
    return fee.paidOn === null ? null : `已于 ${fee.paidOn} 缴费`;
  },
  replied: (history, event) => impossibleReply(history, event),
};

/** Some outcomes need a step before them. */
function impossibleReply(history: ApplicationHistory, { on, outcome }: EventOf<"replied">): string | null {
  if (outcome === "other.correctionOverdue") return impossibleAbandonment(history, on);
  if (outcome === "unavailable.stillUnclear") return impossibleUnclear(history);
  if (outcome !== "other.feeUnpaid") return null;
  if (history.fee === null) return "没有收费通知，不能按“逾期不缴费”办结";
  return history.fee.paidOn === null ? null : "已经缴费，不能按“逾期不缴费”办结";
}

function impossibleAbandonment({ correction, withoutEffect }: ApplicationHistory, on: string): string | null {
  if (correction === null)
    return wasAskedLate(withoutEffect) ? null : "没有补正告知，不能按“逾期不补正”办结（第三十条）";
  const { correctedOn, deadline } = correction;
  if (correctedOn !== null) return `已于 ${correctedOn} 收到补正，不能按“逾期不补正”办结（第三十条）`;
  return deadline !== null && on <= deadline ? `补正期限 ${deadline} 未过，不能按“逾期不补正”办结` : null;
}

function impossibleUnclear({ correction, withoutEffect }: ApplicationHistory): string | null {
  if (correction === null)
    return wasAskedLate(withoutEffect) ? null : "没有补正告知，不能按“补正后仍不明确”办结（第三十条）";
  return correction.correctedOn === null ? "尚未收到补正，不能按“补正后仍不明确”办结（第三十条）" : null;
}

/** Asked after the seventh working day: it happened, although the period does not start anew for it. */
function wasAskedLate(withoutEffect: readonly HistoryFault[]): boolean {
  return withoutEffect.some(({ event }) => event.kind === "correctionRequested");
}

/** Why a possible entry has no effect on the period; null when it has. A year without a calendar misses nothing. */
function missOf(history: ApplicationHistory, event: ApplicationEvent, terms: ApplicationTerms): string | null {
  const { clockFrom, effectiveOn } = history;
  if (clockFrom === null || effectiveOn === null) return null;
  const days = workingDaysOf(terms.calendar);
  if (event.kind === "correctionRequested") {
    const last = knownDays(() => days.after(effectiveOn, CORRECTION_NOTICE_DAYS));
    return last !== null && event.on > last
      ? `补正告知晚于收到申请后第 ${CORRECTION_NOTICE_DAYS} 个工作日（${last}），期限不重新起算（第三十条）`
      : null;
  }
  if (event.kind === "corrected" && history.correction === null)
    return "补正告知已逾期，收到补正不重新起算期限（第三十条）";
  if (event.kind === "extended") {
    const due = knownDays(() => dueAfter(clockFrom, REPLY_DAYS, stopsOf(history, event.on), days));
    return due !== null && event.on > due ? `延期告知晚于答复期限 ${due}，不产生延期的效力（第三十三条）` : null;
  }
  return null;
}

function apply(history: ApplicationHistory, event: ApplicationEvent, asOf: string, terms: ApplicationTerms): void {
  switch (event.kind) {
    case "correctionRequested":
      history.correction = { requestedOn: event.on, deadline: event.deadline, correctedOn: null };
      history.state = "awaitingCorrection";
      return;
    case "corrected":
      if (history.correction !== null) history.correction.correctedOn = event.on;
      history.clockFrom = event.on;
      history.state = "inProgress";
      return;
    case "consultation":
      history.consultations.push(toConsultation(event, asOf, terms));
      return;
    case "extended":
      history.extension = { on: event.on, days: event.days, approver: event.approver };
      return;
    case "agreed":
      history.agreement = { on: event.on, dueOn: event.dueOn, reason: event.reason };
      return;
    case "feeNotified":
      history.fee = { notifiedOn: event.on, paidOn: null };
      if (terms.rules.feeRestarts) history.state = "awaitingPayment";
      return;
    case "feePaid":
      if (history.fee !== null) history.fee.paidOn = event.on;
      if (!terms.rules.feeRestarts) return;
      history.clockFrom = event.on;
      history.state = "inProgress";
      return;
    case "replied":
      history.closed = { on: event.on, outcome: event.outcome };
      history.state = "closed";
  }
}

function toConsultation(event: EventOf<"consultation">, asOf: string, { calendar }: ApplicationTerms): Consultation {
  const until = knownDays(() => workingDaysOf(calendar).after(event.on, CONSULTATION_DAYS));
  const answeredOn = event.answeredOn !== null && event.answeredOn <= asOf ? event.answeredOn : null;
  return { with: event.with, from: event.on, answeredOn, until };
}

/** The standstills as they are known on a day: until the answer, that day, or the 15th working day. */
export function stopsOf({ consultations }: Pick<ApplicationHistory, "consultations">, asOf: string): DaySpan[] {
  return consultations.map(({ from, answeredOn, until }) => {
    const to = answeredOn !== null && answeredOn <= asOf ? answeredOn : asOf;
    return { from, to: until !== null && until < to ? until : to };
  });
}
