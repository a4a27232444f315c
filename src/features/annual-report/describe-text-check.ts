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

/** What has to be looked at comes first, then the order of the text. */
export function inOrder(findings: readonly TextFinding[]): readonly TextFinding[] {
  const place = (finding: TextFinding) => TEXT_VERDICTS.indexOf(finding.verdict);
  return [...findings].sort((a, b) => place(a) - place(b) || a.number.offset - b.number.offset);
}

/** Sums of the text by the same words as its numbers. */
export function sumWord(sum: TextSum): string {
  return TEXT_VERDICT_LABEL[sum.verdict];
}
