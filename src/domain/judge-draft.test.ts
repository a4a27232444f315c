import { expect, it } from "vitest";
import { judgeDraft, judgeNaming, judgeRemoval } from "./judge-draft.ts";
import type { DraftToSave, RemovedDraft, SavedDraft } from "./saved-draft.ts";
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
  const judgement = judgeDraft(base[0], { held, removed: [] }, { ...draft, ...change }, NOW);
  return judgement.accepted ? null : judgement.code;
}

it("keeps a draft under its name, with the moment of the server", () => {
  expect(judgeDraft(scheme, { held: [], removed: [] }, draft, NOW)).toEqual({ accepted: true, repeated: false, saved });
});

it("the same key with the same content again changes nothing, with another content it is refused", () => {
  expect(judgeDraft(scheme, { held: [saved], removed: [] }, draft, "2026-12-01T00:00:00.000Z")).toEqual({
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

const other: SavedDraft = { ...saved, id: "key-0002", name: "放宽年报" };
const gone: RemovedDraft = { id: "key-0003", name: "旧稿", by: "区政府办公室", removedAt: NOW };
const shelf = { held: [saved, other], removed: [gone] };

function namingOf(id: string, name: string, was = "收紧答复扣分") {
  const judgement = judgeNaming(shelf, id, { name, was });
  if (judgement === null) return null;
  return judgement.accepted ? [judgement.repeated, judgement.saved.name] : judgement.reason;
}

it("names a draft anew; the same wish again changes nothing", () => {
  expect(namingOf("key-0001", "收紧答复")).toEqual([false, "收紧答复"]);
  expect(namingOf("key-0001", "收紧答复扣分", "随便")).toEqual([true, "收紧答复扣分"]);
  expect(namingOf("nobody", "收紧答复")).toBeNull();
});

it("tells whoever comes second what the first did", () => {
  expect(namingOf("key-0001", "放宽年报")).toBe("已有名为“放宽年报”的草稿，请换个名称。");
  expect(namingOf("key-0001", "收紧答复", "从前的名")).toBe("“从前的名”已改名为“收紧答复扣分”，请核对后再办。");
  expect(namingOf("key-0003", "新稿", "旧稿")).toBe(
    "草稿“旧稿”已由区政府办公室于 2026-11-16 09:30 删除；需要时请另存一份。",
  );
});

it("the same name may stand under another scheme", () => {
  const elsewhere = { ...other, schemeId: "s2" };
  const judgement = judgeNaming({ held: [saved, elsewhere], removed: [] }, "key-0001", {
    name: "放宽年报",
    was: "收紧答复扣分",
  });
  expect(judgement).toMatchObject({ accepted: true, repeated: false });
});

it("removes a draft once, and only the one that was looked at", () => {
  const wish = { was: "收紧答复扣分", by: "区政府办公室" };
  expect(judgeRemoval(shelf, "key-0001", wish, NOW)).toEqual({
    accepted: true,
    repeated: false,
    removed: { id: "key-0001", name: "收紧答复扣分", by: "区政府办公室", removedAt: NOW },
  });
  expect(judgeRemoval(shelf, "key-0003", { ...wish, was: "旧稿" }, "2026-12-01T00:00:00.000Z")).toEqual({
    accepted: true,
    repeated: true,
    removed: gone,
  });
  expect(judgeRemoval(shelf, "key-0002", wish, NOW)).toMatchObject({ accepted: false, code: "draftRenamed" });
  expect(judgeRemoval(shelf, "nobody", wish, NOW)).toBeNull();
});

it("a lost reply sent again does not bring a removed draft back", () => {
  expect(judgeDraft(scheme, shelf, { ...draft, id: "key-0003", name: "旧稿" }, NOW)).toMatchObject({
    accepted: false,
    code: "draftRemoved",
  });
});
