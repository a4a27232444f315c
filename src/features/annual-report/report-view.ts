import type { AnnualReport, ReportHeading } from "#domain/annual-report.ts";
import { partsOf } from "#domain/judge-reports.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import { checkReport } from "#domain/reconciliation.ts";
import type { ReportNote } from "#domain/report-note.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import type { Source } from "#domain/source.ts";

/** What the panels of one body and year are made from. */
interface ReportData {
  /** Every year of the body. */
  reports: readonly AnnualReport[];
  /** Every body's report of the year; empty unless the body is a roll-up. */
  ofYear: readonly AnnualReport[];
  notes: readonly ReportNote[];
  sources: readonly Source[];
}

/** Everything the panels of one body and year say. */
export interface ReportView {
  report: AnnualReport;
  /** Every year of the body, oldest first. */
  reports: readonly AnnualReport[];
  /** Units under a roll-up. */
  parts: readonly AnnualReport[];
  /** All rules, at all places of the report. */
  results: readonly RuleResult[];
  /** Remarks on this report, in the order of recording. */
  notes: readonly ReportNote[];
  provenance: Provenance;
  /** Of the ledger of applications, for figures that are computed from it. */
  ledgerProvenance: Provenance;
  /** 示范区（汇总） · 2025 年 */
  subject: string;
}

/** null when the body has no report of that year. */
export function toReportView(heading: Pick<ReportHeading, "bodyId" | "year">, data: ReportData): ReportView | null {
  const own = data.reports.filter((report) => report.bodyId === heading.bodyId).sort((a, b) => a.year - b.year);
  const report = own.find(({ year }) => year === heading.year);
  if (report === undefined) return null;
  const previous = own.find(({ year }) => year === heading.year - 1);
  const parts = report.level === "rollUp" ? partsOf(report, data.ofYear) : [];
  return {
    report,
    reports: own,
    parts,
    results: checkReport(report, previous === undefined ? { parts } : { previous, parts }),
    notes: data.notes.filter((note) => note.bodyId === heading.bodyId && note.year === heading.year),
    provenance: describeProvenance(data.sources, "annualReports"),
    ledgerProvenance: describeProvenance(data.sources, "applications"),
    subject: `${report.bodyName} · ${report.year} 年`,
  };
}
