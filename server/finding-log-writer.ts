import type { Kysely, Transaction } from "kysely";
import type { Finding } from "#domain/finding.ts";
import {
  type FindingEvent,
  type FindingEventDraft,
  type FindingLog,
  findingEventSchema,
  type ListedFinding,
} from "#domain/finding-event.ts";
import { statusAfter, withLastEntry } from "#domain/finding-log.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import type { Quarter } from "#domain/quarter.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type FindingRecord, newFindingEntries, recordFindingDraft, toFindingLog } from "./finding-log.ts";
import type { Database } from "./ledger-tables.ts";
import type { Written } from "./store.ts";
import { NotHeld, UnknownReference } from "./store-refusal.ts";

/** 5 columns × 1,000 rows stay below the 32,766 parameters that SQLite takes in one statement. */
const BATCH = 1_000;

type EventRow = Database["finding_event"];

/** One finding's log as it was read. */
export async function readFindingLog(db: Kysely<Database>, id: string): Promise<FindingLog> {
  const row = await db.selectFrom("finding").select("imported_status").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotHeld("unknownFinding");
  return toFindingLog({ importedStatus: row.imported_status, events: (await readLogs(db, [id])).get(id) ?? [] });
}

/** Records what one person says, on the log as it stands when their turn comes. */
export async function recordFindingEvent(
  trx: Transaction<Database>,
  { id, draft, clock }: { id: string; draft: FindingEventDraft; clock: () => Date },
): Promise<Written<{ event: FindingEvent; status: FindingLog["status"] }>> {
  const record = await lockFinding(trx, id);
  const { repeated, event, status } = recordFindingDraft(record, draft, clock().toISOString());
  if (!repeated) {
    await trx.insertInto("finding_event").values(toRow(id, event)).execute();
    await trx.updateTable("finding").set({ status }).where("id", "=", id).execute();
  }
  return { repeated, reply: { event, status } };
}

/**
 * Adds the entries that the logs do not hold yet. What a ledger says of a finding is where its log starts, so a finding
 * that came again gets the status that its log leads to.
 */
export async function writeFindingEvents(
  trx: Transaction<Database>,
  ledger: Ledger,
  changes: LedgerChanges,
): Promise<void> {
  const named = ledger.findingEvents.map(({ findingId }) => findingId);
  const ids = [...new Set([...named, ...ledger.findings.map((row) => row.id)])];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const held = await readLogs(trx, batch);
    const own = new Set(batch);
    const arriving = ledger.findingEvents.filter(({ findingId }) => own.has(findingId));
    const added = newFindingEntries(arriving, held, changes.findingEvents);
    for (const { findingId, event } of added) held.set(findingId, [...(held.get(findingId) ?? []), event]);
    await refuseUnknown(trx, [...held.keys()]);
    if (added.length > 0)
      await trx
        .insertInto("finding_event")
        .values(added.map(({ findingId, event }) => toRow(findingId, event)))
        .execute();
    await settle(trx, held);
  }
}

async function refuseUnknown(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await trx.selectFrom("finding").select("id").where("id", "in", ids).execute();
  const known = new Set(rows.map((row) => row.id));
  const stray = ids.find((id) => !known.has(id));
  if (stray !== undefined) throw new UnknownReference("findingEvents", stray);
}

/** Few findings are ever argued about: one statement each. */
async function settle(trx: Transaction<Database>, logs: ReadonlyMap<string, readonly FindingEvent[]>): Promise<void> {
  if (logs.size === 0) return;
  const rows = await trx
    .selectFrom("finding")
    .select(["id", "imported_status"])
    .where("id", "in", [...logs.keys()])
    .execute();
  for (const row of rows) {
    const status = statusAfter(row.imported_status, logs.get(row.id) ?? []);
    await trx.updateTable("finding").set({ status }).where("id", "=", row.id).execute();
  }
}

/** An update that changes nothing is the lock that both engines know: whoever comes second reads the first one's entry. */
async function lockFinding(trx: Transaction<Database>, id: string): Promise<FindingRecord> {
  const row = await trx
    .updateTable("finding")
    .set((eb) => ({ status: eb.ref("status") }))
    .where("id", "=", id)
    .returning("imported_status")
    .executeTakeFirst();
  if (row === undefined) throw new NotHeld("unknownFinding");
  return { importedStatus: row.imported_status, events: (await readLogs(trx, [id])).get(id) ?? [] };
}

/** Lines of a page with the latest word on each. */
export async function withLastEntries(db: Kysely<Database>, rows: readonly Finding[]): Promise<ListedFinding[]> {
  if (rows.length === 0) return [];
  const logs = await readLogs(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => withLastEntry(row, logs.get(row.id)));
}

/** The logs of a whole quarter in one question: far fewer lines are argued about than found. */
export async function readQuarterLogs(db: Kysely<Database>, quarter: Quarter): Promise<Map<string, FindingEvent[]>> {
  const rows = await db
    .selectFrom("finding_event")
    .innerJoin("finding", "finding.id", "finding_event.finding_id")
    .select(["finding_event.finding_id", "finding_event.content"])
    .where("finding.quarter", "=", quarter)
    .orderBy("finding_event.sequence")
    .execute();
  return toLogs(rows);
}

/** Logs by finding; findings without a log are left out. */
async function readLogs(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, FindingEvent[]>> {
  const rows = await db
    .selectFrom("finding_event")
    .select(["finding_id", "content"])
    .where("finding_id", "in", ids)
    .orderBy("sequence")
    .execute();
  return toLogs(rows);
}

function toLogs(rows: readonly Pick<EventRow, "finding_id" | "content">[]): Map<string, FindingEvent[]> {
  const logs = new Map<string, FindingEvent[]>();
  for (const row of rows) {
    const event = findingEventSchema.parse(JSON.parse(row.content));
    logs.set(row.finding_id, [...(logs.get(row.finding_id) ?? []), event]);
  }
  return logs;
}

function toRow(findingId: string, event: FindingEvent): EventRow {
  const { sequence, id, kind } = event;
  return { finding_id: findingId, sequence, id, kind, content: canonicalJson(event) };
}
