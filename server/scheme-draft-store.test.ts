import { beforeEach, expect, it } from "vitest";
import type { DraftToSave } from "#domain/saved-draft.ts";
import { aLedger } from "./ledger-builders.ts";
import type { LedgerOrigin } from "./store.ts";
import { Conflict, NotHeld } from "./store-refusal.ts";
import { describeStores } from "./stores-for-tests.ts";

const NOW = "2025-11-02T01:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "台账.xlsx", asOf: NOW, importedAt: NOW, demo: false };

function aDraft(changes: Partial<DraftToSave> = {}): DraftToSave {
  return { id: "key-0001", schemeId: "s1", name: "收紧答复", changes: "1;e:i1:0.5", by: "区政府办公室", ...changes };
}

describeStores("%s store", { origin: ORIGIN }, (store) => {
  beforeEach(async () => {
    await store.applyLedger(aLedger(), ORIGIN);
  });

  const save = (draft: DraftToSave, now = NOW) => store.saveSchemeDraft({}, draft, () => new Date(now));

  it("keeps drafts under their names, newest first, and changes no scheme", async () => {
    const schemes = await store.schemes({});
    await save(aDraft());
    await save(aDraft({ id: "key-0002", name: "放宽年报", changes: "1;e:i1:2" }), "2025-11-03T01:00:00.000Z");
    expect((await store.schemeDrafts({})).map(({ name, savedAt }) => [name, savedAt])).toEqual([
      ["放宽年报", "2025-11-03T01:00:00.000Z"],
      ["收紧答复", NOW],
    ]);
    expect(await store.schemes({})).toEqual(schemes);
  });

  it("saves the same key once, and refuses a name that is taken", async () => {
    expect(await save(aDraft())).toEqual({ repeated: false, reply: { ...aDraft(), savedAt: NOW } });
    expect(await save(aDraft(), "2025-11-04T01:00:00.000Z")).toMatchObject({ repeated: true, reply: { savedAt: NOW } });
    await expect(save(aDraft({ id: "key-0002" }))).rejects.toThrow(Conflict);
    await expect(save(aDraft({ id: "key-0003", name: "别的", schemeId: "s9" }))).rejects.toThrow(Conflict);
    expect(await store.schemeDrafts({})).toHaveLength(1);
  });

  it("two desks that choose one name at once: one is saved, one is told", async () => {
    const results = await Promise.allSettled([save(aDraft()), save(aDraft({ id: "key-0002" }))]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.schemeDrafts({})).toHaveLength(1);
  });

  const name = (id: string, to: string, was: string) =>
    store.nameSchemeDraft({ id }, { name: to, was }, () => new Date(NOW));
  const remove = (id: string, was: string, now = NOW) =>
    store.removeSchemeDraft({ id }, { was, by: "区政府办公室" }, () => new Date(now));

  it("renames a draft once, keeps all else, and refuses a name that is taken", async () => {
    await save(aDraft());
    await save(aDraft({ id: "key-0002", name: "放宽年报" }));
    const renamed = { ...aDraft({ name: "从严" }), savedAt: NOW };
    expect(await name("key-0001", "从严", "收紧答复")).toEqual({ repeated: false, reply: renamed });
    expect(await name("key-0001", "从严", "收紧答复")).toEqual({ repeated: true, reply: renamed });
    expect((await store.schemeDrafts({})).find(({ id }) => id === "key-0001")).toEqual(renamed);
    await expect(name("key-0001", "放宽年报", "从严")).rejects.toThrow("已有名为“放宽年报”的草稿");
    await expect(name("key-0002", "另一名", "从前的名")).rejects.toThrow(Conflict);
    await expect(name("nobody", "另一名", "收紧答复")).rejects.toThrow(NotHeld);
  });

  it("removes a draft once; its name is free again, its key is not", async () => {
    await save(aDraft());
    await expect(remove("key-0001", "从前的名")).rejects.toThrow(Conflict);
    await expect(remove("nobody", "收紧答复")).rejects.toThrow(NotHeld);
    const reply = { id: "key-0001", name: "收紧答复", by: "区政府办公室", removedAt: NOW };
    expect(await remove("key-0001", "收紧答复")).toEqual({ repeated: false, reply });
    expect(await remove("key-0001", "收紧答复", "2025-11-04T01:00:00.000Z")).toEqual({ repeated: true, reply });
    expect(await store.schemeDrafts({})).toEqual([]);
    await expect(name("key-0001", "从严", "收紧答复")).rejects.toThrow("已由区政府办公室于 2025-11-02 09:00 删除");
    await expect(save(aDraft())).rejects.toThrow(Conflict);
    await save(aDraft({ id: "key-0002" }));
    expect(await store.schemeDrafts({})).toHaveLength(1);
  });

  it("two desks that rename and remove at once: the second is told what the first did", async () => {
    await save(aDraft());
    const results = await Promise.allSettled([name("key-0001", "从严", "收紧答复"), remove("key-0001", "收紧答复")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("goes with the demonstration district that it was tried on", async () => {
    await save(aDraft());
    await store.applyLedger(aLedger(), ORIGIN, { replaceAll: true });
    expect(await store.schemeDrafts({})).toEqual([]);
  });
});
