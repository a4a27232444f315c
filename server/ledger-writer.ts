import type { Kysely, Transaction } from "kysely";
import type { Ledger, LedgerChange, LedgerChanges } from "#domain/ledger.ts";
import { type SourceTopic, sourceTopicSchema } from "#domain/source.ts";
import { PART_TOPIC, updateSource } from "#domain/source-update.ts";
import { writeApplicationCounts } from "./application-writer.ts";
import { writeFindingEvents } from "./finding-log-writer.ts";
import { LEDGER_PARTS, noChanges, REPLACED_PARTS, refuseUnknownReferences, rowsByKey } from "./ledger-rows.ts";
import { type Database, PART_TABLE } from "./ledger-tables.ts";
import { freezeArrivals } from "./publication-writer.ts";
import { writeCases } from "./rectification-writer.ts";
import { toSource, toSourceRow } from "./register-tables.ts";
import type { LedgerOrigin } from "./store.ts";

/** 12 columns × 1,000 rows stay below the 32,766 parameters that SQLite takes in one statement. */
const BATCH = 1_000;

type Row = Record<string, string | number | null>;
type ReplacedPart = (typeof REPLACED_PARTS)[number];

const TABLE_OF_PART = {
  units: "unit",
  schemes: "scheme",
  inspections: "inspection",
  coverage: "coverage",
  findings: "finding",
  findingRechecks: "finding_recheck",
  findingEvents: "finding_event",
  annualReports: "annual_report",
  rectificationRules: "rectification_rules",
  rectificationCases: "rectification_case",
  rectificationEvents: "rectification_event",
  applications: "application",
  disputes: "dispute",
  mockInspections: "mock_inspection",
} as const satisfies Record<keyof Ledger, keyof Database>;

/** The writer treats all tables alike; the typed side is each part's `toRow`. */
type AnyTables = Record<string, Row>;

/** Writes a ledger inside the transaction it is given and counts what was new (新增), changed (变更) and equal (未变). */
export async function writeLedger(
  trx: Transaction<Database>,
  ledger: Ledger,
  origin: LedgerOrigin,
): Promise<LedgerChanges> {
  const [units, schemes, cases, findings, applications] = await Promise.all([
    trx.selectFrom("unit").select("id").execute(),
    trx.selectFrom("scheme").select("id").execute(),
    trx.selectFrom("rectification_case").select("id").execute(),
    ledger.findingRechecks.length === 0 ? [] : trx.selectFrom("finding").select("id").execute(),
    ledger.disputes.length === 0 ? [] : trx.selectFrom("application").select("id").execute(),
  ]);
  refuseUnknownReferences(ledger, {
    unitIds: units.map((row) => row.id),
    schemeIds: schemes.map((row) => row.id),
    caseIds: cases.map((row) => row.id),
    findingIds: findings.map((row) => row.id),
    applicationIds: applications.map((row) => row.id),
  });
  const changes = noChanges();
  for (const part of REPLACED_PARTS) changes[part] = await writePart(trx, part, ledger);
  await writeFindingEvents(trx, ledger, changes);
  await writeCases(trx, ledger, changes);
  await writeApplicationCounts(trx, ledger.applications);
  for (const topic of sourceTopicSchema.options) await writeSource(trx, topic, { ledger, origin, changes });
  await freezeArrivals(trx);
  return changes;
}

/** Removes every row; what refers to others goes first. */
export async function clearLedger(trx: Transaction<Database>): Promise<void> {
  for (const part of [...LEDGER_PARTS].reverse()) await trx.deleteFrom(TABLE_OF_PART[part]).execute();
  await trx.deleteFrom("report_note").execute();
  await trx.deleteFrom("scheme_draft").execute();
  await trx.deleteFrom("scheme_draft_removal").execute();
  await trx.deleteFrom("source").execute();
  await trx.deleteFrom("publication").execute();
}

/** Removes the rules, cases and logs. */
export async function clearRectifications(trx: Transaction<Database>): Promise<void> {
  const parts = LEDGER_PARTS.filter((part) => PART_TOPIC[part] === "rectifications");
  for (const part of [...parts].reverse()) await trx.deleteFrom(TABLE_OF_PART[part]).execute();
}

async function writePart(trx: Transaction<Database>, part: ReplacedPart, ledger: Ledger): Promise<LedgerChange> {
  const change: LedgerChange = { added: 0, changed: 0, unchanged: 0 };
  const { table, key, derived } = PART_TABLE[part];
  const toRow = PART_TABLE[part].toRow as (fact: unknown) => Row;
  const facts = [...rowsByKey(part, ledger[part]).values()];
  const tables = trx as unknown as Kysely<AnyTables>;
  for (let start = 0; start < facts.length; start += BATCH) {
    const rows = facts.slice(start, start + BATCH).map(toRow);
    const fresh = await dropUnchanged(tables, { table, key, derived, rows, change });
    if (fresh.length > 0) await upsert(tables, { table, key, rows: fresh });
  }
  return change;
}

interface Batch {
  table: string;
  key: readonly string[];
  rows: Row[];
  /** Columns that follow from others; a difference in them is no news. */
  derived?: readonly string[] | undefined;
}

async function dropUnchanged(
  tables: Kysely<AnyTables>,
  { table, key, rows, derived = [], change }: Batch & { change: LedgerChange },
): Promise<Row[]> {
  const keyOf = (row: Row) => key.map((column) => row[column]).join("|");
  const leading = key[0] ?? "";
  // A composite key is looked up by its first column (a quarter, a body): few rows more, one plain statement.
  const wanted = [...new Set(rows.map((row) => row[leading] ?? ""))];
  const found = await tables.selectFrom(table).selectAll().where(leading, "in", wanted).execute();
  const held = new Map(found.map((row) => [keyOf(row), row]));
  return rows.filter((row) => {
    const before = held.get(keyOf(row));
    if (before === undefined) change.added += 1;
    else if (isEqualRow(before, row, derived)) change.unchanged += 1;
    else change.changed += 1;
    return before === undefined || !isEqualRow(before, row, derived);
  });
}

function isEqualRow(before: Row, row: Row, derived: readonly string[]): boolean {
  return Object.entries(row).every(([column, value]) => derived.includes(column) || before[column] === value);
}

async function upsert(tables: Kysely<AnyTables>, { table, key, rows }: Batch): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  await tables
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns([...key])
        .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute();
}

async function writeSource(
  trx: Transaction<Database>,
  topic: SourceTopic,
  arrival: { ledger: Ledger; origin: LedgerOrigin; changes: LedgerChanges },
): Promise<void> {
  const parts = LEDGER_PARTS.filter((part) => PART_TOPIC[part] === topic);
  if (parts.every((part) => arrival.ledger[part].length === 0)) return;
  const before = await trx.selectFrom("source").selectAll().where("topic", "=", topic).executeTakeFirst();
  const counts = await Promise.all(parts.map((part) => countRows(trx, TABLE_OF_PART[part])));
  const row = toSourceRow(
    updateSource(before && toSource(before), arrival.origin, {
      topic,
      changes: parts.map((part) => arrival.changes[part]),
      rows: counts.reduce((sum, count) => sum + count, 0),
    }),
  );
  await trx
    .insertInto("source")
    .values(row)
    .onConflict((conflict) => conflict.column("topic").doUpdateSet(row))
    .execute();
}

async function countRows(trx: Transaction<Database>, table: keyof Database): Promise<number> {
  const { rows } = await trx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
}
