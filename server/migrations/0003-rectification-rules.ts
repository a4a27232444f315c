import { type Kysely, type Migration, sql } from "kysely";

/** Versions of the rules that dispatches freeze, and an index for what was closed on a day. */
export function rectificationRuleTable(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("rectification_rules")
        .addColumn("version", key, (col) => col.primaryKey().notNull())
        .addColumn("effective_from", key, (col) => col.notNull())
        .addColumn("content", "text", (col) => col.notNull())
        .execute();
      await db.schema
        .createIndex("rectification_case_closed")
        .on("rectification_case")
        .columns(["closed_at"])
        .execute();
    },
  };
}
