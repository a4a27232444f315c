import type { Ledger, LedgerChange, LedgerChanges } from "#domain/ledger.ts";
import type { RectificationCase, RectificationRules, RectificationState } from "#domain/rectification.ts";
import { type EventDraft, inOrder, type RectificationEvent } from "#domain/rectification-event.ts";
import { toMoment, toSeconds } from "#domain/rectification-limit.ts";
import { judgeEvent, readLog, toEvent } from "#domain/rectification-log.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { rulesForDraft } from "#domain/rectification-rules.ts";
import { CalendarNotMaintained } from "#domain/workday.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { canonicalJson } from "./canonical-json.ts";
import { rowsByKey } from "./ledger-rows.ts";
import type { CaseRecord } from "./store.ts";
import { ChangedEvent, Conflict } from "./store-refusal.ts";

export function progressOf({ row, events }: CaseRecord): Progress {
  return readLog({ severity: row.severity, events }, WORKING_DAY_CALENDAR);
}

/** Moments that are compared or kept as sort keys are written alike, to the second: text order is then time order. */
export function atSecond(moment: string): string {
  return toMoment(toSeconds(moment));
}

/** What the newest-first list goes by: the dispatch, or the finding of an error that was not dispatched yet. */
export function listedAt(row: RectificationCase, { dispatchedAt }: Progress): string {
  return atSecond(dispatchedAt ?? row.foundAt);
}

/** Dispatched and not yet closed. */
export const OPEN_STATES = ["awaitingReceipt", "rectifying", "awaitingRecheck", "failed"] as const;

export function isOpen(state: RectificationState): boolean {
  return OPEN_STATES.some((open) => open === state);
}

/** A case as the reply for one case has it. */
export function withLog(record: CaseRecord, progress: Progress) {
  return { ...record.row, progress, events: inOrder(record.events) };
}

/** What recording a draft does to a case that nobody else touches meanwhile. */
export interface Recording {
  repeated: boolean;
  event: RectificationEvent;
  progress: Progress;
}

/**
 * Judges a draft against the log as it stands now; throws `Conflict` when the state has moved on. A dispatch freezes
 * the version of the rules in force.
 */
export function recordDraft(
  { row, events }: CaseRecord,
  draft: EventDraft,
  { now, versions }: { now: string; versions: readonly RectificationRules[] },
): Recording {
  const log = { severity: row.severity, events };
  try {
    const rules = rulesForDraft(events, draft, now, versions);
    const event = toEvent(log, draft, now, { rules, calendar: WORKING_DAY_CALENDAR });
    const judgement = judgeEvent(log, event, now, WORKING_DAY_CALENDAR);
    if (!judgement.accepted) throw new Conflict(judgement.code, judgement.reason);
    const { repeated } = judgement;
    const known = repeated ? events.find((entry) => entry.id === draft.id) : undefined;
    const progress = progressOf({ row, events: repeated ? events : [...events, event] });
    return { repeated, event: known ?? event, progress };
  } catch (error) {
    if (!(error instanceof CalendarNotMaintained)) throw error;
    throw new Conflict("calendarNotMaintained", `${error.year} 年的工作日历未维护，算不出到期时间。`);
  }
}

/** What a ledger does to one case. */
export interface CaseArrival {
  record: CaseRecord;
  /** null when the ledger only brings entries for a held case. */
  caseChange: keyof LedgerChange | null;
  added: RectificationEvent[];
}

/** Lays the cases and entries of a ledger over those that are held, and counts in `changes` what that does. */
export function mergeCases(
  ledger: CaseParts,
  held: ReadonlyMap<string, CaseRecord>,
  changes: LedgerChanges,
): CaseArrival[] {
  const rows = rowsByKey("rectificationCases", ledger.rectificationCases);
  const arriving = new Map<string, RectificationEvent[]>();
  for (const { caseId, event } of rowsByKey("rectificationEvents", ledger.rectificationEvents).values()) {
    const entries = arriving.get(caseId);
    if (entries === undefined) arriving.set(caseId, [event]);
    else entries.push(event);
  }
  return [...new Set([...rows.keys(), ...arriving.keys()])].flatMap((id) => {
    const before = held.get(id);
    const row = rows.get(id) ?? before?.row;
    if (row === undefined) return [];
    const caseChange = rows.has(id) ? changeOf(before?.row, row) : null;
    if (caseChange !== null) changes.rectificationCases[caseChange] += 1;
    const entries = arriving.get(id) ?? [];
    const added = newEvents(id, before?.events ?? [], entries);
    changes.rectificationEvents.added += added.length;
    changes.rectificationEvents.unchanged += entries.length - added.length;
    return [{ record: { row, events: [...(before?.events ?? []), ...added] }, caseChange, added }];
  });
}

type CaseParts = Pick<Ledger, "rectificationCases" | "rectificationEvents">;

function changeOf(before: RectificationCase | undefined, row: RectificationCase): keyof LedgerChange {
  if (before === undefined) return "added";
  return canonicalJson(before) === canonicalJson(row) ? "unchanged" : "changed";
}

/**
 * The entries of a ledger that a log does not hold yet, numbered behind those that it holds. One that it holds under
 * the same key must be the same in everything but its number.
 */
function newEvents(
  caseId: string,
  held: readonly RectificationEvent[],
  arriving: readonly RectificationEvent[],
): RectificationEvent[] {
  const known = new Map(held.map((event) => [event.id, event]));
  let sequence = held.reduce((highest, event) => Math.max(highest, event.sequence), -1);
  return [...arriving]
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap((event) => {
      const before = known.get(event.id);
      if (before === undefined) {
        sequence += 1;
        return [{ ...event, sequence }];
      }
      const isSame = canonicalJson({ ...before, sequence: 0 }) === canonicalJson({ ...event, sequence: 0 });
      if (!isSame) throw new ChangedEvent(caseId, event.id);
      return [];
    });
}
