import { type Kysely, type Migration, sql } from "kysely";

/**
 * The log of a finding: appeals and decisions. `finding.status` follows from the ledger's own status, which is kept
 * beside it, and the log; totals and lists read `status` as before.
 */
export function findingEventTables(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("finding").addColumn("imported_status", "text").execute();
      await sql`update finding set imported_status = status`.execute(db);
      await db.schema
        .createTable("finding_event")
        .addColumn("finding_id", key, (col) => col.notNull().references("finding.id"))
        .addColumn("sequence", "integer", (col) => col.notNull())
        .addColumn("id", key, (col) => col.notNull())
        .addColumn("kind", "text", (col) => col.notNull())
        .addColumn("content", "text", (col) => col.notNull())
        .addPrimaryKeyConstraint("finding_event_key", ["finding_id", "sequence"])
        .addUniqueConstraint("finding_event_once", ["finding_id", "id"])
        .execute();
    },
  };
}
