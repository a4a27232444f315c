import type { Kysely } from "kysely";
import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import type { RecheckTotal } from "#domain/finding-recheck.ts";
import type { Database } from "./ledger-tables.ts";
import { readQuarter } from "./register-tables.ts";
import { unitsAsked } from "./units-asked.ts";

/** Sums by the latest look at each finding. */
export async function readRecheckTotals(
  db: Kysely<Database>,
  query: QueryOf<Contract["recheckTotals"]>,
): Promise<RecheckTotal[]> {
  const latest = db
    .selectFrom("finding_recheck")
    .select((eb) => ["finding_id", eb.fn.max("rechecked_on").as("rechecked_on")])
    .groupBy("finding_id");
  let select = db
    .selectFrom("finding_recheck")
    .innerJoin(latest.as("latest"), (join) =>
      join
        .onRef("latest.finding_id", "=", "finding_recheck.finding_id")
        .onRef("latest.rechecked_on", "=", "finding_recheck.rechecked_on"),
    )
    .innerJoin("finding", "finding.id", "finding_recheck.finding_id")
    .where("finding.status", "!=", "exempted");
  if (query.quarter.length > 0) select = select.where("finding.quarter", "in", query.quarter);
  if (query.unit.length > 0) select = select.where("finding.unit_id", "in", query.unit);
  if (query.side !== undefined || query.unitClass !== undefined)
    select = select.where("finding.unit_id", "in", unitsAsked(db, query));
  const rows = await select
    .groupBy(["finding.quarter", "finding.unit_id", "finding.indicator_id"])
    .orderBy("finding.quarter")
    .orderBy("finding.unit_id")
    .orderBy("finding.indicator_id")
    .select((eb) => {
      const whenLeft = () => eb.case().when("finding_recheck.result", "=", "notFixed");
      return [
        "finding.quarter",
        "finding.unit_id",
        "finding.indicator_id",
        eb.fn.countAll().as("looked_at"),
        eb.fn.sum(whenLeft().then(eb.lit(1)).else(eb.lit(0)).end()).as("not_fixed"),
        eb.fn.sum(whenLeft().then(eb.ref("finding.points")).else(eb.lit(0)).end()).as("points_left"),
      ];
    })
    .execute();
  return rows.map((row) => ({
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    indicatorId: row.indicator_id,
    // PostgreSQL sends sums as text.
    fixed: Number(row.looked_at) - Number(row.not_fixed),
    notFixed: Number(row.not_fixed),
    pointsLeft: Number(row.points_left),
  }));
}
