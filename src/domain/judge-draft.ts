import type { DraftNaming, DraftRemoval, DraftToSave, RemovedDraft, SavedDraft } from "./saved-draft.ts";
import type { Scheme } from "./scheme.ts";
import { applyChanges, onlyDifferences, readChanges, type SchemeChange, writeChanges } from "./scheme-draft.ts";
import { formatShanghai } from "./shanghai-time.ts";

export type DraftRefusalCode =
  | "draftKeyReused"
  | "draftNameTaken"
  | "draftRenamed"
  | "draftRemoved"
  | "unknownScheme"
  | "draftInvalid"
  | "draftEmpty";

interface DraftRefusal {
  accepted: false;
  code: DraftRefusalCode;
  reason: string;
}

export type DraftJudgement = { accepted: true; repeated: boolean; saved: SavedDraft } | DraftRefusal;

export type RemovalJudgement = { accepted: true; repeated: boolean; removed: RemovedDraft } | DraftRefusal;

/** Draft versions as they are kept, and those that were removed. */
export interface DraftShelf {
  held: readonly SavedDraft[];
  removed: readonly RemovedDraft[];
}

/** Judges a draft against the scheme it changes and the drafts that are kept. The same key and content change nothing. */
export function judgeDraft(
  scheme: Scheme | undefined,
  { held, removed }: DraftShelf,
  draft: DraftToSave,
  now: string,
): DraftJudgement {
  const gone = removed.find(({ id }) => id === draft.id);
  if (gone !== undefined) return refuseRemoved(gone);
  const known = held.find((saved) => saved.id === draft.id);
  if (known !== undefined) {
    if (isSame(known, draft)) return { accepted: true, repeated: true, saved: known };
    return { accepted: false, code: "draftKeyReused", reason: "同一编号已存了别的草稿。" };
  }
  if (scheme === undefined) return { accepted: false, code: "unknownScheme", reason: "没有这个版本的考核方案。" };
  const { value, ignored } = readChanges(draft.changes);
  const { refused } = applyChanges(scheme, value);
  if (ignored.length + refused.length > 0)
    return {
      accepted: false,
      code: "draftInvalid",
      reason: `有 ${ignored.length + refused.length} 处改动本方案没有这一项，或数值不成立。`,
    };
  const changes = onlyDifferences(scheme, value);
  if (changes.length === 0)
    return { accepted: false, code: "draftEmpty", reason: "与现行规则没有差别，不必另存草稿。" };
  if (isTaken(held, draft)) return refuseTaken(draft.name);
  return { accepted: true, repeated: false, saved: { ...draft, changes: writeChanges(changes), savedAt: now } };
}

function isSame(saved: SavedDraft, draft: DraftToSave): boolean {
  return (
    saved.schemeId === draft.schemeId &&
    saved.name === draft.name &&
    saved.by === draft.by &&
    saved.changes === writeChanges(readChanges(draft.changes).value)
  );
}

/**
 * Judges a new name. A draft that bears it already is named again without effect; one that somebody else renamed or
 * removed meanwhile is refused, because whoever asks saw another draft than the one that stands. null when none was ever
 * kept under the id.
 */
export function judgeNaming(
  { held, removed }: DraftShelf,
  id: string,
  { name, was }: DraftNaming,
): DraftJudgement | null {
  const gone = removed.find((entry) => entry.id === id);
  if (gone !== undefined) return refuseRemoved(gone);
  const known = held.find((entry) => entry.id === id);
  if (known === undefined) return null;
  if (known.name === name) return { accepted: true, repeated: true, saved: known };
  if (known.name !== was) return refuseRenamed(was, known.name);
  if (isTaken(held, { id, schemeId: known.schemeId, name })) return refuseTaken(name);
  return { accepted: true, repeated: false, saved: { ...known, name } };
}

/** Judges a removal, as `judgeNaming` judges a name: removed again it changes nothing. */
export function judgeRemoval(
  { held, removed }: DraftShelf,
  id: string,
  { was, by }: DraftRemoval,
  now: string,
): RemovalJudgement | null {
  const gone = removed.find((entry) => entry.id === id);
  if (gone !== undefined) return { accepted: true, repeated: true, removed: gone };
  const known = held.find((entry) => entry.id === id);
  if (known === undefined) return null;
  if (known.name !== was) return refuseRenamed(was, known.name);
  return { accepted: true, repeated: false, removed: { id, name: known.name, by, removedAt: now } };
}

function isTaken(held: readonly SavedDraft[], { id, schemeId, name }: Pick<SavedDraft, "id" | "schemeId" | "name">) {
  return held.some((saved) => saved.id !== id && saved.schemeId === schemeId && saved.name === name);
}

function refuseTaken(name: string): DraftRefusal {
  return { accepted: false, code: "draftNameTaken", reason: `已有名为“${name}”的草稿，请换个名称。` };
}

function refuseRenamed(was: string, name: string): DraftRefusal {
  return { accepted: false, code: "draftRenamed", reason: `“${was}”已改名为“${name}”，请核对后再办。` };
}

function refuseRemoved({ name, by, removedAt }: RemovedDraft): DraftRefusal {
  const reason = `草稿“${name}”已由${by}于 ${formatShanghai(removedAt)} 删除；需要时请另存一份。`;
  return { accepted: false, code: "draftRemoved", reason };
}

/** The changes of a saved draft that its scheme can still take. */
export function changesOf(saved: SavedDraft, scheme: Scheme): SchemeChange[] {
  const { value } = readChanges(saved.changes);
  const { refused } = applyChanges(scheme, value);
  return value.filter((change) => !refused.includes(change));
}
