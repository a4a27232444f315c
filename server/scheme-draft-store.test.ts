import { beforeEach, expect, it } from "vitest";
import type { DraftToSave } from "#domain/saved-draft.ts";
import { aLedger } from "./ledger-builders.ts";
import { DraftRefused, type LedgerOrigin } from "./store.ts";
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
    await expect(save(aDraft({ id: "key-0002" }))).rejects.toThrow(DraftRefused);
    await expect(save(aDraft({ id: "key-0003", name: "别的", schemeId: "s9" }))).rejects.toThrow(DraftRefused);
    expect(await store.schemeDrafts({})).toHaveLength(1);
  });

  it("two desks that choose one name at once: one is saved, one is told", async () => {
    const results = await Promise.allSettled([save(aDraft()), save(aDraft({ id: "key-0002" }))]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.schemeDrafts({})).toHaveLength(1);
  });

  it("goes with the demonstration district that it was tried on", async () => {
    await save(aDraft());
    await store.applyLedger(aLedger(), ORIGIN, { replaceAll: true });
    expect(await store.schemeDrafts({})).toEqual([]);
  });
});
