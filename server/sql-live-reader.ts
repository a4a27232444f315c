import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import type { DeductionTotal } from "#domain/finding.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import { withLastEntry } from "#domain/finding-log.ts";
import type { Inspection } from "#domain/inspection.ts";
import { previousQuarter, type Quarter, quarterSchema } from "#domain/quarter.ts";
import type { Scheme } from "#domain/scheme.ts";
import { type Source, sourceTopicSchema } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { escalatedReader, toOverdue, withEscalation } from "./escalation.ts";
import { readQuarterLogs, withLastEntries } from "./finding-log-writer.ts";
import { toCoverage, toFinding } from "./finding-tables.ts";
import type { LiveReader } from "./frozen-reader.ts";
import type { Database } from "./ledger-tables.ts";
import { readCursor } from "./page-cursor.ts";
import type { LiveQuarter } from "./publication.ts";
import { readQuarter, toInspection, toScheme, toSource, toUnit } from "./register-tables.ts";
import { unitsAsked } from "./units-asked.ts";

type FindingQuery = QueryOf<Contract["findings"]>;
type TotalQuery = QueryOf<Contract["deductionTotals"]>;

/** The rows of the ledger, as imports and decisions left them: the database adds, the domain judges. */
export function sqlLiveReader(db: Kysely<Database>): LiveReader {
  const live: LiveReader = {
    units: () => readUnits(db),
    schemes: () => readSchemes(db),
    inspections: () => readInspections(db),
    coverage: async (quarters, frozen) => {
      let select = db.selectFrom("coverage").selectAll().orderBy("quarter").orderBy("unit_id");
      if (quarters.length > 0) select = select.where("quarter", "in", quarters);
      if (frozen.length > 0) select = select.where("quarter", "not in", frozen);
      return (await select.execute()).map(toCoverage);
    },
    deductionTotals: (query, frozen) => readTotals(db, query, frozen),
    findings: (query, frozen) => readFindings(db, query, frozen),
    quarter: (quarter) => readLiveQuarter(db, quarter),
  };
  return escalatedReader(live, () => escalatedQuarters(db));
}

export async function readUnits(db: Kysely<Database>): Promise<Unit[]> {
  return (await db.selectFrom("unit").selectAll().orderBy("sort_order").orderBy("id").execute()).map(toUnit);
}

export async function readSchemes(db: Kysely<Database>): Promise<Scheme[]> {
  return (await db.selectFrom("scheme").selectAll().orderBy("effective_from").orderBy("id").execute()).map(toScheme);
}

export async function readInspections(db: Kysely<Database>): Promise<Inspection[]> {
  return (await db.selectFrom("inspection").selectAll().orderBy("quarter").execute()).map(toInspection);
}

export async function readSources(db: Kysely<Database>): Promise<Source[]> {
  const sources = (await db.selectFrom("source").selectAll().execute()).map(toSource);
  return sourceTopicSchema.options.flatMap((topic) => sources.filter((source) => source.topic === topic));
}

/** One quarter with everything that a publication of it would freeze; null without an inspection or its scheme. */
export async function readLiveQuarter(db: Kysely<Database>, quarter: Quarter): Promise<LiveQuarter | null> {
  const round = await db.selectFrom("inspection").selectAll().where("quarter", "=", quarter).executeTakeFirst();
  if (round === undefined) return null;
  const scheme = await db.selectFrom("scheme").selectAll().where("id", "=", round.scheme_id).executeTakeFirst();
  if (scheme === undefined) return null;
  const coverage = await db
    .selectFrom("coverage")
    .selectAll()
    .where("quarter", "=", quarter)
    .orderBy("unit_id")
    .execute();
  const findings = await db.selectFrom("finding").selectAll().where("quarter", "=", quarter).orderBy("id").execute();
  const logs = await readQuarterLogs(db, quarter);
  const live: LiveQuarter = {
    inspection: toInspection(round),
    scheme: toScheme(scheme),
    units: await readUnits(db),
    coverage: coverage.map(toCoverage),
    totals: await readTotals(db, { quarter: [quarter], unit: [] }, []),
    findings: findings.map((row) => withLastEntry(toFinding(row), logs.get(row.id))),
    sources: await readSources(db),
  };
  return live.scheme.escalation === undefined ? live : withEscalation(live, await readEscalationFacts(db, live));
}

/** Quarters whose scheme has rules for further deductions; the column of the scheme is JSON text. */
async function escalatedQuarters(db: Kysely<Database>): Promise<Quarter[]> {
  const rows = await db
    .selectFrom("inspection")
    .innerJoin("scheme", "scheme.id", "inspection.scheme_id")
    .select("inspection.quarter")
    .where("scheme.content", "like", '%"escalation":{%')
    .execute();
  return rows.map((row) => readQuarter(row.quarter));
}

/** The quarter before, what was returned and not put right, and the serious errors that missed their limit. */
async function readEscalationFacts(db: Kysely<Database>, { inspection }: LiveQuarter) {
  const { quarter, periodEnd } = inspection;
  const before = await db.selectFrom("finding").selectAll().where("quarter", "=", previousQuarter(quarter)).execute();
  const returned = await db
    .selectFrom("finding_event")
    .innerJoin("finding", "finding.id", "finding_event.finding_id")
    .select("finding_event.finding_id")
    .where("finding.quarter", "=", quarter)
    .where("finding_event.kind", "=", "returnedUnfixed")
    .execute();
  const cases = await db
    .selectFrom("rectification_case")
    .select(["id", "unit_id", "url", "due_at", "reported", "first_on_time"])
    .where("severity_now", "=", "serious")
    .where("due_quarter", "=", quarter)
    .orderBy("id")
    .execute();
  return {
    before: before.map(toFinding),
    returned: new Set(returned.map((row) => row.finding_id)),
    overdue: toOverdue(
      cases.map((row) => ({
        id: row.id,
        unitId: row.unit_id,
        url: row.url,
        dueAt: row.due_at ?? "",
        firstOnTime: row.reported === 1 ? row.first_on_time === 1 : null,
      })),
      periodEnd,
    ),
  };
}

async function readFindings(
  db: Kysely<Database>,
  query: FindingQuery,
  frozen: readonly Quarter[],
): Promise<{ rows: ListedFinding[]; total: number }> {
  const cursor = query.after === undefined ? undefined : readCursor(query.after, quarterSchema);
  const { total } = await db
    .selectFrom("finding")
    .select((eb) => eb.fn.countAll().as("total"))
    .where((eb) => isPicked(db, eb, query, frozen))
    .executeTakeFirstOrThrow();
  let select = db
    .selectFrom("finding")
    .selectAll()
    .where((eb) => isPicked(db, eb, query, frozen))
    .orderBy("quarter", "desc")
    .orderBy("id")
    .limit(query.limit + 1);
  if (cursor !== undefined)
    select = select.where((eb) =>
      eb.or([eb("quarter", "<", cursor[0]), eb.and([eb("quarter", "=", cursor[0]), eb("id", ">", cursor[1])])]),
    );
  return { rows: await withLastEntries(db, (await select.execute()).map(toFinding)), total: Number(total) };
}

async function readTotals(
  db: Kysely<Database>,
  query: TotalQuery,
  frozen: readonly Quarter[],
): Promise<DeductionTotal[]> {
  const rows = await db
    .selectFrom("finding")
    .where("status", "!=", "exempted")
    .where((eb) => isPicked(db, eb, query, frozen))
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
  frozen: readonly Quarter[],
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (query.quarter.length > 0) conditions.push(eb("quarter", "in", query.quarter));
  if (frozen.length > 0) conditions.push(eb("quarter", "not in", frozen));
  if (query.unit.length > 0) conditions.push(eb("unit_id", "in", query.unit));
  if (query.side !== undefined || query.unitClass !== undefined)
    conditions.push(eb("unit_id", "in", unitsAsked(db, query)));
  if ("indicator" in query && query.indicator.length > 0) conditions.push(eb("indicator_id", "in", query.indicator));
  if ("status" in query && query.status.length > 0) conditions.push(eb("status", "in", query.status));
  return eb.and(conditions);
}
