import { FINDING_STATUS_LABEL, type Finding, type FindingStatus } from "./finding.ts";
import {
  FINDING_EVENT_LABEL,
  FINDING_EVENT_ROLES,
  FINDING_STEPS,
  type FindingEvent,
  type FindingEventDraft,
  type ListedFinding,
  needsReason,
} from "./finding-event.ts";
import { ACTOR_ROLE_LABEL, type ActorRole } from "./rectification-event.ts";
import { formatShanghai } from "./shanghai-time.ts";

/** Why an entry is not taken, in words for the person at the desk. */
const FINDING_REFUSAL_TEXT = {
  wrongRole: "登记方无权登记此项",
  wrongStatus: "现在的状态不能登记此项",
  alreadyReturned: "该条已登记过退回未改",
  reasonMissing: "须写明理由",
  outOfOrder: "时间早于最近一次登记",
  keyReused: "该编号已用于另一条登记",
} as const;
export type FindingRefusalCode = keyof typeof FINDING_REFUSAL_TEXT;

export type FindingJudgement =
  | { accepted: true; repeated: FindingEvent | null }
  | { accepted: false; code: FindingRefusalCode; reason: string };

/** Where a finding stands: the ledger's status, then every entry that was possible at its turn. */
export function statusAfter(imported: FindingStatus, events: readonly FindingEvent[]): FindingStatus {
  return inSequence(events).reduce((status, event) => {
    const { from, to } = FINDING_STEPS[event.kind];
    return to !== null && from.includes(status) ? to : status;
  }, imported);
}

/** True when the finding was returned and the unit did not put it right, and nobody exempted it since. */
export function isReturnedUnfixed(imported: FindingStatus, events: readonly FindingEvent[]): boolean {
  return events.some((event) => event.kind === "returnedUnfixed") && statusAfter(imported, events) !== "exempted";
}

/**
 * Whether an entry may be added now. The same key with the same content is accepted again without effect; a status that
 * has moved on since the person looked is refused with the entry that moved it.
 */
export function judgeFindingEvent(
  imported: FindingStatus,
  events: readonly FindingEvent[],
  draft: FindingEventDraft,
  now: string,
): FindingJudgement {
  const known = events.find((entry) => entry.id === draft.id);
  if (known !== undefined)
    return deedOf(known) === deedOf(draft) ? { accepted: true, repeated: known } : refuse("keyReused", events);
  const roles: readonly ActorRole[] = FINDING_EVENT_ROLES[draft.kind];
  if (!roles.includes(draft.by.role)) return refuseRole(draft);
  if (needsReason(draft.kind) && draft.reason === "") return refuse("reasonMissing", events);
  const latest = inSequence(events).at(-1);
  if (latest !== undefined && Date.parse(now) < Date.parse(latest.at)) return refuse("outOfOrder", events);
  const status = statusAfter(imported, events);
  if (!FINDING_STEPS[draft.kind].from.includes(status)) return refuseStatus(draft, status, events);
  if (draft.kind === "returnedUnfixed" && events.some((entry) => entry.kind === draft.kind))
    return refuse("alreadyReturned", events);
  return { accepted: true, repeated: null };
}

/** The entry as the server records it. */
export function toFindingEvent(events: readonly FindingEvent[], draft: FindingEventDraft, now: string): FindingEvent {
  const sequence = events.reduce((highest, entry) => Math.max(highest, entry.sequence), -1) + 1;
  return { ...draft, sequence, at: now };
}

/** In the order of recording, whatever the order of the list. */
export function inSequence(events: readonly FindingEvent[]): FindingEvent[] {
  return [...events].sort((a, b) => a.sequence - b.sequence);
}

/** A line with the latest word on it; a line without a log stays as it is. */
export function withLastEntry(finding: Finding, events: readonly FindingEvent[] = []): ListedFinding {
  const lastEntry = inSequence(events).at(-1);
  return lastEntry === undefined ? finding : { ...finding, lastEntry };
}

/** Moment and place in the log may differ when a request is sent again; what the person said may not. */
function deedOf({ kind, by, reason, evidenceUrl }: FindingEventDraft): string {
  return JSON.stringify([kind, by.role, by.organisation, reason, evidenceUrl]);
}

function refuse(code: FindingRefusalCode, events: readonly FindingEvent[]): FindingJudgement {
  return { accepted: false, code, reason: `${FINDING_REFUSAL_TEXT[code]}${lastEntry(events)}。` };
}

function refuseStatus(
  { kind }: FindingEventDraft,
  status: FindingStatus,
  events: readonly FindingEvent[],
): FindingJudgement {
  const reason = `该条现为“${FINDING_STATUS_LABEL[status]}”，不能登记“${FINDING_EVENT_LABEL[kind]}”${lastEntry(events)}。`;
  return { accepted: false, code: "wrongStatus", reason };
}

function refuseRole({ kind, by }: FindingEventDraft): FindingJudgement {
  const allowed = FINDING_EVENT_ROLES[kind].map((role) => ACTOR_ROLE_LABEL[role]).join("、");
  const reason = `“${FINDING_EVENT_LABEL[kind]}”只能由${allowed}登记，不能由${ACTOR_ROLE_LABEL[by.role]}登记。`;
  return { accepted: false, code: "wrongRole", reason };
}

function lastEntry(events: readonly FindingEvent[]): string {
  const latest = inSequence(events).at(-1);
  if (latest === undefined) return "";
  return `（最近一次登记：${formatShanghai(latest.at)} ${latest.by.organisation} ${FINDING_EVENT_LABEL[latest.kind]}）`;
}
