import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import type { DraftToSave } from "#domain/saved-draft.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { openDatabase } from "./database.ts";
import { aLedger } from "./ledger-builders.ts";
import { startPostgres } from "./postgres-for-tests.ts";
import { sqlStore } from "./sql-store.ts";
import { DraftRefused, type LedgerOrigin, type Store } from "./store.ts";

const NOW = "2025-11-02T01:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "台账.xlsx", asOf: NOW, importedAt: NOW, demo: false };

const folder = mkdtempSync(join(tmpdir(), "draft-test-"));
const postgres = await startPostgres();
const stores: Record<string, () => Promise<Store>> = {
  memory: async () => memoryStore(EMPTY_LEDGER, ORIGIN),
  SQLite: async () => sqlStore(await openDatabase(`file:${folder}/store.sqlite`)),
  ...(postgres && { PostgreSQL: async () => sqlStore(await openDatabase(postgres.url)) }),
};

afterAll(() => {
  postgres?.stop();
  rmSync(folder, { recursive: true });
});

function aDraft(changes: Partial<DraftToSave> = {}): DraftToSave {
  return { id: "key-0001", schemeId: "s1", name: "收紧答复", changes: "1;e:i1:0.5", by: "区政府办公室", ...changes };
}

describe.each(Object.entries(stores))("%s store", (_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await store.clear();
    await store.applyLedger(aLedger(), ORIGIN);
  });
  afterAll(() => store.close());

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
