import type { SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import { recordDraftVersion } from "#server/scheme-draft-writer.ts";
import type { LedgerReader, LedgerRecorder } from "#server/store.ts";
import { byText } from "./by-text.ts";

interface DraftKeeper {
  answers: Pick<LedgerReader, "schemeDrafts"> & Pick<LedgerRecorder, "saveSchemeDraft">;
  forget: () => void;
}

/** Nothing can come between reading and writing: both happen in one turn, once the schemes are here. */
export function draftKeeper(schemes: () => Promise<readonly Scheme[]>): DraftKeeper {
  let drafts: readonly SavedDraft[] = [];
  return {
    answers: {
      schemeDrafts: async () => [...drafts].sort((a, b) => byText(b.savedAt, a.savedAt) || byText(a.id, b.id)),
      saveSchemeDraft: async (_query, draft, clock) => {
        const known = await schemes();
        const written = recordDraftVersion(known, drafts, draft, clock().toISOString());
        if (!written.repeated) drafts = [...drafts, written.reply];
        return written;
      },
    },
    forget: () => {
      drafts = [];
    },
  };
}
