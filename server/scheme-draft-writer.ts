import type { Kysely, Transaction } from "kysely";
import { judgeDraft } from "#domain/judge-draft.ts";
import type { DraftToSave, SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Database } from "./ledger-tables.ts";
import { DraftRefused, type Written } from "./store.ts";

export interface SchemeDraftTables {
  scheme_draft: {
    id: string;
    scheme_id: string;
    name: string;
    changes: string;
    organisation: string;
    saved_at: string;
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

/** Judges on the drafts as they stand when its turn comes; two desks with one name meet at the table's constraint. */
export async function saveDraft(
  trx: Transaction<Database>,
  draft: DraftToSave,
  { schemes, clock }: { schemes: readonly Scheme[]; clock: () => Date },
): Promise<Written<SavedDraft>> {
  // An update that changes nothing is the lock that both engines know: whoever comes second reads what the first wrote.
  await trx
    .updateTable("scheme")
    .set((eb) => ({ id: eb.ref("id") }))
    .execute();
  const written = recordDraftVersion(schemes, await readDrafts(trx), draft, clock().toISOString());
  if (!written.repeated) {
    const { id, schemeId, name, changes, by, savedAt } = written.reply;
    await trx
      .insertInto("scheme_draft")
      .values({ id, scheme_id: schemeId, name, changes, organisation: by, saved_at: savedAt })
      .execute();
  }
  return written;
}

/** The judgement as both stores need it; throws `DraftRefused` when the draft cannot be kept. */
export function recordDraftVersion(
  schemes: readonly Scheme[],
  held: readonly SavedDraft[],
  draft: DraftToSave,
  now: string,
): Written<SavedDraft> {
  const scheme = schemes.find((entry) => entry.id === draft.schemeId);
  const judgement = judgeDraft(scheme, held, draft, now);
  if (!judgement.accepted) throw new DraftRefused(judgement.code, judgement.reason);
  return { repeated: judgement.repeated, reply: judgement.saved };
}
