import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import { isUnitPicked } from "#domain/filters.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import { type Quarter, quarterSchema } from "#domain/quarter.ts";
import type { UnitSide } from "#domain/unit.ts";
import type { LiveReader } from "#server/frozen-reader.ts";
import { readCursor } from "#server/page-cursor.ts";
import type { Holdings } from "./holdings.ts";
import { liveQuarterOf } from "./publication-memory.ts";

/** The rows of the ledger as they are held, published or not. */
export function liveReader(held: () => Holdings): LiveReader {
  return {
    units: async () => held().ledger.units,
    schemes: async () => held().ledger.schemes,
    inspections: async () => held().ledger.inspections,
    coverage: async (quarters, frozen) => pickQuarters(held().coverage, quarters, frozen),
    deductionTotals: async (query, frozen) => {
      const isPicked = unitPicker(held(), query);
      return pickQuarters(held().totals, query.quarter, frozen).filter((total) => isPicked(total.unitId));
    },
    findings: async (query, frozen) => {
      const rows = pickFindings(held(), query, frozen);
      return { rows: behindCursor(rows, query), total: rows.length };
    },
    quarter: async (quarter) => liveQuarterOf(held(), quarter),
  };
}

/** Groups of the quarters asked for, in the order held; none asked means all. Those of `frozen` are left out. */
export function pickQuarters<R>(
  groups: Map<Quarter, R[]>,
  quarters: readonly Quarter[],
  frozen: readonly Quarter[],
): R[] {
  return [...groups].flatMap(([quarter, rows]) =>
    (quarters.length === 0 || quarters.includes(quarter)) && !frozen.includes(quarter) ? rows : [],
  );
}

interface UnitQuery {
  unit: string[];
  side?: UnitSide | undefined;
  unitClass?: string | undefined;
}

export function unitPicker(held: Holdings, { unit, side, unitClass }: UnitQuery): (unitId: string) => boolean {
  const filters = { units: unit, side: side ?? null, unitClass: unitClass ?? null };
  const ids = new Set(held.ledger.units.filter((row) => isUnitPicked(row, filters)).map((row) => row.id));
  return (unitId) => ids.has(unitId);
}

type FindingQuery = QueryOf<Contract["findings"]>;

function pickFindings(held: Holdings, query: FindingQuery, frozen: readonly Quarter[]): ListedFinding[] {
  const isPicked = unitPicker(held, query);
  return pickQuarters(held.findings, query.quarter, frozen).filter(
    (row) =>
      isPicked(row.unitId) &&
      (query.indicator.length === 0 || query.indicator.includes(row.indicatorId)) &&
      (query.status.length === 0 || query.status.includes(row.status)),
  );
}

/** One row more than asked for tells that another page follows. */
function behindCursor(rows: ListedFinding[], { after, limit }: FindingQuery): ListedFinding[] {
  const cursor = after === undefined ? undefined : readCursor(after, quarterSchema);
  const rest =
    cursor === undefined
      ? rows
      : rows.filter((row) => row.quarter < cursor[0] || (row.quarter === cursor[0] && row.id > cursor[1]));
  return rest.slice(0, limit + 1);
}
