import type { Coverage, Inspection } from "#domain/inspection.ts";
import type { Ledger } from "#domain/ledger.ts";
import { calendarPeriod, describeQuarter, type Quarter } from "#domain/quarter.ts";
import { type Scheme, schemeInForce } from "#domain/scheme.ts";
import { findingsOf } from "./demo-findings.ts";
import { addDays, coverageOf } from "./demo-inspections.ts";
import type { DemoUnit } from "./demo-units.ts";

const DAY = 86_400_000;
/** Every third unit has not been looked at yet. */
const LEFT_OUT = 3;

/** The quarter that has just begun: an inspection under way, whose numbers are drafts until somebody publishes them. */
export function demoDraft(
  quarter: Quarter,
  today: string,
  { schemes, demos }: { schemes: readonly Scheme[]; demos: readonly DemoUnit[] },
): Pick<Ledger, "inspections" | "coverage" | "findings"> {
  const { start, end } = calendarPeriod(quarter);
  const seen = demos.filter(({ unit }) => unit.order % LEFT_OUT !== 0);
  const inspection: Inspection = {
    quarter,
    kind: "quarterly",
    name: `${describeQuarter(quarter)}政务公开检查`,
    schemeId: schemeInForce(schemes, quarter)?.id ?? "",
    periodStart: start,
    periodEnd: end,
    status: "draft",
    publishedOn: null,
  };
  const days = Math.max(1, Math.round((Date.parse(today) - Date.parse(start)) / DAY));
  return {
    inspections: [inspection],
    coverage: coverageOf(quarter, seen).map(withoutPromise),
    findings: findingsOf(quarter, seen).map((line, index) => ({ ...line, occurredOn: addDays(start, index % days) })),
  };
}

/** 补检 is promised for the month after the quarter; in its midst nobody speaks of that yet. */
function withoutPromise(row: Coverage): Coverage {
  return row.reason === null ? row : { ...row, reason: row.reason.replace(/，.*$/, "") };
}
