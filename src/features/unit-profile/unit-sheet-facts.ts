import type { RectificationCaseStanding } from "#api/case-contract.ts";
import type { Finding } from "#domain/finding.ts";
import type { Quarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import type { RectificationFact } from "#domain/rectification-facts.ts";
import type { Unit } from "#domain/unit.ts";
import type { UnitApplications } from "./unit-applications.ts";

/** All that the sheet of one unit is made from. */
export interface UnitSheetFacts {
  unit: Unit;
  quarter: Quarter;
  /** Up to eight quarters that end with `quarter`, oldest first; those without an inspection are left out. */
  results: readonly QuarterResult[];
  /** Of the unit in `quarter`. */
  findings: readonly Finding[];
  /** Open cases of the unit at `now`. */
  cases: readonly RectificationCaseStanding[];
  now: string;
  /** Of the unit, by the quarter of the due day. */
  rectifications: readonly RectificationFact[];
  /** null when neither a ledger nor an annual report says anything. */
  applications: UnitApplications | null;
}

/** The result of the quarter itself; undefined when it was not inspected at all. */
export function resultOf({ results, quarter }: Pick<UnitSheetFacts, "results" | "quarter">): QuarterResult | undefined {
  return results.find((result) => result.quarter === quarter);
}
