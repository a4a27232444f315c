import type { Kysely } from "kysely";
import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { ApplicationTally, ReportYear } from "#domain/ledger-report.ts";
import { counterOf, reportYear, resultOf, rowsFor, toComputedReport, toCounted } from "#domain/ledger-report.ts";
import { toCellPage } from "./application-answers.ts";
import { toApplication, toDispute } from "./application-tables.ts";
import type { Database } from "./ledger-tables.ts";
import { NotHeld } from "./store-refusal.ts";

type BodyQuery = QueryOf<Contract["computedReport"]>;
type Heading = Pick<AnnualReport, "bodyId" | "bodyName" | "level" | "year">;

/** Tables 三 and 四 from sums: the database counts by kind, arrival and outcome, the domain lays out the form. */
export async function readComputedReport(
  db: Kysely<Database>,
  query: BodyQuery,
  today: string,
): Promise<ReplyOf<Contract["computedReport"]>> {
  const heading = await headingOf(db, query);
  const span = reportYear(heading.year, today);
  const applications = await tallies(db, heading, span);
  const disputes = new Map<string, { kind: string; result: string; disputes: number }>();
  for (const dispute of await disputesOf(db, heading)) {
    const result = resultOf(dispute, span);
    if (result === null) continue;
    const key = `${dispute.kind}|${result}`;
    const sum = disputes.get(key) ?? { kind: dispute.kind, result, disputes: 0 };
    disputes.set(key, { ...sum, disputes: sum.disputes + 1 });
  }
  const { first } = await ofBody(db, heading)
    .select((eb) => eb.fn.min("effective_on").as("first"))
    .executeTakeFirstOrThrow();
  const counts = { applications, disputes: [...disputes.values()], ledgerFrom: first };
  return toComputedReport(heading, counts, today);
}

/** What stands behind one cell. */
export async function readCell(
  db: Kysely<Database>,
  query: QueryOf<Contract["computedReportCell"]>,
  today: string,
): Promise<ReplyOf<Contract["computedReportCell"]>> {
  const heading = await headingOf(db, query);
  const span = reportYear(heading.year, today);
  const counter = counterOf(query.cell, span);
  if (counter === null) return toCellPage([], query);
  if (counter.kind === "dispute") {
    const disputes = (await disputesOf(db, heading)).filter(counter.counts);
    return toCellPage(
      disputes.map(({ id, unitId, filedOn, concludedOn }) => ({
        kind: "dispute",
        id,
        unitId,
        from: filedOn,
        to: concludedOn,
      })),
      query,
    );
  }
  const rows = await inYear(db, heading, span).selectAll().execute();
  const entries = rows.flatMap((row) => toCounted(toApplication(row)) ?? []).filter(counter.counts);
  return toCellPage(
    entries.map(({ id, unitId, receivedOn, closedOn }) => ({
      kind: "application",
      id,
      unitId,
      from: receivedOn,
      to: closedOn,
    })),
    query,
  );
}

/** A unit of the register, or a body that has handed in a roll-up: then everything the ledger holds. */
async function headingOf(db: Kysely<Database>, { body, year }: BodyQuery): Promise<Heading> {
  const unit = await db.selectFrom("unit").select("name").where("id", "=", body).executeTakeFirst();
  if (unit !== undefined) return { bodyId: body, bodyName: unit.name, level: "unit", year: Number(year) };
  const rollUp = await db
    .selectFrom("annual_report")
    .select("body_name")
    .where("body_id", "=", body)
    .where("level", "=", "rollUp")
    .orderBy("year", "desc")
    .executeTakeFirst();
  if (rollUp === undefined) throw new NotHeld("unknownBody");
  return { bodyId: body, bodyName: rollUp.body_name, level: "rollUp", year: Number(year) };
}

function ofBody(db: Kysely<Database>, { bodyId, level }: Heading) {
  const select = db.selectFrom("application");
  return level === "unit" ? select.where("unit_id", "=", bodyId) : select;
}

function inYear(db: Kysely<Database>, heading: Heading, { start, end }: ReportYear) {
  return ofBody(db, heading)
    .where("effective_on", "<=", end)
    .where((eb) => eb.or([eb("closed_on", "is", null), eb("closed_on", ">=", start)]));
}

async function tallies(db: Kysely<Database>, heading: Heading, span: ReportYear): Promise<ApplicationTally[]> {
  const rows = await inYear(db, heading, span)
    .select((eb) => [
      "applicant_kind",
      eb.case().when("effective_on", ">=", span.start).then(eb.lit(1)).else(eb.lit(0)).end().as("is_new"),
      eb
        .case()
        .when("closed_on", "<=", span.end)
        .then(eb.ref("outcome"))
        .else(eb.lit(null))
        .end()
        .as("outcome_in_year"),
      eb.fn.countAll().as("applications"),
    ])
    .groupBy(["applicant_kind", "is_new", "outcome_in_year"])
    .execute();
  return rows.map((row) => ({
    applicantKind: row.applicant_kind,
    rows: rowsFor(Number(row.is_new) === 1, row.outcome_in_year, heading.year),
    applications: Number(row.applications),
  }));
}

async function disputesOf(db: Kysely<Database>, { bodyId, level }: Heading) {
  let select = db.selectFrom("dispute").selectAll();
  if (level === "unit") select = select.where("unit_id", "=", bodyId);
  return (await select.execute()).map(toDispute);
}
