import type { AnnualReport } from "./annual-report.ts";
import type { ReconciliationRule } from "./reconciliation-rules.ts";
import { decimalsOf, formatFigure, numberOf, readCell } from "./report-cell.ts";
import { type FormCell, formCells } from "./report-form.ts";
import { placesOf } from "./rule-place.ts";
import { notAssessable, type RuleResult } from "./rule-result.ts";

/** R10 judges an unreadable cell, because being readable is what it asks; blank and dashed cells stay unjudged. */
export function checkFormat(rule: ReconciliationRule, report: AnnualReport): RuleResult[] {
  return placesOf("row", report).map((place) => {
    const prefix = `${place.item}.`;
    const cells = formCells(report.form).filter((cell) => cell.id.startsWith(prefix));
    const ids = cells.map((cell) => cell.id);
    const faults = cells.flatMap((cell) => formatFault(cell, report) ?? []);
    const silent = ids.filter((id) => ["blank", "notApplicable"].includes(readCell(report, id).kind)).length;
    if (faults.length === 0 && silent > 0) {
      return notAssessable(rule, place, ids, `${silent} 格为空白或“——”，不能判定`);
    }
    const texts = faults.map((fault) => fault.text).join("；") || "格式无误";
    return {
      ruleId: rule.id,
      severity: faults.length > 0 && faults.every((fault) => fault.mild) ? "warning" : rule.severity,
      ...place,
      verdict: faults.length === 0 ? "pass" : "fail",
      left: null,
      right: null,
      difference: null,
      cells: faults.length === 0 ? ids : faults.map((fault) => fault.id),
      units: [],
      message: `${place.where}：${texts}`,
    };
  });
}

function formatFault(cell: FormCell, report: AnnualReport): { id: string; text: string; mild: boolean } | null {
  const value = readCell(report, cell.id);
  const raw = report.cells[cell.id] ?? "";
  const fault = (text: string, mild = false) => ({ id: cell.id, text: `${cell.column.label}“${raw}”${text}`, mild });
  if (value.kind === "unreadable") return fault("不是数字");
  const number = numberOf(value);
  if (number === null) return null;
  if (number < 0 && cell.column.format !== "change") return fault("为负数");
  if (cell.column.format !== "money" && !Number.isInteger(number)) return fault("应为整数");
  if (decimalsOf(raw) > 6) return fault("小数超过六位");
  return value.kind === "annotated" ? fault(`含附注，按 ${formatFigure(number)} 计`, true) : null;
}
