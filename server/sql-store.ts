import type { Kysely } from "kysely";
import { frozenReader } from "./frozen-reader.ts";
import { type Database, toAnnualReport, toHeading } from "./ledger-tables.ts";
import { clearLedger, writeLedger } from "./ledger-writer.ts";
import { sqlShelf } from "./publication-reader.ts";
import { publishQuarter } from "./publication-writer.ts";
import { caseRecords, rectificationReader } from "./rectification-reader.ts";
import { recordEvent } from "./rectification-writer.ts";
import { readSources, sqlLiveReader } from "./sql-live-reader.ts";
import type { LedgerReader, Store } from "./store.ts";

/** The store over SQLite or PostgreSQL: the database adds, the domain judges. */
export function sqlStore(db: Kysely<Database>): Store {
  const live = sqlLiveReader(db);
  return {
    ...frozenReader(sqlShelf(db), live),
    units: () => live.units(),
    sources: () => readSources(db),
    ...reportReader(db),
    ...rectificationReader(db),
    caseRecords: () => caseRecords(db),
    recordRectificationEvent: ({ id }, draft, clock) =>
      db.transaction().execute((trx) => recordEvent(trx, { id, draft, clock })),
    publish: (_query, draft, clock) => db.transaction().execute((trx) => publishQuarter(trx, draft, clock)),
    heldRegister: async () => ({
      units: await live.units(),
      schemes: await live.schemes(),
      inspections: await live.inspections(),
    }),
    applyLedger: (ledger, origin, options) =>
      db.transaction().execute(async (trx) => {
        if (options?.replaceAll) await clearLedger(trx);
        return writeLedger(trx, ledger, origin);
      }),
    clear: () => db.transaction().execute(clearLedger),
    close: () => db.destroy(),
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
