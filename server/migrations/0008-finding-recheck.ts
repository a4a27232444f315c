import { type Kysely, type Migration, sql } from "kysely";

/** The third party's second look at findings; several looks at one finding stand side by side. */
export function findingRecheckTable(dialect: "sqlite" | "postgres"): Migration {
  /** Keys are ordered by code point on both engines; PostgreSQL would else follow the locale of its cluster. */
  const key = dialect === "postgres" ? sql`text collate "C"` : "text";
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("finding_recheck")
        .addColumn("finding_id", key, (col) => col.notNull().references("finding.id"))
        .addColumn("rechecked_on", key, (col) => col.notNull())
        .addColumn("result", "text", (col) => col.notNull().check(sql`result in ('fixed', 'notFixed')`))
        .addColumn("checked_by", "text", (col) => col.notNull())
        .addColumn("note", "text")
        .addPrimaryKeyConstraint("finding_recheck_key", ["finding_id", "rechecked_on"])
        .execute();
    },
  };
}
