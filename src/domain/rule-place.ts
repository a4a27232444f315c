import type { AnnualReport } from "./annual-report.ts";
import { APPLICANT_COLUMNS, APPLICANT_LABEL, outcomeRowsOf } from "./outcome.ts";
import { APPLICANT_KINDS } from "./outcome-leaf.ts";
import type { RuleScope } from "./reconciliation-rules.ts";
import { CASE_BLOCK_LABEL, CASE_RESULT_LABEL, type FormCell, formCells } from "./report-form.ts";

/** Where a rule is applied: a column, a row, a block or a cell. */
export interface Place {
  item: string;
  where: string;
}

/** Every place of a report that a scope names. */
export function placesOf(scope: RuleScope, report: AnnualReport): Place[] {
  switch (scope) {
    case "applicantColumn":
      return APPLICANT_COLUMNS.map((item) => ({
        item,
        where: item === "otherOrg" ? "其他组织列" : `${APPLICANT_LABEL[item]}列`,
      }));
    case "applicationRow":
      return rowsOf(report)
        .filter((cell) => cell.table === "t3")
        .map(({ row }) => ({ item: row.key, where: row.label }));
    case "caseBlock":
      return Object.entries(CASE_BLOCK_LABEL).map(([item, where]) => ({ item, where }));
    case "documentRow":
      return rowsOf(report)
        .filter(({ row }) => row.key === "regulations" || row.key === "normativeDocuments")
        .map(({ row }) => ({ item: row.key, where: row.label }));
    case "cell":
      return formCells(report.form).map((cell) => ({ item: cell.id, where: `${cell.row.label}·${cell.column.label}` }));
    case "row":
      return rowsOf(report).map(({ table, row }) => ({ item: `${table}.${row.key}`, where: row.label }));
    case "report":
      return [{ item: "", where: "全表" }];
  }
}

/** One cell of each printed row, in printed order. */
function rowsOf(report: AnnualReport): FormCell[] {
  return [...new Map(formCells(report.form).map((cell) => [`${cell.table}.${cell.row.key}`, cell])).values()];
}

const RESULT_KEYS = Object.keys(CASE_RESULT_LABEL).filter((key) => key !== "total");

/** The cell ids that a pattern of a rule stands for at a place. */
export function expand(pattern: string, item: string, report: AnnualReport): string[] {
  const lists: Record<string, readonly string[]> = {
    "{outcomes}": outcomeRowsOf(report.form),
    "{applicants}": APPLICANT_KINDS,
    "{results}": RESULT_KEYS,
  };
  const filled = pattern.replace("@", item);
  const [token, keys] = Object.entries(lists).find(([name]) => filled.includes(name)) ?? ["", [""]];
  return keys.map((key) => filled.replace(token, key));
}
