import type { ChangeMeaning } from "#charts/chart.ts";
import { meaningOfChange, meaningOfSumChange } from "#domain/comparison.ts";
import type { InspectionSummary } from "#domain/inspection-summary.ts";
import { METRIC_DEFINITION } from "#domain/metric.ts";
import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";

/** A period that the quarter is held against, and how it is named: 较二季度. */
export interface SummaryBase {
  head: string;
  summary: InspectionSummary;
}

export interface StatChange {
  text: string;
  meaning: ChangeMeaning;
}

/** One figure of the conclusion strip with its changes, each naming its base. */
export interface InspectionStat {
  id: string;
  label: string;
  definition: string;
  value: string;
  unit: string;
  /** n/N or what the number is taken over. */
  basis: string;
  changes: readonly StatChange[];
}

/** Whether the base inspected anybody at all; a change against nothing is no change. */
function usable(bases: readonly SummaryBase[]): SummaryBase[] {
  return bases.filter((base) => base.summary.inspected > 0);
}

/** Where nobody was inspected nothing was found and nothing is better: that is no 0. */
function unlessUninspected(summary: InspectionSummary, stat: InspectionStat): InspectionStat {
  return summary.inspected === 0 ? { ...stat, value: "——", unit: "", changes: [] } : stat;
}

export function toInspectionStats(summary: InspectionSummary, bases: readonly SummaryBase[]): InspectionStat[] {
  const known = usable(bases);
  return [
    {
      id: "coverage",
      definition: METRIC_DEFINITION.coverage,
      label: "实检单位",
      value: String(summary.inspected),
      unit: `/ ${summary.due} 家`,
      basis: `应检 ${summary.due} · 实检 ${summary.inspected} · 未检 ${summary.missed}`,
      changes: countChanges(known, (entry) => entry.inspected, summary, unjudged),
    },
    {
      id: "score",
      definition: METRIC_DEFINITION.averageScore,
      label: "平均得分",
      value: summary.averageScore === null ? "——" : formatPoints(summary.averageScore),
      unit: summary.averageScore === null ? "" : "分",
      basis: `${summary.scores} 家有得分`,
      changes: pointChanges(known, (entry) => entry.averageScore, summary, judgeMean),
    },
    unlessUninspected(summary, {
      id: "deduction",
      definition: METRIC_DEFINITION.deduction,
      label: "合计扣分",
      value: formatPoints(summary.deduction),
      unit: "分",
      basis: summary.averageDeduction === null ? "" : `每家均扣 ${formatPoints(summary.averageDeduction)} 分`,
      changes: pointChanges(known, (entry) => entry.deduction, summary, judgeSum),
    }),
    unlessUninspected(summary, {
      id: "findings",
      definition: METRIC_DEFINITION.findings,
      label: "发现问题",
      value: String(summary.findings),
      unit: "条",
      basis: summary.disputedFindings > 0 ? `另有拟扣、申诉中 ${summary.disputedFindings} 条` : "已确认",
      changes: countChanges(known, (entry) => entry.findings, summary, judgeSum),
    }),
  ];
}

/** Units per tier and vetoes, with the same changes; a better tier has no better direction of its own count. */
export function toTierStats(summary: InspectionSummary, bases: readonly SummaryBase[]): InspectionStat[] {
  const known = usable(bases);
  const tiers = summary.tiers.map(({ tier, count }) => ({
    id: `t${tier.level}`,
    definition: METRIC_DEFINITION.tierCount,
    label: tier.name,
    value: String(count),
    unit: "家",
    basis: `占实检 ${count}/${summary.inspected}`,
    changes: countChanges(known, (entry) => tierCount(entry, tier.level), summary, unjudged),
  }));
  const vetoed = {
    id: "vetoed",
    definition: METRIC_DEFINITION.veto,
    label: "单项否决",
    value: String(summary.vetoed),
    unit: "家",
    basis: `占实检 ${summary.vetoed}/${summary.inspected}`,
    changes: countChanges(known, (entry) => entry.vetoed, summary, judgeSum),
  };
  return [...tiers, vetoed];
}

function tierCount(summary: InspectionSummary, level: number): number {
  return summary.tiers.find((entry) => entry.tier.level === level)?.count ?? 0;
}

/** What a change says: of a mean, of a sum of losses, or nothing. */
type Judge = (change: number, now: InspectionSummary, before: InspectionSummary) => ChangeMeaning;

const unjudged: Judge = () => "same";
const judgeMean: Judge = (change) => meaningOfChange(change, "more");
const judgeSum: Judge = (change, now, before) =>
  meaningOfSumChange(change, "less", { now: now.inspected, before: before.inspected });

function countChanges(
  bases: readonly SummaryBase[],
  read: (summary: InspectionSummary) => number,
  now: InspectionSummary,
  judge: Judge,
): StatChange[] {
  return bases.map((base) => {
    const change = read(now) - read(base.summary);
    const text = change > 0 ? `+${change}` : String(change).replace("-", "−");
    return { text: `${base.head} ${text}`, meaning: judge(change, now, base.summary) };
  });
}

function pointChanges(
  bases: readonly SummaryBase[],
  read: (summary: InspectionSummary) => number | null,
  now: InspectionSummary,
  judge: Judge,
): StatChange[] {
  const value = read(now);
  return bases.flatMap((base) => {
    const before = read(base.summary);
    if (value === null || before === null) return [];
    const change = roundPoints(value, 1) - roundPoints(before, 1);
    return [{ text: `${base.head} ${formatPointsChange(change)}`, meaning: judge(change, now, base.summary) }];
  });
}
