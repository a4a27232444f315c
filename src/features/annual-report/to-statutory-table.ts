import type { AnnualReport } from "#domain/annual-report.ts";
import {
  APPLICANT_COLUMNS,
  type ApplicantColumn,
  OUTCOME_ROW,
  type OutcomeGroup,
  outcomeRowsOf,
} from "#domain/outcome.ts";
import type { RuleId } from "#domain/reconciliation-rules.ts";
import { describeCell, type ReportFigure, readCell, sumCells } from "#domain/report-cell.ts";
import { cellId, type FormBlock, type FormRow, REPORT_FORM } from "#domain/report-form.ts";
import type { RuleResult } from "#domain/rule-result.ts";

/** 0 is grey, 未报 dashed, —— a grey dash: three different things. */
export type StatutoryCellKind = "number" | "zero" | "notReported" | "notApplicable" | "text";

export interface StatutoryCell {
  column: ApplicantColumn;
  /** null for a subtotal that the form does not print. */
  id: string | null;
  text: string;
  kind: StatutoryCellKind;
}

export interface StatutoryRow {
  row: FormRow;
  /** Empty for 三、本年度办理结果, which is a heading only. */
  cells: readonly StatutoryCell[];
  /** R3 of the row. */
  check: RuleResult | null;
}

export interface StatutoryTable {
  title: string;
  block: FormBlock;
  rows: readonly StatutoryRow[];
  /** R1 and R2, one result for each applicant column. */
  columnChecks: readonly { ruleId: RuleId; label: string; results: readonly RuleResult[] }[];
}

const COLUMN_RULES = [
  { ruleId: "R1", label: "一 + 二 = 三（七）+ 四" },
  { ruleId: "R2", label: "各项结果之和 = 三（七）" },
] as const;

/** Table 三 in printed wording and order, with subtotals of the outcome groups, R3 beside it and R1, R2 under it. */
export function toStatutoryTable(report: AnnualReport, results: readonly RuleResult[]): StatutoryTable | null {
  const table = REPORT_FORM[report.form].t3;
  const [block] = table.blocks;
  if (block === undefined) return null;
  const rows = block.rows.map((row) => ({
    row,
    cells: row.hasCells || row.group !== null ? APPLICANT_COLUMNS.map((column) => toCell(report, row, column)) : [],
    check: results.find((result) => result.ruleId === "R3" && result.item === row.key) ?? null,
  }));
  const columnChecks = COLUMN_RULES.map((rule) => ({
    ...rule,
    results: results.filter((result) => result.ruleId === rule.ruleId),
  }));
  return { title: table.title, block, rows, columnChecks };
}

function toCell(report: AnnualReport, row: FormRow, column: ApplicantColumn): StatutoryCell {
  if (row.hasCells) {
    const id = cellId("t3", row.key, column);
    const cell = readCell(report, id);
    return { column, id, text: describeCell(cell), kind: CELL_KIND[cell.kind] };
  }
  const figure = row.group === null ? { value: null, text: "" } : subtotal(report, row.group, column);
  return { column, id: null, text: figure.text, kind: kindOf(figure) };
}

const CELL_KIND = {
  number: "number",
  zero: "zero",
  annotated: "text",
  blank: "notReported",
  notApplicable: "notApplicable",
  unreadable: "text",
} as const;

function subtotal(report: AnnualReport, group: OutcomeGroup, column: ApplicantColumn): ReportFigure {
  const rows = outcomeRowsOf(report.form).filter((key) => OUTCOME_ROW[key].group === group);
  return sumCells(
    report,
    rows.map((key) => cellId("t3", key, column)),
  );
}

function kindOf(figure: ReportFigure): StatutoryCellKind {
  if (figure.value !== null) return figure.value === 0 ? "zero" : "number";
  return figure.text === "——" ? "notApplicable" : "notReported";
}

/** The printed total that the other cells of a failing equation should give: where a reader looks first. */
export function targetCellOf(result: RuleResult): string | null {
  return result.cells[result.cells.length - 1] ?? null;
}

/** The equations written out under the table: the total column and the chain always, then every failing place. */
export function toEquations(results: readonly RuleResult[]): RuleResult[] {
  return results.filter(
    (result) => result.verdict === "fail" || (result.item === "total" && ["R1", "R2", "R5"].includes(result.ruleId)),
  );
}
