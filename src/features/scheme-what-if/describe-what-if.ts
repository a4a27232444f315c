import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { TierFlip } from "#domain/tier-flip.ts";
import type { UnitChange, WhatIfSummary } from "#domain/what-if.ts";
import { distanceText } from "./describe-changes.ts";

/** "2 处改动使 54 家中 6 家换档：升 4 家、降 2 家；平均得分 96.1 分（+0.3）。" */
export function describeOutcome(summary: WhatIfSummary, units: number, changes: number): string {
  if (changes === 0) return `未改动规则：${units} 家单位的得分与档次如现行方案。`;
  const moved = summary.better + summary.worse;
  const parts = [
    ...(summary.better > 0 ? [`升 ${summary.better} 家`] : []),
    ...(summary.worse > 0 ? [`降 ${summary.worse} 家`] : []),
  ];
  const tiers = moved === 0 ? "没有单位换档" : ` ${moved} 家换档（${parts.join("、")}）`;
  return `${changes} 处改动使 ${units} 家中${tiers}，${describeAverage(summary)}。`;
}

function describeAverage({ averageBefore, averageAfter }: WhatIfSummary): string {
  if (averageBefore === null || averageAfter === null) return "没有可平均的得分";
  const change = roundPoints(averageAfter, 1) - roundPoints(averageBefore, 1);
  return change === 0
    ? `平均得分不变（${formatPoints(averageAfter)} 分）`
    : `平均得分 ${formatPoints(averageAfter)} 分（较现行 ${formatPointsChange(change)}）`;
}

const NAMED = 4;

/** "升档：区民政局、区水利局；降档：归雁镇。" */
export function describeMovers(rows: readonly UnitChange[]): string {
  const names = (wanted: (step: number) => boolean) =>
    rows.filter(({ tierStep }) => tierStep !== null && wanted(tierStep)).map(({ unit }) => unit.shortName);
  const better = names((step) => step < 0);
  const worse = names((step) => step > 0);
  const parts = [
    ...(better.length > 0 ? [`升档：${listNames(better)}`] : []),
    ...(worse.length > 0 ? [`降档：${listNames(worse)}`] : []),
  ];
  return parts.length === 0 ? "没有单位换档。" : `${parts.join("；")}。`;
}

function listNames(names: readonly string[]): string {
  return names.length <= NAMED ? names.join("、") : `${names.slice(0, NAMED).join("、")}等 ${names.length} 家`;
}

/**
 * "少扣 0.3 分升一档", "再扣超过 0.4 分降三档". On a scheme that cuts tiers on the score the figure is the score, so the
 * words turn round.
 */
export function describeFlip(scheme: Scheme, flip: TierFlip | null, own: number | null): string {
  if (flip === null) return "——";
  const gains = scheme.tierBasis === "score" ? flip.sign > 0 : flip.sign < 0;
  const verb = own !== null && flip.to.level < own ? "升" : "降";
  if (flip.distance === 0) return `正在档线上，${gains ? "少扣" : "再扣"}一点即${verb}${flip.to.name}`;
  const how = flip.beyond ? "超过 " : " ";
  return `${gains ? "少扣" : "再扣"}${how}${distanceText(flip.distance)}${verb}${flip.to.name}`;
}
