import { type Kysely, type Migration, sql } from "kysely";

/**
 * Tables of the ledger. A migration that has been released is never edited: databases in offices have run it.
 * Quarters and days are text, points integers in 1/10,000, structured content is JSON text parsed at the row edge.
 */
export function ledgerTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await createRegister(db, key);
      await createInspections(db, key);
      await createFindings(db, key);
      await createReports(db, key);
    },
  };
}

type KeyType = "text" | ReturnType<typeof sql>;

async function createRegister(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("unit")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("name", "text", (col) => col.notNull())
    .addColumn("short_name", "text", (col) => col.notNull())
    .addColumn("pinyin", "text", (col) => col.notNull())
    .addColumn("kind", "text", (col) => col.notNull().check(sql`kind in ('department', 'township', 'office')`))
    .addColumn("unit_class", "text", (col) => col.notNull())
    .addColumn("sort_order", "integer", (col) => col.notNull())
    .addColumn("active_from", "text")
    .addColumn("active_to", "text")
    .execute();
  await db.schema
    .createTable("scheme")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("effective_from", key, (col) => col.notNull())
    .addColumn("effective_to", key)
    .addColumn("content", "text", (col) => col.notNull())
    .execute();
  await db.schema
    .createTable("source")
    .addColumn("topic", "text", (col) => col.primaryKey().notNull())
    .addColumn("name", "text", (col) => col.notNull())
    .addColumn("as_of", "text", (col) => col.notNull())
    .addColumn("imported_at", "text", (col) => col.notNull())
    .addColumn("row_count", "integer", (col) => col.notNull())
    .addColumn("demo", "integer", (col) => col.notNull())
    .execute();
}

async function createInspections(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("inspection")
    .addColumn("quarter", key, (col) => col.primaryKey().notNull())
    .addColumn("kind", "text", (col) => col.notNull().check(sql`kind in ('quarterly', 'special', 'daily')`))
    .addColumn("name", "text", (col) => col.notNull())
    .addColumn("scheme_id", key, (col) => col.notNull().references("scheme.id"))
    .addColumn("period_start", "text", (col) => col.notNull())
    .addColumn("period_end", "text", (col) => col.notNull())
    .addColumn("status", "text", (col) => col.notNull().check(sql`status in ('draft', 'published')`))
    .addColumn("published_on", "text")
    .execute();
  await db.schema
    .createTable("coverage")
    .addColumn("quarter", key, (col) => col.notNull())
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("state", "text", (col) => col.notNull().check(sql`state in ('inspected', 'missed')`))
    .addColumn("reason", "text")
    .addColumn("not_applicable", "text", (col) => col.notNull())
    .addColumn("not_reported", "text", (col) => col.notNull())
    .addPrimaryKeyConstraint("coverage_key", ["quarter", "unit_id"])
    .execute();
}

async function createFindings(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("finding")
    .addColumn("id", key, (col) => col.primaryKey().notNull())
    .addColumn("quarter", key, (col) => col.notNull())
    .addColumn("unit_id", key, (col) => col.notNull().references("unit.id"))
    .addColumn("indicator_id", key, (col) => col.notNull())
    .addColumn("occurred_on", "text", (col) => col.notNull())
    .addColumn("occurrences", "integer", (col) => col.notNull())
    .addColumn("ratio", "integer")
    .addColumn("points", "integer", (col) => col.notNull())
    .addColumn("problem", "text", (col) => col.notNull())
    .addColumn("evidence_url", "text")
    .addColumn("status", "text", (col) =>
      col.notNull().check(sql`status in ('proposed', 'confirmed', 'appealed', 'exempted')`),
    )
    .addColumn("parent_id", "text")
    .execute();
  // Holds every column of the totals, so that a sum over a million findings never touches the table.
  await db.schema
    .createIndex("finding_totals")
    .on("finding")
    .columns(["quarter", "unit_id", "indicator_id", "status", "points"])
    .execute();
  await db.schema.createIndex("finding_pages").on("finding").columns(["quarter desc", "id"]).execute();
}

async function createReports(db: Kysely<unknown>, key: KeyType): Promise<void> {
  await db.schema
    .createTable("annual_report")
    .addColumn("body_id", key, (col) => col.notNull())
    .addColumn("year", "integer", (col) => col.notNull())
    .addColumn("body_name", "text", (col) => col.notNull())
    .addColumn("level", "text", (col) => col.notNull().check(sql`level in ('unit', 'rollUp')`))
    .addColumn("form", "text", (col) => col.notNull().check(sql`form in ('2019', '2021')`))
    .addColumn("cells", "text", (col) => col.notNull())
    .addPrimaryKeyConstraint("annual_report_key", ["body_id", "year"])
    .execute();
}
