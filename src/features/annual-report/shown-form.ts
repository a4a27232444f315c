import type { AnnualReport } from "#domain/annual-report.ts";
import type { ComputedReport } from "#domain/computed-report.ts";
import { REPORT_VIEW_LABEL, type ReportViewName } from "#domain/filters.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { compareReports } from "#domain/report-comparison.ts";
import type { FormTableId } from "#domain/report-form.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import { readCompared, readComputed, readPrinted } from "./form-figures.ts";
import type { ReportView } from "./report-view.ts";
import { describeCompared, describeCounted, NO_WORDS, type TableWords } from "./shown-words.ts";
import type { ReadFigure } from "./to-form-grid.ts";

/** The form as the page shows it: printed, computed from the ledger, or both held against each other. */
export interface ShownForm {
  mode: ReportViewName;
  /** The report whose equations stand under the tables. */
  report: AnnualReport;
  results: readonly RuleResult[];
  read: ReadFigure;
  /** What the view says of a table, beside the words of the table itself. */
  wordsOf: (table: FormTableId) => TableWords;
  /** Of the figures shown: the report, the ledger, or both. */
  source: string;
  /** Moment of the data, for file names; of the report where both are held against each other. */
  asOf: string | null;
}

/** Without a ledger of applications only the printed report can be shown. */
export function toShownForm(view: ReportView, mode: ReportViewName, computed: ComputedReport | null): ShownForm {
  const { provenance, ledgerProvenance } = view;
  const printed = { report: view.report, results: view.results, source: provenance.source, asOf: provenance.asOf };
  if (computed === null || mode === "printed")
    return { ...printed, mode: "printed", read: readPrinted(view.report), wordsOf: () => NO_WORDS };
  const counted = describeCounted(computed);
  if (mode === "computed") {
    const previous = view.reports.find(({ year }) => year === view.report.year - 1);
    return {
      mode,
      report: computed.report,
      results: checkReport(computed.report, previous === undefined ? {} : { previous }),
      read: readComputed(computed.report),
      wordsOf: (table) => ({
        finding: "",
        note: table === "t2" ? "表二不在台账内。" : `${counted}R5 的上年数取自上年导入的报表。`,
      }),
      source: ledgerProvenance.source,
      asOf: ledgerProvenance.asOf,
    };
  }
  const comparisons = compareReports(view.report, computed.report);
  return {
    ...printed,
    mode,
    source: `${provenance.source}；${ledgerProvenance.source}`,
    read: readCompared(view.report, computed.report),
    wordsOf: (table) => ({
      finding: describeCompared(table, comparisons),
      note:
        table === "t2"
          ? "表二不在台账内，各格为报表数。"
          : `加框的格不同：报＝报表，算＝台账，差＝报−算；空白和“——”不比。${counted}`,
    }),
  };
}

export function describeShown({ mode }: Pick<ShownForm, "mode">): string {
  return REPORT_VIEW_LABEL[mode];
}
