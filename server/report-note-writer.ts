import type { Transaction } from "kysely";
import type { NoteDraft, ReportNote } from "#domain/report-note.ts";
import type { Database } from "./ledger-tables.ts";
import { recordDraftNote } from "./report-note-log.ts";
import { toNote, toNoteRow } from "./report-note-tables.ts";
import { toAnnualReport } from "./report-tables.ts";
import type { Written } from "./store.ts";
import { NotHeld } from "./store-refusal.ts";

/** Adds a remark to the log of a report, on the log as it stands when its turn comes. */
export async function recordNote(
  trx: Transaction<Database>,
  { body, year, draft, clock }: { body: string; year: number; draft: NoteDraft; clock: () => Date },
): Promise<Written<ReportNote>> {
  // An update that changes nothing is the lock that both engines know: whoever comes second reads what the first wrote.
  const row = await trx
    .updateTable("annual_report")
    .set((eb) => ({ form: eb.ref("form") }))
    .where("body_id", "=", body)
    .where("year", "=", year)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new NotHeld("unknownReport");
  const held = await trx
    .selectFrom("report_note")
    .selectAll()
    .where("body_id", "=", body)
    .where("year", "=", year)
    .orderBy("sequence")
    .execute();
  const written = recordDraftNote(toAnnualReport(row), held.map(toNote), draft, clock().toISOString());
  if (!written.repeated) await trx.insertInto("report_note").values(toNoteRow(written.reply)).execute();
  return written;
}
