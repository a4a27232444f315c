import type { Finding, FindingStatus } from "#domain/finding.ts";
import type { FindingEvent, ListedFinding } from "#domain/finding-event.ts";
import { statusAfter, withLastEntry } from "#domain/finding-log.ts";
import type { Ledger, LedgerChange } from "#domain/ledger.ts";
import { newFindingEntries, recordFindingDraft, toFindingLog } from "#server/finding-log.ts";
import type { LedgerReader, LedgerRecorder } from "#server/store.ts";
import { NotHeld, UnknownReference } from "#server/store-refusal.ts";

/** Logs by finding; findings that nobody argued about have none. */
export type FindingLogs = ReadonlyMap<string, readonly FindingEvent[]>;

/** The logs after a ledger came; counts in `change` what it added. */
export function addFindingEvents(
  held: FindingLogs,
  incoming: Ledger["findingEvents"],
  findings: readonly Finding[],
  change: LedgerChange,
): FindingLogs {
  if (incoming.length === 0) return held;
  const logs = new Map(held);
  const known = new Set(findings.map((row) => row.id));
  for (const { findingId, event } of newFindingEntries(incoming, held, change)) {
    if (!known.has(findingId)) throw new UnknownReference("findingEvents", findingId);
    logs.set(findingId, [...(logs.get(findingId) ?? []), event]);
  }
  return logs;
}

export function countFindingEvents(logs: FindingLogs): number {
  return [...logs.values()].reduce((sum, events) => sum + events.length, 0);
}

/** Findings as they stand: the ledger's status, then the log, and the latest word in it. */
export function settleFindings(findings: readonly Finding[], logs: FindingLogs): ListedFinding[] {
  return findings.map((row) => {
    const events = logs.get(row.id);
    return events === undefined ? row : withLastEntry({ ...row, status: statusAfter(row.status, events) }, events);
  });
}

interface Held {
  /** As imported. */
  ledger: Pick<Ledger, "findings">;
  findingLogs: FindingLogs;
}

export function findingLogReader(held: () => Held): Pick<LedgerReader, "findingLog"> {
  return { findingLog: async ({ id }) => toFindingLog(recordOf(held(), id)) };
}

/** Nothing can come between reading and writing: both happen in one turn. */
export function findingRecorder(
  held: () => Held,
  keep: (logs: FindingLogs) => void,
): Pick<LedgerRecorder, "recordFindingEvent"> {
  return {
    recordFindingEvent: async ({ id }, draft, clock) => {
      const record = recordOf(held(), id);
      const { repeated, event, status } = recordFindingDraft(record, draft, clock().toISOString());
      if (!repeated) keep(new Map(held().findingLogs).set(id, [...record.events, event]));
      return { repeated, reply: { event, status } };
    },
  };
}

function recordOf(
  { ledger, findingLogs }: Held,
  id: string,
): { importedStatus: FindingStatus; events: readonly FindingEvent[] } {
  const finding = ledger.findings.find((row) => row.id === id);
  if (finding === undefined) throw new NotHeld("unknownFinding");
  return { importedStatus: finding.status, events: findingLogs.get(id) ?? [] };
}
