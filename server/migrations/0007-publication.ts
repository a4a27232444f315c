import { type Kysely, type Migration, sql } from "kysely";

/**
 * What was published: one row per quarter and revision, only ever added. The two wide columns stand last, so that
 * SQLite reads the narrow ones without them.
 */
export function publicationTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("publication")
        .addColumn("quarter", key, (col) => col.notNull())
        .addColumn("revision", "integer", (col) => col.notNull())
        .addColumn("published_at", "text", (col) => col.notNull())
        .addColumn("publisher", "text", (col) => col.notNull())
        .addColumn("reason", "text")
        .addColumn("client_key", key, (col) => col.notNull().unique())
        .addColumn("digest", "text", (col) => col.notNull())
        .addColumn("unit_count", "integer", (col) => col.notNull())
        .addColumn("scheme_id", key, (col) => col.notNull())
        .addColumn("scheme_edition", key, (col) => col.notNull())
        .addColumn("scheme_digest", "text", (col) => col.notNull())
        .addColumn("content", "text", (col) => col.notNull())
        .addColumn("findings", "text", (col) => col.notNull())
        .addPrimaryKeyConstraint("publication_key", ["quarter", "revision"])
        .execute();
    },
  };
}
