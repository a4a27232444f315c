import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe } from "vitest";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { openDatabase } from "./database.ts";
import { startPostgres } from "./postgres-for-tests.ts";
import { sqlStore } from "./sql-store.ts";
import type { LedgerOrigin, Store } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "store-test-"));
const postgres = await startPostgres();

afterAll(() => {
  postgres?.stop();
  rmSync(folder, { recursive: true });
});

/** Address of a database file that goes when the tests of the file have ended. Its folder has a Chinese name. */
export function sqliteUrl(name: string): string {
  return `file:${folder}/台账/${name}.sqlite`;
}

export async function openSqlite(name: string): Promise<Store> {
  return sqlStore(await openDatabase(sqliteUrl(name)));
}

const OPENERS = {
  memory: async (origin: LedgerOrigin) => memoryStore(EMPTY_LEDGER, origin),
  SQLite: () => openSqlite("disclosure"),
  "SQLite in memory": async () => sqlStore(await openDatabase("file::memory:")),
  PostgreSQL: postgres && (async () => sqlStore(await openDatabase(postgres.url))),
};

type StoreKind = keyof typeof OPENERS;
const MAIN_KINDS: readonly StoreKind[] = ["memory", "SQLite", "PostgreSQL"];

/** One specification on each kind of store: opened once, empty before each test, closed at the end. */
export function describeStores(
  title: string,
  { origin, kinds = MAIN_KINDS }: { origin: LedgerOrigin; kinds?: readonly StoreKind[] },
  specify: (store: Store) => void,
): void {
  for (const kind of kinds) {
    const open = OPENERS[kind];
    if (open === undefined) continue;
    describe(title.replace("%s", kind), async () => {
      const store = await open(origin);
      beforeEach(() => store.clear());
      afterAll(() => store.close());
      specify(store);
    });
  }
}
