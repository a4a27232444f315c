import type { GroupDeduction, InspectionSummary } from "#domain/inspection-summary.ts";
import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import { describeQuarters, type Quarter } from "#domain/quarter.ts";
import { percentShares } from "#domain/share.ts";
import type { SummaryBase } from "./to-inspection-stats.ts";

/** The conclusion sentence: coverage, mean, total. */
export function describeInspection(quarters: readonly Quarter[], summary: InspectionSummary): string {
  const period = describeQuarters(quarters);
  const times = quarters.length > 1 ? "家次" : "家";
  if (summary.inspected === 0) return `${period}应检 ${summary.due} ${times}，均未检查。`;
  const score = summary.averageScore === null ? "" : `平均 ${formatPoints(summary.averageScore)} 分，`;
  return `${period}应检 ${summary.due} ${times}、实检 ${summary.inspected} ${times}，${score}发现问题 ${summary.findings} 条，共扣 ${formatPoints(summary.deduction)} 分。`;
}

/** "平台建设扣 76.1 分居首，前两项合占 59.2%；较二季度扣分增加最多的是…" */
export function describeGroups(
  groups: readonly GroupDeduction[],
  base: readonly GroupDeduction[] | null,
  head: string,
): string {
  const sorted = [...groups].sort((a, b) => b.deduction - a.deduction);
  const total = groups.reduce((sum, group) => sum + group.deduction, 0);
  const [first, second] = sorted;
  if (!first || total === 0) return "所选单位没有扣分。";
  const two =
    second && second.deduction > 0 ? `，与${second.name}合占 ${share(first.deduction + second.deduction, total)}` : "";
  const risen = base ? mostRisen(groups, base) : null;
  const rise = risen ? `；${head}增加最多的是${risen.name}（${formatPointsChange(risen.change)} 分）` : "";
  return `${first.name}扣 ${formatPoints(first.deduction)} 分居首${two}${rise}。`;
}

function share(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}

function mostRisen(groups: readonly GroupDeduction[], base: readonly GroupDeduction[]) {
  const before = new Map(base.map((group) => [group.groupId, group.deduction]));
  const changes = groups.map((group) => ({
    name: group.name,
    change: roundPoints(group.deduction, 1) - roundPoints(before.get(group.groupId) ?? 0, 1),
  }));
  const top = changes.sort((a, b) => b.change - a.change)[0];
  return top && top.change > 0 ? top : null;
}

/** "一档 15 家（28%）、二档 18 家（34%）…" of the inspected units; the shares add up to 100 %. */
export function describeTierShares(summary: InspectionSummary, base: SummaryBase | null): string {
  if (summary.inspected === 0) return "所选单位均未检查。";
  if (summary.tiers.length === 0) return "本方案不分档。";
  const counts = [...summary.tiers.map((entry) => entry.count), summary.vetoed];
  const names = [...summary.tiers.map((entry) => entry.tier.name), "否决"];
  const shares = percentShares(counts);
  const parts = names.flatMap((name, index) =>
    (counts[index] ?? 0) > 0 ? [`${name} ${counts[index]} 家（${shares[index]}%）`] : [],
  );
  const qualified = (entry: InspectionSummary) =>
    entry.tiers.reduce((sum, { tier, count }) => sum + (tier.qualified ? count : 0), 0);
  const change =
    base && base.summary.inspected > 0
      ? `，${describeCountChange(qualified(summary) - qualified(base.summary), base.head)}`
      : "";
  return `${parts.join("、")}；合格 ${qualified(summary)}/${summary.inspected} 家${change}。`;
}

/** 较二季度多 3 家, 与二季度持平. */
function describeCountChange(change: number, head: string): string {
  if (change === 0) return `与${head.slice(1)}持平`;
  return `${head}${change > 0 ? "多" : "少"} ${Math.abs(change)} 家`;
}
