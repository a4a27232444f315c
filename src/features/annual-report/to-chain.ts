import type { AnnualReport } from "#domain/annual-report.ts";
import { APPLICANT_COLUMNS, APPLICANT_LABEL, type ApplicantColumn } from "#domain/outcome.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { RECONCILIATION_RULES } from "#domain/reconciliation-rules.ts";
import { type ReportFigure, sumCells } from "#domain/report-cell.ts";
import { cellId } from "#domain/report-form.ts";
import type { RuleResult } from "#domain/rule-result.ts";

const CARRY_OVER_RULE = RECONCILIATION_RULES.filter((rule) => rule.id === "R5");

/** From one year to the next in one applicant column: what was left, what was taken over, and R5. */
export interface ChainLink {
  year: number;
  left: ReportFigure;
  taken: ReportFigure;
  result: RuleResult;
}

export interface ChainRow {
  column: ApplicantColumn;
  label: string;
  links: readonly ChainLink[];
}

/** The chain 结转下年度 → 上年结转 of a body in each of the seven columns; a year without the one before has no link. */
export function toChain(reports: readonly AnnualReport[]): ChainRow[] {
  const sorted = [...reports].sort((a, b) => a.year - b.year);
  const pairs = sorted.flatMap((report) => {
    const previous = sorted.find(({ year }) => year === report.year - 1);
    return previous === undefined
      ? []
      : [{ report, previous, results: checkReport(report, { previous }, CARRY_OVER_RULE) }];
  });
  return APPLICANT_COLUMNS.map((column) => ({
    column,
    label: column === "otherOrg" ? "其他组织" : APPLICANT_LABEL[column],
    links: pairs.flatMap(({ report, previous, results }): ChainLink[] => {
      const result = results.find(({ item }) => item === column);
      if (result === undefined) return [];
      const left = sumCells(previous, [cellId("t3", "carriedForward", column)]);
      const taken = sumCells(report, [cellId("t3", "carriedOver", column)]);
      return [{ year: report.year, left, taken, result }];
    }),
  }));
}

/** "2023 年至 2025 年逐年相接，7 列 14 处无断链。" — or where the chain breaks or cannot be judged. */
export function describeChain(rows: readonly ChainRow[]): string {
  const links = rows.flatMap((row) => row.links.map((link) => ({ ...link, label: row.label })));
  const [first] = links;
  if (first === undefined) return "没有相邻两年的报告，不能判定是否相接。";
  const broken = links.filter(({ result }) => result.verdict === "fail");
  const silent = links.filter(({ result }) => result.verdict === "notAssessable").length;
  if (broken.length > 0) {
    const names = broken.map(({ year, label }) => `${year - 1}→${year} 年${label}列`).join("、");
    return `${broken.length} 处断链：${names}${silent > 0 ? `；${silent} 处不能判定` : ""}。`;
  }
  const years = links.map(({ year }) => year);
  const span = `${Math.min(...years) - 1} 年至 ${Math.max(...years)} 年`;
  if (silent > 0) return `${span}：${links.length - silent} 处相接，${silent} 处不能判定。`;
  return `${span}逐年相接，7 列 ${links.length} 处无断链。`;
}
