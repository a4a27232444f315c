import type { Transaction } from "kysely";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import type { RectificationCase } from "#domain/rectification.ts";
import type { EventDraft, RectificationEvent } from "#domain/rectification-event.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { mergeCases, recordDraft } from "./case-log.ts";
import type { Database } from "./ledger-tables.ts";
import { heldRules } from "./rectification-rules.ts";
import { toCase, toCaseRow, toEntry, toEventRow, toStanding } from "./rectification-tables.ts";
import type { CaseRecord, Written } from "./store.ts";
import { NotHeld } from "./store-refusal.ts";

/** 26 columns × 1,000 rows stay below the 32,766 parameters that SQLite takes in one statement. */
const BATCH = 1_000;

/** Writes the cases of a ledger and adds the entries that their logs do not hold yet; counts in `changes`. */
export async function writeCases(trx: Transaction<Database>, ledger: Ledger, changes: LedgerChanges): Promise<void> {
  const { rectificationCases, rectificationEvents } = ledger;
  const named = [...rectificationCases.map((row) => row.id), ...rectificationEvents.map(({ caseId }) => caseId)];
  const ids = [...new Set(named)];
  const held = new Map<string, CaseRecord>();
  for (let start = 0; start < ids.length; start += BATCH)
    for (const [id, record] of await lockCases(trx, ids.slice(start, start + BATCH))) held.set(id, record);
  const touched = mergeCases(ledger, held, changes).filter(
    ({ caseChange, added }) => caseChange === "added" || caseChange === "changed" || added.length > 0,
  );
  for (let start = 0; start < touched.length; start += BATCH)
    await upsertCases(
      trx,
      touched.slice(start, start + BATCH).map(({ record }) => record),
    );
  await insertEvents(
    trx,
    touched.flatMap(({ record, added }) => added.map((event) => toEventRow(record.row.id, event))),
  );
}

/** Records what one person says, on the log as it stands when their turn comes. */
export async function recordEvent(
  trx: Transaction<Database>,
  { id, draft, clock }: { id: string; draft: EventDraft; clock: () => Date },
): Promise<Written<{ event: RectificationEvent; progress: Progress }>> {
  const record = (await lockCases(trx, [id])).get(id);
  if (record === undefined) throw new NotHeld("unknownCase");
  const { repeated, event, progress } = recordDraft(record, draft, {
    now: clock().toISOString(),
    versions: await heldRules(trx),
  });
  if (!repeated) {
    await insertEvents(trx, [toEventRow(id, event)]);
    await trx.updateTable("rectification_case").set(toStanding(record.row, progress)).where("id", "=", id).execute();
  }
  return { repeated, reply: { event, progress } };
}

/**
 * The cases with their logs, held until the transaction ends. An update that changes nothing is the lock that both
 * engines know: PostgreSQL keeps the rows, SQLite the file, and whoever comes second reads what the first has written.
 */
async function lockCases(trx: Transaction<Database>, ids: readonly string[]): Promise<Map<string, CaseRecord>> {
  const rows = await trx
    .updateTable("rectification_case")
    .set((eb) => ({ state: eb.ref("state") }))
    .where("id", "in", ids)
    .returningAll()
    .execute();
  return withLogs(
    rows.map(toCase),
    await trx.selectFrom("rectification_event").selectAll().where("case_id", "in", ids).orderBy("sequence").execute(),
  );
}

export function withLogs(
  rows: readonly RectificationCase[],
  entries: readonly Database["rectification_event"][],
): Map<string, CaseRecord> {
  const records = new Map(rows.map((row): [string, CaseRecord] => [row.id, { row, events: [] }]));
  for (const entry of entries) records.get(entry.case_id)?.events.push(toEntry(entry));
  return records;
}

async function upsertCases(trx: Transaction<Database>, records: readonly CaseRecord[]): Promise<void> {
  const rows = records.map(toCaseRow);
  const [first] = rows;
  if (first === undefined) return;
  const columns = (Object.keys(first) as (keyof typeof first)[]).filter((column) => column !== "id");
  await trx
    .insertInto("rectification_case")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute();
}

async function insertEvents(
  trx: Transaction<Database>,
  rows: readonly Database["rectification_event"][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await trx
      .insertInto("rectification_event")
      .values(rows.slice(start, start + BATCH))
      .execute();
}
