import type { AnnualReport } from "#domain/annual-report.ts";
import type { ComputedReport } from "#domain/computed-report.ts";
import { REPORT_VIEW_LABEL, type ReportViewName } from "#domain/filters.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { formatFigureChange } from "#domain/report-cell.ts";
import { type CellComparison, compareReports } from "#domain/report-comparison.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import { readCompared, readComputed, readPrinted } from "./form-figures.ts";
import { nameOfCell } from "./form-words.ts";
import type { ReportView } from "./report-view.ts";
import type { ReadFigure } from "./to-form-grid.ts";

/** The form as the page shows it: printed, computed from the ledger, or both held against each other. */
export interface ShownForm {
  mode: ReportViewName;
  /** The report whose equations stand under the tables. */
  report: AnnualReport;
  results: readonly RuleResult[];
  read: ReadFigure;
  /** What the figures rest on, beside the words of the table. */
  note: string;
  /** Set where the figures do not come from an imported report. */
  source: string | null;
  /** Cells that differ; null unless both were held against each other. */
  differing: number | null;
}

/** Without a ledger of applications only the printed report can be shown. */
export function toShownForm(view: ReportView, mode: ReportViewName, computed: ComputedReport | null): ShownForm {
  const printed = { report: view.report, results: view.results, source: null };
  if (computed === null || mode === "printed")
    return { ...printed, mode: "printed", read: readPrinted(view.report), note: "", differing: null };
  const counted = `台账计至 ${computed.countedTo}，申请 ${computed.applications} 件、复议诉讼 ${computed.disputes} 件。`;
  if (mode === "computed") {
    return {
      mode,
      report: computed.report,
      results: checkReport(computed.report),
      read: readComputed(computed.report),
      note: `${counted}表二不在台账内。`,
      source: "依申请公开台账",
      differing: null,
    };
  }
  const comparisons = compareReports(view.report, computed.report);
  const differing = comparisons.filter(({ verdict }) => verdict === "differs");
  const compared = comparisons.filter(({ verdict }) => verdict === "same" || verdict === "differs").length;
  return {
    ...printed,
    mode,
    read: readCompared(view.report, computed.report),
    note: `对照 ${compared} 格，不同 ${differing.length} 格${nameDiffering(view.report, differing)}（加框：报＝报表，算＝台账，差＝报−算）；空白和“——”不比，表二不在台账内。${counted}`,
    source: null,
    differing: differing.length,
  };
}

/** How many cells a sentence names; the form boxes all of them. */
const MOST_NAMES = 4;

/** "：（一）予以公开 · 总计 −1、…等" */
function nameDiffering(report: AnnualReport, differing: readonly CellComparison[]): string {
  if (differing.length === 0) return "";
  const names = differing
    .slice(0, MOST_NAMES)
    .map(({ id, difference }) => `${nameOfCell(report, id)} ${formatFigureChange(difference ?? 0)}`);
  return `：${names.join("、")}${differing.length > MOST_NAMES ? "等" : ""}`;
}

export function describeShown({ mode }: Pick<ShownForm, "mode">): string {
  return REPORT_VIEW_LABEL[mode];
}
