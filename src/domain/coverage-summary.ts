import type { Coverage } from "./inspection.ts";
import type { Quarter } from "./quarter.ts";
import { byOrder, isActiveIn, type Unit } from "./unit.ts";

/** Which units a quarter should have inspected (应检) and what became of each, in administrative order. */
export interface CoverageSummary {
  due: readonly Unit[];
  /** 实检 */
  inspected: readonly Unit[];
  /** 未检: the inspection says so, with a reason. */
  missed: readonly Unit[];
  /** 未报: nothing was said about the unit, which is not the same as 未检. */
  notReported: readonly Unit[];
}

/**
 * 应检 = 实检 + 未检 + 未报, over the units that exist in the quarter. Coverage of other quarters and of units that
 * do not exist in it is left out, so that 实检 never exceeds 应检.
 */
export function summariseCoverage(
  units: readonly Unit[],
  coverage: readonly Coverage[],
  quarter: Quarter,
): CoverageSummary {
  const states = new Map(
    coverage.filter((row) => row.quarter === quarter).map((row) => [row.unitId, row.state] as const),
  );
  const due = units.filter((unit) => isActiveIn(unit, quarter)).sort(byOrder);
  return {
    due,
    inspected: due.filter((unit) => states.get(unit.id) === "inspected"),
    missed: due.filter((unit) => states.get(unit.id) === "missed"),
    notReported: due.filter((unit) => !states.has(unit.id)),
  };
}
