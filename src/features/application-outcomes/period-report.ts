import type { AnnualReport } from "#domain/annual-report.ts";
import { balanceOf } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { APPLICANT_COLUMNS, type ApplicantColumn } from "#domain/outcome.ts";
import { OUTCOME_LEAVES } from "#domain/outcome-leaf.ts";
import { type Quarter, yearOf } from "#domain/quarter.ts";
import { cellId } from "#domain/report-form.ts";

/**
 * Table 三 as it would be printed for the quarters chosen: every figure of outcomes then reads a ledger as it reads a
 * report. Neighbouring quarters are one period (上年结转 is what its first quarter began with). Always in today's form,
 * and never blank: what the ledger does not have is 0.
 */
export function toPeriodReport(
  facts: readonly ApplicationFact[],
  quarters: readonly Quarter[],
  scope: string,
): AnnualReport {
  const cells: Record<string, string> = {};
  for (const column of APPLICANT_COLUMNS) Object.assign(cells, columnOf(facts, quarters, column));
  const last = quarters[quarters.length - 1];
  const year = last === undefined ? 0 : yearOf(last);
  return { bodyId: "ledger", bodyName: scope, level: "rollUp", year, form: "2021", cells };
}

function columnOf(facts: readonly ApplicationFact[], quarters: readonly Quarter[], column: ApplicantColumn) {
  const own = column === "total" ? facts : facts.filter(({ applicantKind }) => applicantKind === column);
  const balance = balanceOf(own, quarters);
  const closed = new Map<string, number>(OUTCOME_LEAVES.map((leaf) => [leaf, 0]));
  for (const { quarter, outcome, received, carriedOver } of own) {
    if (outcome === null || !quarters.includes(quarter)) continue;
    closed.set(outcome, (closed.get(outcome) ?? 0) + received + carriedOver);
  }
  const rows: [string, number][] = [
    ["newReceived", balance.received],
    ["carriedOver", balance.carriedOver],
    ...closed,
    ["outcomeTotal", balance.closed],
    ["carriedForward", balance.carriedForward],
  ];
  return Object.fromEntries(rows.map(([row, count]) => [cellId("t3", row, column), String(count)]));
}
