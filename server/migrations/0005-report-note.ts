import { type Kysely, type Migration, sql } from "kysely";

/** Remarks on annual reports: a log of its own, so that importing a report anew leaves them. */
export function reportNoteTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("report_note")
        .addColumn("body_id", key, (col) => col.notNull())
        .addColumn("year", "integer", (col) => col.notNull())
        .addColumn("sequence", "integer", (col) => col.notNull())
        .addColumn("id", key, (col) => col.notNull())
        .addColumn("at", "text", (col) => col.notNull())
        .addColumn("rule_id", "text", (col) => col.notNull())
        .addColumn("item", "text", (col) => col.notNull())
        .addColumn("note", "text", (col) => col.notNull())
        .addColumn("organisation", "text", (col) => col.notNull())
        .addPrimaryKeyConstraint("report_note_key", ["body_id", "year", "sequence"])
        .addUniqueConstraint("report_note_once", ["body_id", "year", "id"])
        .execute();
    },
  };
}
