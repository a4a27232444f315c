import { expect, it } from "vitest";
import { judgeDraft } from "./judge-draft.ts";
import type { DraftToSave, SavedDraft } from "./saved-draft.ts";
import { aScheme } from "./test-builders.ts";

const NOW = "2026-11-16T01:30:00.000Z";
const scheme = aScheme();
const draft: DraftToSave = {
  id: "key-0001",
  schemeId: "s1",
  name: "收紧答复扣分",
  changes: "1;e:i1:0.5",
  by: "区政府办公室",
};
const saved: SavedDraft = { ...draft, savedAt: NOW };

function refusalOf(change: Partial<DraftToSave>, held: readonly SavedDraft[] = [], base = [scheme]) {
  const judgement = judgeDraft(base[0], held, { ...draft, ...change }, NOW);
  return judgement.accepted ? null : judgement.code;
}

it("keeps a draft under its name, with the moment of the server", () => {
  expect(judgeDraft(scheme, [], draft, NOW)).toEqual({ accepted: true, repeated: false, saved });
});

it("the same key with the same content again changes nothing, with another content it is refused", () => {
  expect(judgeDraft(scheme, [saved], draft, "2026-12-01T00:00:00.000Z")).toEqual({
    accepted: true,
    repeated: true,
    saved,
  });
  expect(refusalOf({ name: "另一份" }, [saved])).toBe("draftKeyReused");
});

it("takes no name twice for one scheme", () => {
  expect(refusalOf({ id: "key-0002" }, [saved])).toBe("draftNameTaken");
  expect(refusalOf({ id: "key-0002", name: "另一份" }, [saved])).toBeNull();
});

it("refuses what the scheme cannot take, what means nothing and what changes nothing", () => {
  expect(refusalOf({}, [], [])).toBe("unknownScheme");
  expect(refusalOf({ changes: "1;p:nobody:3" })).toBe("draftInvalid");
  expect(refusalOf({ changes: "<script>" })).toBe("draftInvalid");
  expect(refusalOf({ changes: "1;e:i1:1" })).toBe("draftEmpty");
});
