import type { DraftShelf } from "#domain/judge-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import { recordDraftName, recordDraftRemoval, recordDraftVersion } from "#server/scheme-draft.ts";
import type { LedgerReader, LedgerRecorder } from "#server/store.ts";
import { byText } from "./by-text.ts";

type DraftWrites = "saveSchemeDraft" | "nameSchemeDraft" | "removeSchemeDraft";

interface DraftKeeper {
  answers: Pick<LedgerReader, "schemeDrafts"> & Pick<LedgerRecorder, DraftWrites>;
  forget: () => void;
}

const EMPTY_SHELF: DraftShelf = { held: [], removed: [] };

/** Nothing can come between reading and writing: both happen in one turn, once the schemes are here. */
export function draftKeeper(schemes: () => Promise<readonly Scheme[]>): DraftKeeper {
  let shelf = EMPTY_SHELF;
  const without = (id: string) => shelf.held.filter((draft) => draft.id !== id);
  return {
    answers: {
      schemeDrafts: async () => [...shelf.held].sort((a, b) => byText(b.savedAt, a.savedAt) || byText(a.id, b.id)),
      saveSchemeDraft: async (_query, draft, clock) => {
        const known = await schemes();
        const written = recordDraftVersion(known, shelf, draft, clock().toISOString());
        if (!written.repeated) shelf = { ...shelf, held: [...shelf.held, written.reply] };
        return written;
      },
      nameSchemeDraft: async ({ id }, naming) => {
        const written = recordDraftName(shelf, id, naming);
        shelf = { ...shelf, held: [...without(id), written.reply] };
        return written;
      },
      removeSchemeDraft: async ({ id }, removal, clock) => {
        const written = recordDraftRemoval(shelf, id, removal, clock().toISOString());
        if (!written.repeated) shelf = { held: without(id), removed: [...shelf.removed, written.reply] };
        return written;
      },
    },
    forget: () => {
      shelf = EMPTY_SHELF;
    },
  };
}
