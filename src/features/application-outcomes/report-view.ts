import type { AnnualReport, ReportHeading } from "#domain/annual-report.ts";
import type { Comparison } from "#domain/filters.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import type { Source } from "#domain/source.ts";
import type { OutcomeView } from "./outcome-view.ts";

/** Everything the panels of one body and year say. */
export interface ReportView extends OutcomeView {
  /** The year before to compare with; null without such a report, or when nothing is to be compared. */
  base: AnnualReport | null;
  /** R1, R2, R3 and R5; they hold whatever is compared. */
  results: readonly RuleResult[];
}

/** null when the body has no report of that year. */
export function toReportView(
  reports: readonly AnnualReport[],
  heading: Pick<ReportHeading, "bodyId" | "year">,
  compare: Comparison,
  sources: readonly Source[],
): ReportView | null {
  const find = (year: number) =>
    reports.find((report) => report.bodyId === heading.bodyId && report.year === year) ?? null;
  const report = find(heading.year);
  if (report === null) return null;
  const previous = find(heading.year - 1);
  const base = compare === "none" ? null : previous;
  return {
    report,
    base,
    totals: outcomeTotals(report),
    baseTotals: base === null ? null : outcomeTotals(base),
    results: checkApplications(report, previous),
    provenance: describeProvenance(sources, "annualReports"),
    asOf: sources.find((source) => source.topic === "annualReports")?.asOf ?? null,
    subject: `${report.bodyName} · ${report.year} 年`,
    name: `${report.year} 年`,
    baseName: `${report.year - 1} 年`,
    file: { quarters: `${report.year}`, scope: report.bodyName },
  };
}
