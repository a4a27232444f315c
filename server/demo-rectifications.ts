import type { Ledger } from "#domain/ledger.ts";
import { openCases, undispatchedCases } from "./demo-open-cases.ts";
import { pastCases } from "./demo-past-cases.ts";
import { DemoRecurrence } from "./demo-recurrence.ts";
import type { DemoUnit } from "./demo-units.ts";

/** The parts of a ledger that are about error rectification. */
export type RectificationParts = Pick<Ledger, "rectificationRules" | "rectificationCases" | "rectificationEvents">;

/** Error rectification of the district: what was closed since `from`, and what is open or just found at `now`. */
export function demoRectifications(from: string, now: Date, units: readonly DemoUnit[]): RectificationParts {
  const recurrence = new DemoRecurrence();
  const past = pastCases(from, now, units, recurrence);
  const cases = [...past, ...openCases(now, units, { recurrence }), ...undispatchedCases(now, units, recurrence)];
  return {
    rectificationRules: [],
    rectificationCases: cases.map(({ row }) => row),
    rectificationEvents: cases.flatMap(({ row, events }) => events.map((event) => ({ caseId: row.id, event }))),
  };
}
