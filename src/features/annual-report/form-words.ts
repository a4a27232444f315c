import type { AnnualReport } from "#domain/annual-report.ts";
import { OUTCOME_GROUPS, OUTCOME_ROW, type OutcomeGroup, outcomeRowsOf } from "#domain/outcome.ts";
import { sumCells } from "#domain/report-cell.ts";
import { cellId, formCells } from "#domain/report-form.ts";
import type { ReportNote } from "#domain/report-note.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";

/** 1.属于国家秘密 · 自然人; 行政复议 · 结果维持. */
export function nameOfCell(report: AnnualReport, id: string): string {
  const cell = formCells(report.form).find((entry) => entry.id === id);
  return cell === undefined ? id : `${cell.row.label} · ${cell.column.label}`;
}

/** Sums of the outcome groups that the form heads but does not add up, by key of the group. */
export function groupSubtotals(report: AnnualReport): Map<string, string> {
  const rowsOf = (group: OutcomeGroup) => outcomeRowsOf(report.form).filter((key) => OUTCOME_ROW[key].group === group);
  return new Map(
    OUTCOME_GROUPS.filter((group) => rowsOf(group).length > 1).map((group) => {
      const ids = rowsOf(group).map((key) => cellId("t3", key, "total"));
      return [group, sumCells(report, ids).text];
    }),
  );
}

/** "R6 说明（行政规范性文件，区政府办公室 2026-02-01）：年内清理。", as page and files carry it. */
export function noteWords(report: AnnualReport, note: ReportNote): string {
  const where = nameOfPlace(report, note.item);
  return `${note.ruleId} 说明（${where}，${note.by} ${shanghaiDate(note.at)}）：${note.text}`;
}

function nameOfPlace(report: AnnualReport, item: string): string {
  const cells = formCells(report.form);
  const row = cells.find((cell) => cell.row.key === item)?.row.label;
  return row ?? `${cells.find((cell) => cell.table === "t3" && cell.column.key === item)?.column.label ?? item}列`;
}
