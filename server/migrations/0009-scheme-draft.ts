import { type Kysely, type Migration, sql } from "kysely";

/** Draft versions beside the schemes: no quarter refers to them, so that no figure can rest on one. */
export function schemeDraftTable(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("scheme_draft")
        .addColumn("id", key, (col) => col.primaryKey().notNull())
        .addColumn("scheme_id", key, (col) => col.notNull())
        .addColumn("name", key, (col) => col.notNull())
        .addColumn("changes", "text", (col) => col.notNull())
        .addColumn("organisation", "text", (col) => col.notNull())
        .addColumn("saved_at", key, (col) => col.notNull())
        .addUniqueConstraint("scheme_draft_name", ["scheme_id", "name"])
        .execute();
    },
  };
}
