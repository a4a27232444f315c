import type { AnnualReport } from "#domain/annual-report.ts";
import { type BodyChain, type ChainLink, carryOverChains } from "#domain/carry-over-chain.ts";
import { APPLICANT_COLUMNS, APPLICANT_LABEL, type ApplicantColumn } from "#domain/outcome.ts";

export interface ChainRow {
  column: ApplicantColumn;
  label: string;
  links: readonly (ChainLink & { year: number })[];
}

/** 其他 stands beside the organisations, not beside all applicants. */
export function nameColumn(column: ApplicantColumn): string {
  return column === "otherOrg" ? "其他组织" : APPLICANT_LABEL[column];
}

/** Links of a body with the year that each leads to. */
export function linksOf({ steps }: Pick<BodyChain, "steps">): (ChainLink & { year: number })[] {
  return steps.flatMap((step) =>
    step.kind === "joined" ? step.links.map((link) => ({ ...link, year: step.year })) : [],
  );
}

/** The chain 结转下年度 → 上年结转 of a body in each of the seven columns; a year without the one before has no link. */
export function toChain(reports: readonly AnnualReport[]): ChainRow[] {
  const links = carryOverChains(reports).flatMap(linksOf);
  return APPLICANT_COLUMNS.map((column) => ({
    column,
    label: nameColumn(column),
    links: links.filter((link) => link.column === column),
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
