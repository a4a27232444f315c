import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import type { DeductionTotal } from "#domain/finding.ts";
import { quarterSchema } from "#domain/quarter.ts";
import { sourceTopicSchema } from "#domain/source.ts";
import {
  type Database,
  readQuarter,
  toAnnualReport,
  toCoverage,
  toFinding,
  toHeading,
  toInspection,
  toScheme,
  toSource,
  toUnit,
} from "./ledger-tables.ts";
import { clearLedger, writeLedger } from "./ledger-writer.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import { caseRecords, rectificationReader } from "./rectification-reader.ts";
import { recordEvent } from "./rectification-writer.ts";
import type { LedgerReader, Store } from "./store.ts";
import { unitsAsked } from "./units-asked.ts";

type FindingQuery = QueryOf<Contract["findings"]>;
type TotalQuery = QueryOf<Contract["deductionTotals"]>;

/** The store over SQLite or PostgreSQL: the database adds, the domain judges. */
export function sqlStore(db: Kysely<Database>): Store {
  return {
    ...registerReader(db),
    ...reportReader(db),
    ...rectificationReader(db),
    caseRecords: () => caseRecords(db),
    recordRectificationEvent: ({ id }, draft, clock) =>
      db.transaction().execute((trx) => recordEvent(trx, { id, draft, clock })),
    findings: (query) => readFindings(db, query),
    deductionTotals: (query) => readTotals(db, query),
    applyLedger: (ledger, origin, options) =>
      db.transaction().execute(async (trx) => {
        if (options?.replaceAll) await clearLedger(trx);
        return writeLedger(trx, ledger, origin);
      }),
    clear: () => db.transaction().execute(clearLedger),
    close: () => db.destroy(),
  };
}

function registerReader(
  db: Kysely<Database>,
): Pick<LedgerReader, "units" | "schemes" | "inspections" | "coverage" | "sources"> {
  return {
    units: async () =>
      (await db.selectFrom("unit").selectAll().orderBy("sort_order").orderBy("id").execute()).map(toUnit),
    schemes: async () =>
      (await db.selectFrom("scheme").selectAll().orderBy("effective_from").orderBy("id").execute()).map(toScheme),
    inspections: async () =>
      (await db.selectFrom("inspection").selectAll().orderBy("quarter").execute()).map(toInspection),
    coverage: async ({ quarter }) => {
      let select = db.selectFrom("coverage").selectAll().orderBy("quarter").orderBy("unit_id");
      if (quarter.length > 0) select = select.where("quarter", "in", quarter);
      return (await select.execute()).map(toCoverage);
    },
    sources: async () => {
      const sources = (await db.selectFrom("source").selectAll().execute()).map(toSource);
      return sourceTopicSchema.options.flatMap((topic) => sources.filter((source) => source.topic === topic));
    },
  };
}

function reportReader(db: Kysely<Database>): Pick<LedgerReader, "annualReportHeadings" | "annualReports"> {
  return {
    annualReportHeadings: async () => {
      const rows = await db
        .selectFrom("annual_report")
        .select(["body_id", "body_name", "level", "year", "form"])
        .orderBy((eb) => eb.case().when("level", "=", "rollUp").then(0).else(1).end())
        .orderBy("body_id")
        .orderBy("year", "desc")
        .execute();
      return rows.map(toHeading);
    },
    annualReports: async ({ body, year }) => {
      let select = db.selectFrom("annual_report").selectAll().where("body_id", "=", body).orderBy("year");
      if (year.length > 0) select = select.where("year", "in", year.map(Number));
      return (await select.execute()).map(toAnnualReport);
    },
  };
}

async function readFindings(db: Kysely<Database>, query: FindingQuery) {
  const cursor = query.after === undefined ? undefined : readCursor(query.after, quarterSchema);
  const { total } = await db
    .selectFrom("finding")
    .select((eb) => eb.fn.countAll().as("total"))
    .where((eb) => isPicked(db, eb, query))
    .executeTakeFirstOrThrow();
  let select = db
    .selectFrom("finding")
    .selectAll()
    .where((eb) => isPicked(db, eb, query))
    .orderBy("quarter", "desc")
    .orderBy("id")
    .limit(query.limit + 1);
  if (cursor !== undefined)
    select = select.where((eb) =>
      eb.or([eb("quarter", "<", cursor[0]), eb.and([eb("quarter", "=", cursor[0]), eb("id", ">", cursor[1])])]),
    );
  const found = (await select.execute()).map(toFinding);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  const hasMore = found.length > rows.length && last !== undefined;
  return { rows, total: Number(total), next: hasMore ? writeCursor([last.quarter, last.id]) : null };
}

async function readTotals(db: Kysely<Database>, query: TotalQuery): Promise<DeductionTotal[]> {
  const rows = await db
    .selectFrom("finding")
    .where("status", "!=", "exempted")
    .where((eb) => isPicked(db, eb, query))
    .groupBy(["quarter", "unit_id", "indicator_id"])
    .orderBy("quarter")
    .orderBy("unit_id")
    .orderBy("indicator_id")
    .select((eb) => {
      const isConfirmed = () => eb.case().when("status", "=", "confirmed");
      return [
        "quarter",
        "unit_id",
        "indicator_id",
        eb.fn.sum(isConfirmed().then(eb.ref("points")).else(eb.lit(0)).end()).as("confirmed"),
        eb.fn.sum(isConfirmed().then(eb.lit(0)).else(eb.ref("points")).end()).as("disputed"),
        eb.fn.sum(isConfirmed().then(eb.lit(1)).else(eb.lit(0)).end()).as("confirmed_count"),
        eb.fn.countAll().as("all_count"),
      ];
    })
    .execute();
  return rows.map((row) => ({
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    indicatorId: row.indicator_id,
    // PostgreSQL sends sums as text.
    confirmed: Number(row.confirmed),
    disputed: Number(row.disputed),
    confirmedCount: Number(row.confirmed_count),
    disputedCount: Number(row.all_count) - Number(row.confirmed_count),
  }));
}

/** The conditions that totals and findings share, and the two that only findings know. */
function isPicked(
  db: Kysely<Database>,
  eb: ExpressionBuilder<Database, "finding">,
  query: TotalQuery | FindingQuery,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (query.quarter.length > 0) conditions.push(eb("quarter", "in", query.quarter));
  if (query.unit.length > 0) conditions.push(eb("unit_id", "in", query.unit));
  if (query.side !== undefined || query.unitClass !== undefined)
    conditions.push(eb("unit_id", "in", unitsAsked(db, query)));
  if ("indicator" in query && query.indicator.length > 0) conditions.push(eb("indicator_id", "in", query.indicator));
  if ("status" in query && query.status.length > 0) conditions.push(eb("status", "in", query.status));
  return eb.and(conditions);
}
