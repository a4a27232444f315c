import type { Quarter } from "./quarter.ts";
import type { QuarterResult } from "./quarter-result.ts";
import type { Unit } from "./unit.ts";

/** A unit that was due and not inspected in a quarter. */
export interface Absence {
  unit: Unit;
  quarter: Quarter;
  /** 未检: the ledger says so, with a reason; 未报: it says nothing about the unit. */
  kind: "missed" | "notReported";
  reason: string | null;
  /** The latest quarter before in which it was inspected; null when none of those known. */
  lastInspected: Quarter | null;
  /** Quarters in a row without an inspection, this one included. */
  inARow: number;
}

/**
 * Absences of the chosen quarters, latest quarter first, then in administrative order. `history` holds results in time
 * order, the chosen quarters among them; a unit counts as absent only in quarters in which it existed.
 */
export function findAbsences(
  history: readonly QuarterResult[],
  chosen: readonly Quarter[],
  isPicked: (unit: Unit) => boolean,
): Absence[] {
  return history
    .flatMap((result, at) => (chosen.includes(result.quarter) ? [{ result, at }] : []))
    .reverse()
    .flatMap(({ result, at }) =>
      result.units.flatMap((unit): Absence[] => {
        const coverage = result.coverage.get(unit.id);
        if (!isPicked(unit) || coverage?.state === "inspected") return [];
        return [
          {
            unit,
            quarter: result.quarter,
            kind: coverage === undefined ? "notReported" : "missed",
            reason: coverage?.reason ?? null,
            ...lookBack(history.slice(0, at), unit.id),
          },
        ];
      }),
    );
}

function lookBack(earlier: readonly QuarterResult[], unitId: string): Pick<Absence, "lastInspected" | "inARow"> {
  let inARow = 1;
  for (const result of [...earlier].reverse()) {
    if (!result.units.some((unit) => unit.id === unitId)) continue;
    if (result.coverage.get(unitId)?.state === "inspected") return { lastInspected: result.quarter, inARow };
    inARow += 1;
  }
  return { lastInspected: null, inARow };
}
