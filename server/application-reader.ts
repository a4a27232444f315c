import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { Application } from "#domain/application.ts";
import { addFacts, factsOf } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { toDisputeFacts, touchesQuarter } from "#domain/dispute.ts";
import {
  byDisputeFactKey,
  byFactKey,
  byReplyTimeKey,
  toDisputeRows,
  toDuePage,
  todayOf,
  toFullReply,
} from "./application-answers.ts";
import { toApplication, toDispute, toMockInspection } from "./application-tables.ts";
import { readCell, readComputedReport } from "./computed-report-reader.ts";
import type { Database } from "./ledger-tables.ts";
import { readQuarter } from "./register-tables.ts";
import type { Store } from "./store.ts";
import { NotHeld } from "./store-refusal.ts";
import { unitsAsked } from "./units-asked.ts";

type FlowQuery = QueryOf<Contract["applicationFacts"]>;
type UnitQuery = Pick<FlowQuery, "unit" | "side" | "unitClass">;
type ApplicationReader = Pick<
  Store,
  | Extract<keyof Store, `application${string}`>
  | "disputeFacts"
  | "disputes"
  | "mockInspections"
  | "computedReport"
  | "computedReportCell"
>;

/** Sums of applications and disputes: the database adds what no day changes, the domain judges what is open. */
export function applicationReader(db: Kysely<Database>): ApplicationReader {
  return {
    applicationOwners: async () => {
      const rows = await db.selectFrom("application").select(["id", "unit_id"]).execute();
      return new Map(rows.map((row) => [row.id, row.unit_id]));
    },
    applicationFacts: (query, now) => readFacts(db, query, todayOf(now)),
    applicationsDue: async (query, now) => toDuePage(await openApplications(db, query), query, todayOf(now)),
    applicationReplyTimes: (query) => readReplyTimes(db, query),
    application: async ({ id }, now) => {
      const row = await db.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new NotHeld("unknownCase");
      return toFullReply(toApplication(row), todayOf(now));
    },
    disputeFacts: async (query, now) => {
      const facts = toDisputeFacts(await disputesOf(db, query), todayOf(now));
      return facts.filter(({ quarter }) => isAsked(query, quarter)).sort(byDisputeFactKey);
    },
    disputes: (query) => readDisputes(db, query),
    mockInspections: (query) => readMockInspections(db, query),
    computedReport: (query, now) => readComputedReport(db, query, todayOf(now)),
    computedReportCell: (query, now) => readCell(db, query, todayOf(now)),
  };
}

function isAsked({ quarter }: FlowQuery, candidate: FlowQuery["quarter"][number]): boolean {
  return quarter.length === 0 || quarter.includes(candidate);
}

async function openApplications(db: Kysely<Database>, query: UnitQuery): Promise<Application[]> {
  const rows = await db
    .selectFrom("application")
    .selectAll()
    .where("closed_on", "is", null)
    .where((eb) => isOfUnits(db, eb, query))
    .execute();
  return rows.map(toApplication);
}

async function readFacts(db: Kysely<Database>, query: FlowQuery, today: string): Promise<ApplicationFact[]> {
  const rows = await db
    .selectFrom("application_count")
    .innerJoin("application", "application.id", "application_count.application_id")
    .where((eb) => isOfUnits(db, eb, query))
    .where((eb) => (query.quarter.length === 0 ? eb.and([]) : eb("quarter", "in", query.quarter)))
    .select((eb) => [
      "quarter",
      "unit_id",
      "applicant_kind",
      "application_count.outcome",
      "timeliness",
      eb.fn.sum("received").as("received"),
      eb.fn.sum("carried_over").as("carried_over"),
      eb.fn.sum("due").as("due"),
    ])
    .groupBy(["quarter", "unit_id", "applicant_kind", "application_count.outcome", "timeliness"])
    .execute();
  const closed = rows.map((row) => ({
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    applicantKind: row.applicant_kind,
    outcome: row.outcome,
    timeliness: row.timeliness,
    // PostgreSQL sends sums as text.
    received: Number(row.received),
    carriedOver: Number(row.carried_over),
    due: Number(row.due),
  }));
  const open = (await openApplications(db, query)).flatMap((application) => factsOf(application, today));
  return addFacts([...closed, ...open.filter(({ quarter }) => isAsked(query, quarter))]).sort(byFactKey);
}

async function readReplyTimes(
  db: Kysely<Database>,
  query: FlowQuery,
): Promise<ReplyOf<Contract["applicationReplyTimes"]>> {
  let select = db
    .selectFrom("application")
    .where((eb) => isOfUnits(db, eb, query))
    .where("reply_quarter", "is not", null);
  if (query.quarter.length > 0) select = select.where("reply_quarter", "in", query.quarter);
  const rows = await select
    .select((eb) => ["reply_quarter", "unit_id", "reply_days", "extended", "late", eb.fn.countAll().as("applications")])
    .groupBy(["reply_quarter", "unit_id", "reply_days", "extended", "late"])
    .execute();
  return rows
    .map((row) => ({
      quarter: readQuarter(row.reply_quarter ?? ""),
      unitId: row.unit_id,
      workingDays: row.reply_days ?? 0,
      extended: row.extended === 1,
      late: row.late === 1,
      applications: Number(row.applications),
    }))
    .sort(byReplyTimeKey);
}

async function disputesOf(db: Kysely<Database>, query: UnitQuery) {
  const rows = await db
    .selectFrom("dispute")
    .selectAll()
    .where((eb) => isOfUnits(db, eb, query))
    .execute();
  return rows.map(toDispute);
}

async function readDisputes(db: Kysely<Database>, query: FlowQuery): Promise<ReplyOf<Contract["disputes"]>> {
  const disputes = (await disputesOf(db, query)).filter(
    (dispute) => query.quarter.length === 0 || query.quarter.some((quarter) => touchesQuarter(dispute, quarter)),
  );
  const ids = new Set(disputes.flatMap(({ applicationId }) => applicationId ?? []));
  const rows = await db
    .selectFrom("application")
    .selectAll()
    .where("id", "in", (eb) =>
      eb.selectFrom("dispute").select("dispute.application_id").$castTo<{ application_id: string }>(),
    )
    .execute();
  const found = new Map(rows.filter(({ id }) => ids.has(id)).map((row) => [row.id, toApplication(row)]));
  return toDisputeRows(disputes, (id) => found.get(id));
}

async function readMockInspections(
  db: Kysely<Database>,
  query: QueryOf<Contract["mockInspections"]>,
): Promise<ReplyOf<Contract["mockInspections"]>> {
  let select = db
    .selectFrom("mock_inspection")
    .selectAll()
    .where((eb) => isOfUnits(db, eb, query))
    .orderBy("year")
    .orderBy("round")
    .orderBy("unit_id");
  if (query.year.length > 0) select = select.where("year", "in", query.year.map(Number));
  return (await select.execute()).map(toMockInspection);
}

type Owned = ExpressionBuilder<Database, "application" | "dispute" | "mock_inspection">;

function isOfUnits(db: Kysely<Database>, builder: unknown, query: UnitQuery): Expression<SqlBool> {
  const eb = builder as Owned;
  const conditions: Expression<SqlBool>[] = [];
  if (query.unit.length > 0) conditions.push(eb("unit_id", "in", query.unit));
  if (query.side !== undefined || query.unitClass !== undefined)
    conditions.push(eb("unit_id", "in", unitsAsked(db, query)));
  return eb.and(conditions);
}
