import type { Transaction } from "kysely";
import { type Application, replyOf } from "#domain/application.ts";
import { factsOf } from "#domain/application-facts.ts";
import { toCountRow } from "./application-tables.ts";
import type { Database } from "./ledger-tables.ts";

/** 7 columns × 2,000 rows stay below the 32,766 parameters that SQLite takes in one statement. */
const BATCH = 2_000;

/** Writes the facts of the closed applications among those that a ledger brought, in place of what was there. */
export async function writeApplicationCounts(
  trx: Transaction<Database>,
  applications: readonly Application[],
): Promise<void> {
  const ids = [...new Set(applications.map(({ id }) => id))];
  for (let start = 0; start < ids.length; start += BATCH)
    await trx
      .deleteFrom("application_count")
      .where("application_id", "in", ids.slice(start, start + BATCH))
      .execute();
  // The last row of a number holds, as everywhere in a ledger.
  const byId = new Map(applications.map((application) => [application.id, application]));
  const counts = [...byId.values()].flatMap((application) => {
    const reply = replyOf(application);
    return reply === null ? [] : factsOf(application, reply.on).map((fact) => toCountRow(application.id, fact));
  });
  for (let start = 0; start < counts.length; start += BATCH)
    await trx
      .insertInto("application_count")
      .values(counts.slice(start, start + BATCH))
      .execute();
}
