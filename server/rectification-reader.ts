import {
  type Expression,
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type SqlBool,
  sql,
} from "kysely";
import { z } from "zod";
import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import { relapseDaysAt } from "#domain/rectification.ts";
import type { RectificationOutcome } from "#domain/rectification-facts.ts";
import { findRelapses } from "#domain/relapse.ts";
import { shanghaiDay } from "#domain/shanghai-time.ts";
import { atSecond, OPEN_STATES, progressOf, withLog } from "./case-log.ts";
import type { Database } from "./ledger-tables.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import { heldRules } from "./rectification-rules.ts";
import { toCase, toEntry, toProgress } from "./rectification-tables.ts";
import { withLogs } from "./rectification-writer.ts";
import { readQuarter } from "./register-tables.ts";
import type { CaseRecord, LedgerReader } from "./store.ts";
import { NotHeld } from "./store-refusal.ts";
import { unitsAsked } from "./units-asked.ts";

type CaseQuery = QueryOf<Contract["rectificationFacts"]>;
type PageQuery = QueryOf<Contract["rectifications"]>;
type Conditions = ExpressionBuilder<Database, "rectification_case">;

/** Lists and sums of cases: the database picks and adds, by columns that the domain has filled. */
export function rectificationReader(
  db: Kysely<Database>,
): Pick<LedgerReader, Extract<keyof LedgerReader, `rectification${string}`>> {
  return {
    rectifications: (query) => readPage(db, query),
    rectification: ({ id }) => readCase(db, id),
    rectificationFacts: (query, now) => readFacts(db, query, now),
    rectificationFixTimes: (query) => readFixTimes(db, query),
    rectificationArrivals: (query) => readArrivals(db, query),
    rectificationRelapses: (query) => readRelapses(db, query),
    rectificationRules: () => heldRules(db),
  };
}

/** Every case with its log. */
export async function caseRecords(db: Kysely<Database>): Promise<CaseRecord[]> {
  const rows = await db.selectFrom("rectification_case").selectAll().orderBy("id").execute();
  const entries = await db.selectFrom("rectification_event").selectAll().orderBy("sequence").execute();
  return [...withLogs(rows.map(toCase), entries).values()];
}

/** The standing comes from the log as it was read, so that the two agree whatever is recorded meanwhile. */
async function readCase(db: Kysely<Database>, id: string) {
  const row = await db.selectFrom("rectification_case").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotHeld("unknownCase");
  const entries = await db
    .selectFrom("rectification_event")
    .selectAll()
    .where("case_id", "=", id)
    .orderBy("sequence")
    .execute();
  const record = { row: toCase(row), events: entries.map(toEntry) };
  return withLog(record, progressOf(record));
}

async function readPage(db: Kysely<Database>, query: PageQuery): Promise<ReplyOf<Contract["rectifications"]>> {
  const cursor = query.after === undefined ? undefined : readCursor(query.after, z.iso.datetime());
  const isListed = (eb: Conditions) => eb.and([isPicked(db, eb, query), ...pageConditions(eb, query)]);
  const { total } = await db
    .selectFrom("rectification_case")
    .select((eb) => eb.fn.countAll().as("total"))
    .where(isListed)
    .executeTakeFirstOrThrow();
  const sort = query.open ? "due_at" : "listed_at";
  let select = db
    .selectFrom("rectification_case")
    .selectAll()
    .where(isListed)
    .orderBy(sort, query.open ? "asc" : "desc")
    .orderBy("id")
    .limit(query.limit + 1);
  if (cursor !== undefined) {
    const [moment, id] = cursor;
    select = select.where((eb) =>
      eb.or([eb(sort, query.open ? ">" : "<", moment), eb.and([eb(sort, "=", moment), eb("id", ">", id)])]),
    );
  }
  const found = await select.execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const hasMore = found.length > page.length && last !== undefined;
  return {
    rows: page.map((row) => ({ ...toCase(row), progress: toProgress(row) })),
    total: Number(total),
    next: hasMore ? writeCursor([last[sort] ?? "", last.id]) : null,
  };
}

function pageConditions(eb: Conditions, { state, open }: PageQuery): Expression<SqlBool>[] {
  return [...(state.length > 0 ? [eb("state", "in", state)] : []), ...(open ? [eb("state", "in", OPEN_STATES)] : [])];
}

async function readFacts(
  db: Kysely<Database>,
  query: CaseQuery,
  now: string,
): Promise<ReplyOf<Contract["rectificationFacts"]>> {
  const rows = await db
    .selectFrom("rectification_case")
    .where((eb) => isPicked(db, eb, query))
    .where("due_quarter", "is not", null)
    .select((eb) => [
      "due_quarter",
      "unit_id",
      "severity_now",
      outcomeAt(eb, now).as("outcome"),
      eb.fn.countAll().as("cases"),
      eb.fn.sum("reported").as("reported"),
      eb.fn.sum("first_on_time").as("first_on_time"),
      eb.fn.sum(eb.case().when("rechecks", ">", 0).then(eb.lit(1)).else(eb.lit(0)).end()).as("rechecked"),
      eb.fn.sum("rechecks").as("rechecks"),
      eb.fn.sum("failed_rechecks").as("failed_rechecks"),
    ])
    .groupBy(["due_quarter", "unit_id", "severity_now", sql.ref("outcome")])
    .orderBy("due_quarter")
    .orderBy("unit_id")
    .orderBy("severity_now")
    .orderBy(sql.ref("outcome"))
    .execute();
  return rows.map((row) => ({
    quarter: readQuarter(row.due_quarter ?? ""),
    unitId: row.unit_id,
    severity: row.severity_now,
    outcome: row.outcome,
    // PostgreSQL sends sums as text.
    cases: Number(row.cases),
    reported: Number(row.reported),
    reportedOnTime: Number(row.first_on_time),
    rechecked: Number(row.rechecked),
    rechecks: Number(row.rechecks),
    failedRechecks: Number(row.failed_rechecks),
  }));
}

/** `outcomeAt` of the domain in columns; a clock that is paused is read at the beginning of the pause. */
function outcomeAt(
  eb: Conditions,
  now: string,
): ExpressionWrapper<Database, "rectification_case", RectificationOutcome> {
  const readAt = eb.fn.coalesce("paused_at", eb.val(atSecond(now)));
  return eb
    .case()
    .when("state", "=", "awaitingRecheck")
    .then(eb.val<RectificationOutcome>("awaitingRecheck"))
    .when(eb.and([eb("state", "=", "passed"), eb("last_on_time", "=", 1)]))
    .then(eb.val<RectificationOutcome>("verifiedOnTime"))
    .when("state", "=", "passed")
    .then(eb.val<RectificationOutcome>("verifiedLate"))
    .when("due_at", "<", readAt)
    .then(eb.val<RectificationOutcome>("openOverdue"))
    .else(eb.val<RectificationOutcome>("open"))
    .end();
}

async function readFixTimes(
  db: Kysely<Database>,
  query: CaseQuery,
): Promise<ReplyOf<Contract["rectificationFixTimes"]>> {
  const rows = await db
    .selectFrom("rectification_case")
    .where((eb) => isPicked(db, eb, query))
    .where("fix_minutes", "is not", null)
    .select((eb) => ["due_quarter", "unit_id", "severity_now", "fix_minutes", eb.fn.countAll().as("cases")])
    .groupBy(["due_quarter", "unit_id", "severity_now", "fix_minutes"])
    .orderBy("due_quarter")
    .orderBy("unit_id")
    .orderBy("severity_now")
    .orderBy("fix_minutes")
    .execute();
  return rows.map((row) => ({
    quarter: readQuarter(row.due_quarter ?? ""),
    unitId: row.unit_id,
    severity: row.severity_now,
    minutes: row.fix_minutes ?? 0,
    cases: Number(row.cases),
  }));
}

async function readArrivals(
  db: Kysely<Database>,
  query: CaseQuery,
): Promise<ReplyOf<Contract["rectificationArrivals"]>> {
  const rows = await db
    .selectFrom("rectification_case")
    .where((eb) => isPicked(db, eb, query))
    .where("dispatched_on", "is not", null)
    .select((eb) => ["dispatched_on", eb.fn.countAll().as("cases")])
    .groupBy("dispatched_on")
    .orderBy("dispatched_on")
    .execute();
  return rows.map((row) => ({ date: row.dispatched_on ?? "", cases: Number(row.cases) }));
}

/** What is asked for narrows the repetitions, never the closed cases that they repeat. */
async function readRelapses(
  db: Kysely<Database>,
  query: CaseQuery,
): Promise<ReplyOf<Contract["rectificationRelapses"]>> {
  const rows = await db
    .selectFrom("rectification_case")
    .select(["id", "unit_id", "error_type", "dispatched_at", "closed_at"])
    .orderBy("id")
    .execute();
  const picked = await db
    .selectFrom("rectification_case")
    .select("id")
    .where((eb) => isPicked(db, eb, query))
    .execute();
  const ids = new Set(picked.map((row) => row.id));
  const cases = rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    errorType: row.error_type,
    progress: { dispatchedAt: row.dispatched_at, closedAt: row.closed_at },
  }));
  return findRelapses(cases, relapseDaysAt(await heldRules(db)))
    .filter(({ caseId }) => ids.has(caseId))
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

function isPicked(db: Kysely<Database>, eb: Conditions, query: CaseQuery): Expression<SqlBool> {
  const { quarter, unit, side, unitClass, severity, errorType, source, closedFrom, closedTo } = query;
  const conditions: Expression<SqlBool>[] = [];
  if (quarter.length > 0) conditions.push(eb("due_quarter", "in", quarter));
  if (unit.length > 0) conditions.push(eb("unit_id", "in", unit));
  if (side !== undefined || unitClass !== undefined) conditions.push(eb("unit_id", "in", unitsAsked(db, query)));
  if (severity !== undefined) conditions.push(eb("severity_now", "=", severity));
  if (errorType.length > 0) conditions.push(eb("error_type", "in", errorType));
  if (source.length > 0) conditions.push(eb("source", "in", source));
  if (closedFrom !== undefined) conditions.push(eb("closed_at", ">=", shanghaiDay(closedFrom).from));
  if (closedTo !== undefined) conditions.push(eb("closed_at", "<", shanghaiDay(closedTo).to));
  return eb.and(conditions);
}
