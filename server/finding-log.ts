import type { FindingStatus } from "#domain/finding.ts";
import type { FindingEntry, FindingEvent, FindingEventDraft, FindingLog } from "#domain/finding-event.ts";
import { inSequence, judgeFindingEvent, statusAfter, toFindingEvent } from "#domain/finding-log.ts";
import type { LedgerChange } from "#domain/ledger.ts";
import { canonicalJson } from "./canonical-json.ts";
import { rowsByKey } from "./ledger-rows.ts";
import { ChangedEvent, Conflict } from "./store-refusal.ts";

/** A finding as its log knows it. */
export interface FindingRecord {
  importedStatus: FindingStatus;
  events: readonly FindingEvent[];
}

export function toFindingLog({ importedStatus, events }: FindingRecord): FindingLog {
  return { importedStatus, status: statusAfter(importedStatus, events), events: inSequence(events) };
}

/** What recording a draft does to a finding that nobody else touches meanwhile. */
export interface FindingRecording {
  repeated: boolean;
  event: FindingEvent;
  status: FindingStatus;
}

/** Judges a draft against the log as it stands now; throws when the status has moved on. */
export function recordFindingDraft(record: FindingRecord, draft: FindingEventDraft, now: string): FindingRecording {
  const { importedStatus, events } = record;
  const judgement = judgeFindingEvent(importedStatus, events, draft, now);
  if (!judgement.accepted) throw new Conflict(judgement.code, judgement.reason);
  const { repeated } = judgement;
  if (repeated !== null) return { repeated: true, event: repeated, status: statusAfter(importedStatus, events) };
  const event = toFindingEvent(events, draft, now);
  return { repeated: false, event, status: statusAfter(importedStatus, [...events, event]) };
}

/** The entries that a ledger adds to the logs held, numbered behind theirs; counts in `change`. */
export function newFindingEntries(
  arriving: readonly FindingEntry[],
  held: ReadonlyMap<string, readonly FindingEvent[]>,
  change: LedgerChange,
): FindingEntry[] {
  const logs = new Map<string, FindingEvent[]>();
  const ordered = [...rowsByKey("findingEvents", [...arriving]).values()].sort(
    (a, b) => a.event.sequence - b.event.sequence,
  );
  return ordered.flatMap(({ findingId, event }) => {
    const log = logs.get(findingId) ?? [...(held.get(findingId) ?? [])];
    logs.set(findingId, log);
    const known = log.find((entry) => entry.id === event.id);
    if (known !== undefined) {
      const isSame = canonicalJson({ ...known, sequence: 0 }) === canonicalJson({ ...event, sequence: 0 });
      if (!isSame) throw new ChangedEvent(findingId, event.id);
      change.unchanged += 1;
      return [];
    }
    change.added += 1;
    const sequence = log.reduce((highest, entry) => Math.max(highest, entry.sequence), -1) + 1;
    const added = { ...event, sequence };
    log.push(added);
    return [{ findingId, event: added }];
  });
}
