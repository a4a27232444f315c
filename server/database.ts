import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { Kysely, type Migration, Migrator, PostgresDialect, SqliteDialect } from "kysely";
import { Pool } from "pg";
import type { Database } from "./ledger-tables.ts";
import { ledgerTables } from "./migrations/0001-ledger.ts";
import { rectificationTables } from "./migrations/0002-rectification.ts";
import { rectificationRuleTable } from "./migrations/0003-rectification-rules.ts";
import { applicationTables } from "./migrations/0004-application.ts";
import { reportNoteTables } from "./migrations/0005-report-note.ts";
import { findingEventTables } from "./migrations/0006-finding-event.ts";
import { publicationTables } from "./migrations/0007-publication.ts";
import { findingRecheckTable } from "./migrations/0008-finding-recheck.ts";
import { schemeDraftTable } from "./migrations/0009-scheme-draft.ts";
import { schemeDraftRemovalTable } from "./migrations/0010-scheme-draft-removal.ts";
import { freezeArrivals } from "./publication-writer.ts";

/** `file:data/disclosure.sqlite`, `file::memory:` or `postgres://user:password@host/name`. */
export const DEFAULT_DATABASE_URL = "file:data/disclosure.sqlite";

/** The database cannot be used; `message` is the sentence for the person at the terminal. */
export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
}

/** A newer version of this program has changed the tables; writing to them could destroy what it keeps there. */
export class DatabaseTooNew extends DatabaseUnusable {}

/** Opens the database and brings its tables up to date; the caller closes it by `destroy()`. */
export async function openDatabase(url: string): Promise<Kysely<Database>> {
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  if (!isPostgres && !url.startsWith("file:"))
    throw new DatabaseUnusable("DATABASE_URL 应以 file: 或 postgres:// 开头");
  if (isPostgres && !URL.canParse(url)) throw new DatabaseUnusable("DATABASE_URL 不是有效的 PostgreSQL 地址");
  const db = isPostgres ? openPostgres(url) : openSqlite(toFilePath(url));
  try {
    const dialect = isPostgres ? "postgres" : "sqlite";
    await migrate(db, {
      "0001-ledger": ledgerTables(dialect),
      "0002-rectification": rectificationTables(dialect),
      "0003-rectification-rules": rectificationRuleTable(dialect),
      "0004-application": applicationTables(dialect),
      "0007-publication": publicationTables(dialect),
      "0005-report-note": reportNoteTables(dialect),
      "0008-finding-recheck": findingRecheckTable(dialect),
      "0009-scheme-draft": schemeDraftTable(dialect),
      "0010-scheme-draft-removal": schemeDraftRemovalTable(dialect),
      "0006-finding-event": findingEventTables(dialect),
    });
    // Quarters that were published before a publication was kept.
    await db.transaction().execute(freezeArrivals);
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof DatabaseUnusable) throw error;
    const place = isPostgres ? ` PostgreSQL（${new URL(url).host}）` : `数据库文件 ${toFilePath(url)}`;
    throw new DatabaseUnusable(`无法使用${place}：${reasonOf(error)}`, { cause: error });
  }
}

function openSqlite(file: string): Kysely<Database> {
  try {
    if (file !== ":memory:") ensureFolder(dirname(file));
    const database = new SqliteDatabase(file);
    database.pragma("journal_mode = WAL");
    database.pragma("foreign_keys = ON");
    database.pragma("busy_timeout = 5000");
    // A power cut in the office must not cost a confirmed import.
    database.pragma("synchronous = FULL");
    return new Kysely<Database>({ dialect: new SqliteDialect({ database }) });
  } catch (error) {
    throw new DatabaseUnusable(`无法打开或写入数据库文件 ${file}：${reasonOf(error)}`, { cause: error });
  }
}

/** Not `recursive: true`: under /proc and the like, where nothing can be made, Node 20 then tries for ever. */
function ensureFolder(folder: string): void {
  if (existsSync(folder)) return;
  ensureFolder(dirname(folder));
  mkdirSync(folder);
}

function openPostgres(url: string): Kysely<Database> {
  const pool = new Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5_000 });
  // An idle connection that the database server drops is replaced at the next query; it must not end the process.
  pool.on("error", (error) => console.error(error.message));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

async function migrate(db: Kysely<Database>, migrations: Record<string, Migration>): Promise<void> {
  const foreign = (await executedMigrations(db)).filter((name) => !(name in migrations));
  if (foreign.length > 0)
    throw new DatabaseTooNew(`数据库由更新的版本建立（含 ${foreign.join("、")}），请先升级本程序再打开`);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function executedMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const log = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  return (await log.selectFrom("kysely_migration").select("name").execute()).map((row) => row.name);
}

/** `file:data/x.sqlite`, `file:///srv/x.sqlite` and `file:///C:/x.sqlite` are all in use. */
function toFilePath(url: string): string {
  return url
    .slice("file:".length)
    .replace(/^\/\/(?=\/)/, "")
    .replace(/^\/(?=[A-Za-z]:)/, "");
}

const REASON: Record<string, string> = {
  EACCES: "没有写入权限",
  EPERM: "没有写入权限",
  EROFS: "所在磁盘只读",
  ENOENT: "文件夹无法建立",
  ENOTDIR: "路径中有一段不是文件夹",
  SQLITE_CANTOPEN: "文件夹不可写，或文件没有读写权限",
  SQLITE_READONLY: "文件没有写入权限",
  SQLITE_NOTADB: "此文件不是 SQLite 数据库",
  ECONNREFUSED: "没有应答，请确认数据库已启动",
  ENOTFOUND: "找不到这台主机",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as { code?: string; message?: string };
  const known = Object.keys(REASON).find((prefix) => code.startsWith(prefix));
  return known === undefined ? message || code || String(error) : `${REASON[known]}（${code}）`;
}
