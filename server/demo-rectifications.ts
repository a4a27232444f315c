import type { Ledger } from "#domain/ledger.ts";
import { openCases } from "./demo-open-cases.ts";
import { pastCases } from "./demo-past-cases.ts";
import type { DemoUnit } from "./demo-units.ts";

/** Error rectification of the district: what was closed since `from`, and what is open at `now`. */
export function demoRectifications(
  from: string,
  now: Date,
  units: readonly DemoUnit[],
): Pick<Ledger, "rectificationRules" | "rectificationCases" | "rectificationEvents"> {
  const cases = [...pastCases(from, now, units), ...openCases(now, units)];
  return {
    rectificationRules: [],
    rectificationCases: cases.map(({ row }) => row),
    rectificationEvents: cases.flatMap(({ row, events }) => events.map((event) => ({ caseId: row.id, event }))),
  };
}
