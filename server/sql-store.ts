import type { Kysely } from "kysely";
import { applicationReader } from "./application-reader.ts";
import { readFindingLog, recordFindingEvent } from "./finding-log-writer.ts";
import { frozenReader } from "./frozen-reader.ts";
import type { Database } from "./ledger-tables.ts";
import { clearLedger, clearRectifications, writeLedger } from "./ledger-writer.ts";
import { currentHeads } from "./publication.ts";
import { readHeads, sqlShelf } from "./publication-reader.ts";
import { publishQuarter } from "./publication-writer.ts";
import { readRecheckTotals } from "./recheck-reader.ts";
import { caseRecords, rectificationReader } from "./rectification-reader.ts";
import { recordEvent } from "./rectification-writer.ts";
import { recordNote } from "./report-note-writer.ts";
import { reportReader } from "./report-reader.ts";
import { draftWriter, readDrafts } from "./scheme-draft-writer.ts";
import { readSources, sqlLiveReader } from "./sql-live-reader.ts";
import type { Store } from "./store.ts";

/** The store over SQLite or PostgreSQL: the database adds, the domain judges. */
export function sqlStore(db: Kysely<Database>): Store {
  const live = sqlLiveReader(db);
  const frozen = frozenReader(sqlShelf(db), live);
  return {
    ...frozen,
    units: () => live.units(),
    sources: () => readSources(db),
    ...reportReader(db),
    ...rectificationReader(db),
    findingIds: async () => (await db.selectFrom("finding").select("id").execute()).map((row) => row.id),
    recheckTotals: (query) => readRecheckTotals(db, query),
    ...applicationReader(db),
    findingLog: ({ id }) => readFindingLog(db, id),
    recordFindingEvent: ({ id }, draft, clock) =>
      db.transaction().execute((trx) => recordFindingEvent(trx, { id, draft, clock })),
    caseRecords: () => caseRecords(db),
    recordRectificationEvent: ({ id }, draft, clock) =>
      db.transaction().execute((trx) => recordEvent(trx, { id, draft, clock })),
    recordReportNote: ({ body, year }, draft, clock) =>
      db.transaction().execute((trx) => recordNote(trx, { body, year: Number(year), draft, clock })),
    publish: (_query, draft, clock) => db.transaction().execute((trx) => publishQuarter(trx, draft, clock)),
    schemeDrafts: () => readDrafts(db),
    ...draftWriter(db, () => frozen.schemes({})),
    heldRegister: async () => ({
      units: await live.units(),
      schemes: await live.schemes(),
      inspections: await live.inspections(),
    }),
    publishedQuarters: async () => [...currentHeads(await readHeads(db)).keys()],
    applyLedger: (ledger, origin, options) =>
      db.transaction().execute(async (trx) => {
        if (options?.replaceAll) await clearLedger(trx);
        return writeLedger(trx, ledger, origin);
      }),
    replaceRectifications: (ledger, origin) =>
      db.transaction().execute(async (trx) => {
        await clearRectifications(trx);
        return writeLedger(trx, ledger, origin);
      }),
    clear: () => db.transaction().execute(clearLedger),
    close: () => db.destroy(),
  };
}
