import type { DraftToSave, SavedDraft } from "./saved-draft.ts";
import type { Scheme } from "./scheme.ts";
import { applyChanges, onlyDifferences, readChanges, type SchemeChange, writeChanges } from "./scheme-draft.ts";

export type DraftRefusalCode = "draftKeyReused" | "draftNameTaken" | "unknownScheme" | "draftInvalid" | "draftEmpty";

export type DraftJudgement =
  | { accepted: true; repeated: boolean; saved: SavedDraft }
  | { accepted: false; code: DraftRefusalCode; reason: string };

/** Judges a draft against the scheme it changes and the drafts that are kept. The same key and content change nothing. */
export function judgeDraft(
  scheme: Scheme | undefined,
  held: readonly SavedDraft[],
  draft: DraftToSave,
  now: string,
): DraftJudgement {
  const known = held.find((saved) => saved.id === draft.id);
  if (known !== undefined) {
    if (isSame(known, draft)) return { accepted: true, repeated: true, saved: known };
    return { accepted: false, code: "draftKeyReused", reason: "同一编号已存了别的草稿；存过的不能更改。" };
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
  if (held.some((saved) => saved.schemeId === draft.schemeId && saved.name === draft.name))
    return { accepted: false, code: "draftNameTaken", reason: `已有名为“${draft.name}”的草稿，请换个名称。` };
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

/** The changes of a saved draft that its scheme can still take. */
export function changesOf(saved: SavedDraft, scheme: Scheme): SchemeChange[] {
  const { value } = readChanges(saved.changes);
  const { refused } = applyChanges(scheme, value);
  return value.filter((change) => !refused.includes(change));
}
