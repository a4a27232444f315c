import type { Kysely } from "kysely";
import { type RectificationRules, rectificationRulesSchema } from "#domain/rectification.ts";
import { withDefaultRules } from "#domain/rectification-rules.ts";
import type { Database } from "./ledger-tables.ts";

/** The versions of the rules that hold in this database; our default where it has none. */
export async function heldRules(db: Kysely<Database>): Promise<RectificationRules[]> {
  const rows = await db.selectFrom("rectification_rules").select("content").execute();
  return withDefaultRules(rows.map(({ content }) => rectificationRulesSchema.parse(JSON.parse(content))));
}
