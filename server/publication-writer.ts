import type { Kysely, Transaction } from "kysely";
import type { Publication, PublicationDraft } from "#domain/publication.ts";
import type { Quarter } from "#domain/quarter.ts";
import type { Database } from "./ledger-tables.ts";
import { type FrozenQuarter, freezeArrival, publishDraft } from "./publication.ts";
import { readHeads } from "./publication-reader.ts";
import { toPublicationRow } from "./publication-tables.ts";
import { readQuarter } from "./register-tables.ts";
import { readLiveQuarter } from "./sql-live-reader.ts";
import type { Written } from "./store.ts";
import { NotHeld } from "./store-refusal.ts";

/**
 * Freezes every quarter that the ledger calls published, that has lines and coverage, and that nobody froze yet. A
 * quarter whose sheets come in several files is frozen with the last of them.
 */
export async function freezeArrivals(trx: Transaction<Database>): Promise<void> {
  for (const quarter of await quartersDue(trx)) {
    const live = await readLiveQuarter(trx, quarter);
    if (live !== null) await insert(trx, freezeArrival(live, await readHeads(trx)));
  }
}

async function quartersDue(db: Kysely<Database>): Promise<Quarter[]> {
  const rows = await db
    .selectFrom("inspection")
    .select("quarter")
    .where("status", "=", "published")
    .where((eb) =>
      eb.and([
        eb("quarter", "not in", eb.selectFrom("publication").select("publication.quarter")),
        eb.exists(eb.selectFrom("coverage").select("unit_id").whereRef("coverage.quarter", "=", "inspection.quarter")),
        eb.exists(eb.selectFrom("finding").select("id").whereRef("finding.quarter", "=", "inspection.quarter")),
      ]),
    )
    .orderBy("quarter")
    .execute();
  return rows.map((row) => readQuarter(row.quarter));
}

/** Publishes a quarter, or a correction of it, as it stands when the turn comes. */
export async function publishQuarter(
  trx: Transaction<Database>,
  draft: PublicationDraft,
  clock: () => Date,
): Promise<Written<Publication>> {
  const { quarter } = draft;
  // An update that changes nothing is the lock that both engines know: whoever comes second reads the first one's row.
  const locked = await trx
    .updateTable("inspection")
    .set((eb) => ({ status: eb.ref("status") }))
    .where("quarter", "=", quarter)
    .returning("quarter")
    .execute();
  const live = locked.length === 0 ? null : await readLiveQuarter(trx, quarter);
  if (live === null) throw new NotHeld("unknownQuarter");
  const { frozen, ...written } = publishDraft(live, draft, await readHeads(trx), clock().toISOString());
  if (frozen !== null) {
    await insert(trx, frozen);
    const { status, publishedOn } = frozen.content.inspection;
    await trx
      .updateTable("inspection")
      .set({ status, published_on: publishedOn })
      .where("quarter", "=", quarter)
      .execute();
  }
  return written;
}

async function insert(trx: Transaction<Database>, frozen: FrozenQuarter): Promise<void> {
  await trx.insertInto("publication").values(toPublicationRow(frozen)).execute();
}
