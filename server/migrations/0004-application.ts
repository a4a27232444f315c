import { type Kysely, type Migration, sql } from "kysely";

/**
 * Applications for disclosure, disputes about them, and mock applications. There is no column for anything that tells
 * who applied. Days are Asia/Shanghai dates; columns behind `events` follow from the days before them.
 */
export function applicationTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await createApplications(db, key);
      await createCounts(db, key);
      await createDisputes(db, key);
      await createMockInspections(db, key);
    },
  };
}

type KeyType = "text" | ReturnType<typeof sql>;

async function createApplications(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("application")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("applicant_kind", key, (col) => col.notNull())
    .addColumn("channel", "text", (col) => col.notNull())
    .addColumn("received_on", key, (col) => col.notNull())
    .addColumn("confirmed_on", key)
    .addColumn("events", "text", (col) => col.notNull())
    .addColumn("effective_on", key)
    .addColumn("closed_on", key)
    .addColumn("outcome", key)
    .addColumn("reply_quarter", key)
    .addColumn("reply_days", "integer")
    .addColumn("extended", "integer", (col) => col.notNull())
    .addColumn("late", "integer", (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex("application_flow")
    .on("application")
    .columns(["closed_on", "effective_on", "unit_id", "applicant_kind", "outcome"])
    .execute();
}

async function createCounts(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("application_count")
    .addColumn("application_id", key, (col) => col.notNull().references("application.id").onDelete("cascade"))
    .addColumn("quarter", key, (col) => col.notNull())
    .addColumn("outcome", key)
    .addColumn("timeliness", key, (col) => col.notNull())
    .addColumn("received", "integer", (col) => col.notNull())
    .addColumn("carried_over", "integer", (col) => col.notNull())
    .addColumn("due", "integer", (col) => col.notNull())
    .execute();
  await db.schema.createIndex("application_count_quarter").on("application_count").column("quarter").execute();
  await db.schema.createIndex("application_count_of").on("application_count").column("application_id").execute();
}

async function createDisputes(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("dispute")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("application_id", key, (col) => col.references("application.id"))
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("kind", key, (col) => col.notNull())
    .addColumn("cause", "text", (col) => col.notNull())
    .addColumn("filed_on", key, (col) => col.notNull())
    .addColumn("result", key)
    .addColumn("concluded_on", key)
    .execute();
}

async function createMockInspections(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("mock_inspection")
    .addColumn("year", "integer", (col) => col.notNull())
    .addColumn("round", "integer", (col) => col.notNull())
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("sent_on", key, (col) => col.notNull())
    .addColumn("covered", "integer", (col) => col.notNull())
    .addColumn("answered_in_time", "integer")
    .addColumn("form_errors", "integer")
    .addPrimaryKeyConstraint("mock_inspection_key", ["year", "round", "unit_id"])
    .execute();
}
