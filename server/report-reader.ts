import type { Kysely } from "kysely";
import { judgeReports } from "#domain/judge-reports.ts";
import { onlyRows } from "#domain/report-rows.ts";
import type { Database } from "./ledger-tables.ts";
import { toNote } from "./report-note-tables.ts";
import { toAnnualReport, toHeading } from "./report-tables.ts";
import type { LedgerReader } from "./store.ts";

type ReportRead = "annualReportHeadings" | "annualReports" | "annualReportVerdicts" | "annualReportNotes";

/** Annual reports as they are held; whether they reconcile is the domain's to say. */
export function reportReader(db: Kysely<Database>): Pick<LedgerReader, ReportRead> {
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
    annualReports: async ({ body, year, row }) => {
      const reports = await readReports(db, body, year.map(Number));
      return reports.map((report) => onlyRows(report, row));
    },
    annualReportVerdicts: async ({ year }) => {
      const years = year.map(Number);
      const reports = await readReports(db, undefined, [...years, ...years.map((asked) => asked - 1)]);
      return judgeReports(reports, years);
    },
    annualReportNotes: async ({ body, year }) => {
      let select = db.selectFrom("report_note").selectAll().orderBy("body_id").orderBy("year").orderBy("sequence");
      if (body !== undefined) select = select.where("body_id", "=", body);
      if (year.length > 0) select = select.where("year", "in", year.map(Number));
      return (await select.execute()).map(toNote);
    },
  };
}

/** By body and year; no body or no year asked for means all. */
async function readReports(db: Kysely<Database>, body: string | undefined, years: readonly number[]) {
  let select = db.selectFrom("annual_report").selectAll().orderBy("body_id").orderBy("year");
  if (body !== undefined) select = select.where("body_id", "=", body);
  if (years.length > 0) select = select.where("year", "in", years);
  return (await select.execute()).map(toAnnualReport);
}
