import type { AnnualReport, ReportHeading } from "#domain/annual-report.ts";
import { type CarryOverLink, carryOverChain } from "#domain/outcome-totals.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import type { Source } from "#domain/source.ts";

/** Everything the panels of one body and year say. */
export interface ReportView {
  report: AnnualReport;
  results: readonly RuleResult[];
  chain: readonly CarryOverLink[];
  provenance: Provenance;
  /** 示范区（汇总） · 2025 年 */
  subject: string;
}

/** null when the body has no report of that year. */
export function toReportView(
  reports: readonly AnnualReport[],
  heading: Pick<ReportHeading, "bodyId" | "year">,
  sources: readonly Source[],
): ReportView | null {
  const find = (year: number) =>
    reports.find((report) => report.bodyId === heading.bodyId && report.year === year) ?? null;
  const report = find(heading.year);
  if (report === null) return null;
  return {
    report,
    results: checkApplications(report, find(heading.year - 1)),
    chain: carryOverChain(reports),
    provenance: describeProvenance(sources, "annualReports"),
    subject: `${report.bodyName} · ${report.year} 年`,
  };
}
