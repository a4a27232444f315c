import type { Kysely, Transaction } from "kysely";
import type { RemovedDraft, SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Database } from "./ledger-tables.ts";
import { recordDraftName, recordDraftRemoval, recordDraftVersion } from "./scheme-draft.ts";
import type { LedgerRecorder } from "./store.ts";

export interface SchemeDraftTables {
  scheme_draft: {
    id: string;
    scheme_id: string;
    name: string;
    changes: string;
    organisation: string;
    saved_at: string;
  };
  scheme_draft_removal: {
    id: string;
    name: string;
    organisation: string;
    removed_at: string;
  };
}

/** Newest first. */
export async function readDrafts(db: Kysely<Database>): Promise<SavedDraft[]> {
  const rows = await db.selectFrom("scheme_draft").selectAll().orderBy("saved_at", "desc").orderBy("id").execute();
  return rows.map(({ id, scheme_id: schemeId, name, changes, organisation: by, saved_at: savedAt }) => ({
    id,
    schemeId,
    name,
    changes,
    by,
    savedAt,
  }));
}

type DraftWrites = Pick<LedgerRecorder, "saveSchemeDraft" | "nameSchemeDraft" | "removeSchemeDraft">;

/** Each write judges the drafts as they stand when its turn comes; two desks with one name meet at the table's constraint. */
export function draftWriter(db: Kysely<Database>, schemes: () => Promise<readonly Scheme[]>): DraftWrites {
  return {
    saveSchemeDraft: async (_query, draft, clock) => {
      const known = await schemes();
      return inTurn(db, async (trx) => {
        const written = recordDraftVersion(known, await readShelf(trx), draft, clock().toISOString());
        if (!written.repeated) await insertDraft(trx, written.reply);
        return written;
      });
    },
    nameSchemeDraft: ({ id }, naming) =>
      inTurn(db, async (trx) => {
        const written = recordDraftName(await readShelf(trx), id, naming);
        if (!written.repeated)
          await trx.updateTable("scheme_draft").set({ name: naming.name }).where("id", "=", id).execute();
        return written;
      }),
    removeSchemeDraft: ({ id }, removal, clock) =>
      inTurn(db, async (trx) => {
        const written = recordDraftRemoval(await readShelf(trx), id, removal, clock().toISOString());
        if (!written.repeated) await removeDraft(trx, written.reply);
        return written;
      }),
  };
}

function inTurn<R>(db: Kysely<Database>, write: (trx: Transaction<Database>) => Promise<R>): Promise<R> {
  return db.transaction().execute(async (trx) => {
    // An update that changes nothing is the lock that both engines know: whoever comes second reads what the first wrote.
    await trx
      .updateTable("scheme")
      .set((eb) => ({ id: eb.ref("id") }))
      .execute();
    return write(trx);
  });
}

async function readShelf(trx: Transaction<Database>) {
  const removed = await trx.selectFrom("scheme_draft_removal").selectAll().execute();
  return {
    held: await readDrafts(trx),
    removed: removed.map(({ id, name, organisation: by, removed_at: removedAt }) => ({ id, name, by, removedAt })),
  };
}

async function insertDraft(trx: Transaction<Database>, draft: SavedDraft): Promise<void> {
  const { id, schemeId, name, changes, by, savedAt } = draft;
  await trx
    .insertInto("scheme_draft")
    .values({ id, scheme_id: schemeId, name, changes, organisation: by, saved_at: savedAt })
    .execute();
}

async function removeDraft(trx: Transaction<Database>, { id, name, by, removedAt }: RemovedDraft): Promise<void> {
  await trx.deleteFrom("scheme_draft").where("id", "=", id).execute();
  await trx.insertInto("scheme_draft_removal").values({ id, name, organisation: by, removed_at: removedAt }).execute();
}
