import { type DraftShelf, judgeDraft, judgeNaming, judgeRemoval } from "#domain/judge-draft.ts";
import type { DraftNaming, DraftRemoval, DraftToSave, RemovedDraft, SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Written } from "./store.ts";
import { Conflict, NotHeld } from "./store-refusal.ts";

/** The judgements as every store needs them; each throws `Conflict` when the wish does not fit what stands. */

export function recordDraftVersion(
  schemes: readonly Scheme[],
  shelf: DraftShelf,
  draft: DraftToSave,
  now: string,
): Written<SavedDraft> {
  const scheme = schemes.find((entry) => entry.id === draft.schemeId);
  const judgement = judgeDraft(scheme, shelf, draft, now);
  if (!judgement.accepted) throw new Conflict(judgement.code, judgement.reason);
  return { repeated: judgement.repeated, reply: judgement.saved };
}

export function recordDraftName(shelf: DraftShelf, id: string, naming: DraftNaming): Written<SavedDraft> {
  const judgement = judgeNaming(shelf, id, naming);
  if (judgement === null) throw new NotHeld("unknownDraft");
  if (!judgement.accepted) throw new Conflict(judgement.code, judgement.reason);
  return { repeated: judgement.repeated, reply: judgement.saved };
}

export function recordDraftRemoval(
  shelf: DraftShelf,
  id: string,
  removal: DraftRemoval,
  now: string,
): Written<RemovedDraft> {
  const judgement = judgeRemoval(shelf, id, removal, now);
  if (judgement === null) throw new NotHeld("unknownDraft");
  if (!judgement.accepted) throw new Conflict(judgement.code, judgement.reason);
  return { repeated: judgement.repeated, reply: judgement.removed };
}
