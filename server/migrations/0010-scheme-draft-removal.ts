import { type Kysely, type Migration, sql } from "kysely";

/** What was removed is remembered by its key: a request that is sent again must not bring it back. */
export function schemeDraftRemovalTable(dialect: "sqlite" | "postgres"): Migration {
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("scheme_draft_removal")
        .addColumn("id", key, (col) => col.primaryKey().notNull())
        .addColumn("name", "text", (col) => col.notNull())
        .addColumn("organisation", "text", (col) => col.notNull())
        .addColumn("removed_at", key, (col) => col.notNull())
        .execute();
    },
  };
}
