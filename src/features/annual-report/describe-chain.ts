import type { CarryOverLink } from "#domain/outcome-totals.ts";

/** "2022 年至 2025 年逐年相接。" — or where the chain breaks or cannot be judged. */
export function describeChain(chain: readonly CarryOverLink[]): string {
  const first = chain[0];
  const last = chain[chain.length - 1];
  if (first === undefined || last === undefined || chain.length === 1) return "只有一年的报告，不能判定是否相接。";
  const broken = chain.filter((link) => link.check?.verdict === "fail");
  if (broken.length > 0) return `${broken.map((link) => `${link.year} 年`).join("、")}与上一年结转下年度数不相接。`;
  const unjudged = chain.slice(1).filter((link) => link.check?.verdict === "notAssessable");
  if (unjudged.length > 0) return `${unjudged.map((link) => `${link.year} 年`).join("、")}不能判定，其余相接。`;
  return `${first.year} 年至 ${last.year} 年逐年相接，无断链。`;
}
