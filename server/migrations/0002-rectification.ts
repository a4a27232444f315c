import { type Kysely, type Migration, sql } from "kysely";

/**
 * Cases of error rectification and their logs. The columns behind `found_at` follow from the log and only serve lists
 * and sums; the log is the record. Moments in columns are UTC to the second in one form, so that text order is time order.
 */
export function rectificationTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await createCases(db, key);
      await indexCases(db);
      await createEvents(db, key);
    },
  };
}

type KeyType = "text" | ReturnType<typeof sql>;

async function createCases(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("rectification_case")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("severity", "text", (col) => col.notNull().check(sql`severity in ('serious', 'general')`))
    .addColumn("error_type", key, (col) => col.notNull())
    .addColumn("source", "text", (col) => col.notNull())
    .addColumn("wrong_text", "text", (col) => col.notNull())
    .addColumn("suggested_text", "text")
    .addColumn("excerpt", "text")
    .addColumn("url", "text")
    .addColumn("found_at", "text", (col) => col.notNull())
    .addColumn("state", key, (col) => col.notNull())
    .addColumn("severity_now", key, (col) => col.notNull())
    .addColumn("listed_at", key, (col) => col.notNull())
    .addColumn("dispatched_at", key)
    .addColumn("dispatched_on", key)
    .addColumn("due_at", key)
    .addColumn("due_quarter", key)
    .addColumn("paused_at", key)
    .addColumn("closed_at", key)
    .addColumn("reported", "integer", (col) => col.notNull())
    .addColumn("first_on_time", "integer", (col) => col.notNull())
    .addColumn("last_on_time", "integer", (col) => col.notNull())
    .addColumn("rechecks", "integer", (col) => col.notNull())
    .addColumn("failed_rechecks", "integer", (col) => col.notNull())
    .addColumn("fix_minutes", "integer")
    .addColumn("progress", "text", (col) => col.notNull())
    .execute();
}

async function indexCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("rectification_case_open")
    .on("rectification_case")
    .columns(["state", "due_at", "id"])
    .execute();
  await db.schema
    .createIndex("rectification_case_pages")
    .on("rectification_case")
    .columns(["listed_at desc", "id"])
    .execute();
}

async function createEvents(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("rectification_event")
    .addColumn("case_id", key, (col) => col.notNull().references("rectification_case.id"))
    .addColumn("sequence", "integer", (col) => col.notNull())
    .addColumn("id", key, (col) => col.notNull())
    .addColumn("at", "text", (col) => col.notNull())
    .addColumn("kind", "text", (col) => col.notNull())
    .addColumn("content", "text", (col) => col.notNull())
    .addPrimaryKeyConstraint("rectification_event_key", ["case_id", "sequence"])
    .addUniqueConstraint("rectification_event_once", ["case_id", "id"])
    .execute();
}
