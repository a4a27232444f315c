import type { Kysely } from "kysely";
import type { UnitSide } from "#domain/unit.ts";
import type { Database } from "./ledger-tables.ts";

/** Ids of the units of a side and a class, for a condition of another query. The office counts with the departments. */
export function unitsAsked(
  db: Kysely<Database>,
  { side, unitClass }: { side?: UnitSide | undefined; unitClass?: string | undefined },
) {
  let units = db.selectFrom("unit").select("unit.id");
  if (side !== undefined) units = units.where("unit.kind", side === "township" ? "=" : "!=", "township");
  if (unitClass !== undefined) units = units.where("unit.unit_class", "=", unitClass);
  return units;
}
