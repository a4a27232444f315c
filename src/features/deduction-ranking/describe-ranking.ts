import { deductionByGroup, type InspectionSummary } from "#domain/inspection-summary.ts";
import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import { describeQuarters } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { type Scheme, tiersFor } from "#domain/scheme.ts";
import type { Standings } from "#domain/standing.ts";
import { describeTierRange } from "#domain/tier.ts";
import type { Unit } from "#domain/unit.ts";
import type { RankedPanel, RankedStandings } from "./rank-standings.ts";

/** "三季度 53 家单位共扣 211.5 分，较二季度 −23.1 分；四档 6 家，单项否决 1 家。" */
export function describeConclusion(
  standings: Standings,
  ranked: RankedStandings,
  summary: InspectionSummary,
  base: { summary: InspectionSummary; head: string } | null,
): string {
  if (summary.inspected === 0) return `${describeQuarters(standings.quarters)}所选单位均未检查。`;
  const change = base && base.summary.inspected > 0 ? `，${describeDeductionChange(summary, base)}` : "";
  const { worst, vetoed } = countVerdicts(standings, ranked);
  const tail = [
    ...(worst ? [`${worst.name} ${worst.count} 家`] : []),
    ...(vetoed > 0 ? [`单项否决 ${vetoed} 家`] : []),
  ].join("，");
  const counted = standings.quarters.length > 1 ? "家次" : "家单位";
  return `${describeQuarters(standings.quarters)} ${summary.inspected} ${counted}共扣 ${formatPoints(summary.deduction)} 分${change}${tail === "" ? "" : `；${tail}`}。`;
}

/** Units in the worst tier and vetoed ones, as the bars show them; no worst tier where the scheme has none or one. */
export function countVerdicts(
  standings: Standings,
  ranked: RankedStandings,
): { worst: { name: string; level: number; count: number } | null; vetoed: number } {
  const tiers = standings.scheme.classTiers.flatMap((entry) => entry.tiers);
  const level = Math.max(...tiers.map((tier) => tier.level));
  const name = tiers.find((tier) => tier.level === level)?.name;
  const rows = ranked.flatMap((panel) => panel.rows.map((row) => row.standing));
  return {
    worst:
      name !== undefined && level > 1
        ? { name, level, count: rows.filter((row) => row.tier?.level === level).length }
        : null,
    vetoed: rows.filter((row) => row.state === "vetoed").length,
  };
}

function describeDeductionChange(
  summary: InspectionSummary,
  base: { summary: InspectionSummary; head: string },
): string {
  const change = roundPoints(summary.deduction, 1) - roundPoints(base.summary.deduction, 1);
  if (change === 0) return `与${base.head.slice(1)}持平`;
  return `${base.head}${change < 0 ? "减少" : "增加"} ${formatPoints(Math.abs(change))} 分`;
}

/** Who leads each panel, or where the few that were picked stand; then which two indicator groups weigh most. */
export function describeRankingFinding(
  ranked: RankedStandings,
  results: readonly QuarterResult[],
  isPicked: (unit: Unit) => boolean,
): string {
  const rows = ranked.flatMap((panel) => panel.rows);
  const arePicked = rows.length > 0 && rows.every((row) => row.picked);
  const places = arePicked ? describePlaces(ranked) : ranked.flatMap((panel) => describeLeader(panel));
  const weights = describeHeaviest(results, isPicked);
  if (places.length === 0) return "所选单位没有扣分记录。";
  return `${places.join("，")}${weights === "" ? "" : `；${weights}`}。`;
}

/** How many picked units are named with their place. */
const NAMED_PLACES = 3;

/** "区发展改革委扣 9.1 分，居部门第 2/30 位": the place in the whole class, not among the picked. */
function describePlaces(ranked: RankedStandings): string[] {
  const rows = ranked.flatMap((panel) => panel.rows.map((row) => ({ ...row, panel })));
  const named = rows
    .filter((row) => row.standing.state !== "missed")
    .sort((a, b) => b.standing.countedDeduction - a.standing.countedDeduction)
    .slice(0, NAMED_PLACES);
  return named.map(({ standing, rank, panel }) => {
    const place = rank === null ? "（否决，不排位）" : `（${panel.group.label}第 ${rank}/${panel.ranked} 位）`;
    return `${standing.unit.shortName}扣 ${formatPoints(standing.countedDeduction)} 分${place}`;
  });
}

function describeLeader({ group, rows }: RankedPanel): string[] {
  const scored = rows.filter((row) => row.standing.state !== "missed");
  const top = Math.max(0, ...scored.map((row) => roundPoints(row.standing.countedDeduction, 1)));
  if (scored.length === 0 || top === 0) return [];
  const leaders = scored.filter((row) => roundPoints(row.standing.countedDeduction, 1) === top);
  const names = leaders.slice(0, NAMED_PLACES).map((row) => row.standing.unit.shortName);
  const more = leaders.length > NAMED_PLACES ? `等 ${leaders.length} 家` : "";
  return [`${group.label}首位${names.join("、")}${more}${leaders.length > 1 ? "并列" : ""}扣 ${formatPoints(top)} 分`];
}

/** "主动公开（35.9%）与平台建设（23.3%）合占 211.5 分的 59.2%" */
function describeHeaviest(results: readonly QuarterResult[], isPicked: (unit: Unit) => boolean): string {
  const groups = [...deductionByGroup(results, isPicked)].sort((a, b) => b.deduction - a.deduction);
  const total = groups.reduce((sum, group) => sum + group.deduction, 0);
  const [first, second] = groups;
  if (total === 0 || !first || !second || second.deduction === 0) return "";
  const share = (points: number) => `${((points / total) * 100).toFixed(1)}%`;
  return `${first.name}（${share(first.deduction)}）与${second.name}（${share(second.deduction)}）合占 ${formatPoints(total)} 分的 ${share(first.deduction + second.deduction)}`;
}

/** "一档 ≤2，二档 >2 且 ≤5 …", once when every class shares the tiers, else class by class. */
export function describeTiers(scheme: Scheme, classes: readonly string[]): string {
  const texts = new Map<string, string[]>();
  for (const unitClass of classes) {
    const text = tiersFor(scheme, unitClass)
      .map((tier) => `${tier.name} ${describeTierRange(tier)}`)
      .join("，");
    texts.set(text, [...(texts.get(text) ?? []), unitClass]);
  }
  const basis = scheme.tierBasis === "score" ? "按得分分档" : "按扣分分档";
  const parts = [...texts].filter(([text]) => text !== "");
  if (parts.length === 0) return "本方案不分档";
  if (parts.length === 1 && texts.size === 1) return `${basis}：${parts[0]?.[0]}`;
  return `${basis}：${parts.map(([text, names]) => `${names.join("、")}：${text}`).join("；")}`;
}

/** "应检 54 · 实检 53 · 未检 1" */
export function describeCoverage(summary: InspectionSummary): string {
  return `应检 ${summary.due} · 实检 ${summary.inspected} · 未检 ${summary.missed}`;
}

/** The change of a total with its sign and base: "较二季度 −23.1". */
export function describeChange(now: number, before: number, head: string): string {
  return `${head} ${formatPointsChange(roundPoints(now, 1) - roundPoints(before, 1))}`;
}
