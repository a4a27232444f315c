import type { AnnualReport } from "#domain/annual-report.ts";
import type { TextCheck, TextFinding } from "#domain/report-text-check.ts";
import type { TextSum } from "#domain/report-text-sums.ts";
import { TEXT_VERDICT_LABEL, type TextVerdict } from "#domain/report-text-verdict.ts";

export const TEXT_VERDICTS = Object.keys(TEXT_VERDICT_LABEL) as readonly TextVerdict[];

/** How many numbers have each verdict. */
export function countVerdicts(findings: readonly TextFinding[]): Record<TextVerdict, number> {
  const count = (verdict: TextVerdict) => findings.filter((finding) => finding.verdict === verdict).length;
  return Object.fromEntries(TEXT_VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<TextVerdict, number>;
}

/** One sentence with its numbers. */
export function describeTextCheck({ findings, sums }: TextCheck): string {
  if (findings.length === 0) return "正文里没有找到数字。";
  const counts = countVerdicts(findings);
  const told = findings.length - counts.unrelated;
  const open = counts.notAssessable === 0 ? "" : `、不能判定 ${counts.notAssessable}`;
  const wrong = sums.filter((sum) => sum.verdict !== "agreed").length;
  const own =
    sums.length === 0 ? "" : `；正文自列合计 ${sums.length} 处，${wrong === 0 ? "均相符" : `${wrong} 处须核对`}`;
  return `正文 ${findings.length} 个数字，${told} 个可与表比对：不一致 ${counts.differing}、两可 ${counts.ambiguous}、一致 ${counts.agreed}${open}${own}。`;
}

/** The text names a year in its title: a text of another year compares with the wrong table. */
export function yearWarning(text: string, report: AnnualReport): string {
  const year = /(20\d\d)年?度?政府信息公开(?:工作)?年度报告/u.exec(text)?.[1];
  if (year === undefined || Number(year) === report.year) return "";
  return `正文标题写的是 ${year} 年，现在比对的是 ${report.year} 年的表。`;
}

/** A line of the list: a number against the tables, or a total of the text against its parts. */
export type CheckLine = { kind: "finding"; finding: TextFinding } | { kind: "sum"; sum: TextSum };

/** The list as page and picture show it; numbers outside the tables' subject are listed apart. */
export function toLines({ findings, sums }: TextCheck): readonly CheckLine[] {
  const lines: CheckLine[] = [
    ...findings
      .filter(({ verdict }) => verdict !== "unrelated")
      .map((finding) => ({ kind: "finding" as const, finding })),
    ...sums.map((sum) => ({ kind: "sum" as const, sum })),
  ];
  return lines.sort((a, b) => rank(a) - rank(b) || offsetOf(a) - offsetOf(b));
}

function rank(line: CheckLine): number {
  return TEXT_VERDICTS.indexOf(line.kind === "sum" ? line.sum.verdict : line.finding.verdict);
}

function offsetOf(line: CheckLine): number {
  return line.kind === "sum" ? line.sum.total.offset : line.finding.number.offset;
}
