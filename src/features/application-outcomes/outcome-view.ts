import type { AnnualReport } from "#domain/annual-report.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";
import type { Provenance } from "#domain/provenance.ts";

/** What the figures of outcomes say, whether a report printed it or the ledger was counted. */
export interface OutcomeView {
  /** Table 三 as it was printed, or as it would be for the quarters chosen. */
  report: AnnualReport;
  totals: OutcomeTotals;
  /** The same a year before; null where nothing is known of it, or nothing is to be compared. */
  baseTotals: OutcomeTotals | null;
  /** 2025 年, 2026年三季度 */
  name: string;
  /** 2024 年, 2025年三季度 */
  baseName: string;
  provenance: Provenance;
  /** ISO time of the data, for file names. */
  asOf: string | null;
  /** 示范区（汇总） · 2025 年 */
  subject: string;
  file: { quarters: string; scope: string };
}
