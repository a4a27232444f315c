import { POINT, toPoints } from "#domain/points.ts";
import { numberOf, type Quarter, shiftQuarter, toQuarter, yearOf } from "#domain/quarter.ts";
import type { ClassTiers, Indicator, IndicatorGroup, Scheme, Tier } from "#domain/scheme.ts";

/** What the import computes for a real scheme; the demonstration runs in the page, which carries no dictionary. */
const INITIALS: Readonly<Record<string, string>> = {
  机构职能: "jgzn",
  政策文件: "zcwj",
  财政信息: "czxx",
  重点领域: "zdly",
  渠道畅通: "qdct",
  答复规范: "dfgf",
  同步解读: "tbjd",
  解读形式: "jdxs",
  留言办理: "lybl",
  征集反馈: "zjfk",
  栏目更新: "lmgx",
  链接错敏: "ljcm",
  年报编制: "nbbz",
  首页超两周未更新: "syclzwgx",
  严重表述错误: "yzbscw",
};

type Weights = readonly [newer: number, older: number];

/** id, name, short name, then its indicators: id, name, points under the newer and the older edition, points each, clause. */
interface GroupRow {
  id: string;
  name: string;
  shortName: string;
  indicators: readonly IndicatorRow[];
}
type IndicatorRow = readonly [id: string, name: string, weights: Weights, each: number | "ratio", clause: string];

const GROUPS: readonly GroupRow[] = [
  {
    id: "disclosure",
    name: "主动公开",
    shortName: "主动",
    indicators: [
      ["organisation", "机构职能", [8, 8], 0.2, "第 1 条：机构职能、领导信息、联系方式缺失或过时，每处扣 0.2 分。"],
      ["policyDocuments", "政策文件", [8, 8], 0.3, "第 2 条：文件未归集、未标注有效性或迟公开，每件扣 0.3 分。"],
      ["finance", "财政信息", [8, 8], 0.3, "第 3 条：预决算表格、说明缺项或迟公开，每项扣 0.3 分。"],
      ["keyAreas", "重点领域", [16, 18], 0.4, "第 4 条：重点领域目录事项未公开，每项扣 0.4 分。"],
    ],
  },
  {
    id: "applications",
    name: "依申请公开",
    shortName: "依申请",
    indicators: [
      ["channels", "渠道畅通", [6, 6], 0.3, "第 5 条：申请渠道、流程图、申请表不可用，每处扣 0.3 分。"],
      ["replies", "答复规范", [12, 12], 0.5, "第 6 条：答复超期或要素不全、依据不当，每件扣 0.5 分。"],
    ],
  },
  {
    id: "interpretation",
    name: "政策解读",
    shortName: "解读",
    indicators: [
      ["timelyInterpretation", "同步解读", [8, 8], 0.2, "第 7 条：应解读未解读或未同步、未关联，每件扣 0.2 分。"],
      ["interpretationForms", "解读形式", [2, 2], 0.3, "第 8 条：只有文字照搬、无图解问答，每件扣 0.3 分，扣完为止。"],
    ],
  },
  {
    id: "interaction",
    name: "互动回应",
    shortName: "互动",
    indicators: [
      ["messages", "留言办理", [6, 6], 0.2, "第 9 条：网民留言逾期或答非所问，每件扣 0.2 分。"],
      ["consultation", "征集反馈", [4, 4], 0.2, "第 10 条：意见征集未反馈采纳情况，每项扣 0.2 分。"],
    ],
  },
  {
    id: "platform",
    name: "平台建设",
    shortName: "平台",
    indicators: [
      ["updates", "栏目更新", [9, 8], 0.3, "第 11 条：栏目空白或超期未更新，每个扣 0.3 分。"],
      ["links", "链接错敏", [8, 7], 0.1, "第 12 条：链接失效、错别字、表述不规范，每处扣 0.1 分。"],
    ],
  },
  {
    id: "assurance",
    name: "监督保障",
    shortName: "保障",
    indicators: [["annualReport", "年报编制", [5, 5], "ratio", "第 13 条：年报缺项、数据不符，按本项分值比例扣分。"]],
  },
];

function indicator(groupId: string, row: IndicatorRow, edition: 0 | 1): Indicator {
  const [id, name, weights, each, clause] = row;
  return {
    id,
    groupId,
    parentId: null,
    name,
    shortName: name,
    points: weights[edition] * POINT,
    effect: "deduct",
    measure: each === "ratio" ? { kind: "ratio" } : { kind: "perOccurrence", each: toPoints(each) },
    capAt: "indicator",
    clause,
    verification: id === "replies" || id === "annualReport" ? "manual" : "site",
    pinyin: INITIALS[name],
  };
}

const VETOES: readonly (readonly [id: string, name: string, shortName: string, clause: string])[] = [
  ["staleHomePage", "首页超两周未更新", "首页停更", "第 14 条：首页要闻超过两周未更新，单项否决，不再评分。"],
  ["seriousWording", "严重表述错误", "严重错误", "第 15 条：出现严重表述错误，单项否决，不再评分。"],
];

const JUDGED: readonly Indicator[] = [
  ...VETOES.map(
    ([id, name, shortName, clause]): Indicator => ({
      id,
      groupId: "platform",
      parentId: null,
      name,
      shortName,
      points: 0,
      effect: "veto",
      measure: { kind: "perOccurrence", each: 0 },
      capAt: "none",
      clause,
      verification: "site",
      pinyin: INITIALS[name],
    }),
  ),
  {
    id: "innovation",
    groupId: "assurance",
    parentId: null,
    name: "创新案例",
    shortName: "创新案例",
    points: 2 * POINT,
    effect: "bonus",
    measure: { kind: "perOccurrence", each: toPoints(0.5) },
    capAt: "indicator",
    clause: "第 16 条：经验做法被市级以上采用，每项加 0.5 分，最多 2 分；基础分超过 80 分才计。",
    verification: "manual",
    pinyin: "cxal",
  },
];

/** Tiers on the total deduction: the upper edge belongs to the better tier. */
function tiersAt(edges: readonly [number, number, number]): Tier[] {
  const names = ["一档", "二档", "三档", "四档"] as const;
  return names.map((name, at) => {
    const lower = edges[at - 1];
    const upper = edges[at];
    return {
      level: at + 1,
      name,
      lower: lower === undefined ? null : { value: toPoints(lower), inclusive: false },
      upper: upper === undefined ? null : { value: toPoints(upper), inclusive: true },
      qualified: at < 3,
    };
  });
}

function classTiers(edition: 0 | 1): ClassTiers[] {
  const tiers = tiersAt(edition === 0 ? [2, 5, 8] : [3, 6, 9]);
  return ["一类", "二类"].map((unitClass) => ({ unitClass, tiers }));
}

function scheme(year: number, edition: 0 | 1, from: Quarter, to: Quarter | null): Scheme {
  return {
    id: `rules-${year}`,
    name: `评分规则 ${year} 年版`,
    version: `v${Math.max(1, year - 2023)}`,
    effectiveFrom: from,
    effectiveTo: to,
    fullMark: 100 * POINT,
    naPolicy: "rescale",
    vetoScore: null,
    bonus: { gate: 80 * POINT, max: 2 * POINT },
    tierBasis: "deduction",
    classTiers: classTiers(edition),
    decimals: 1,
    yearBasis: "meanOfQuarters",
    groups: GROUPS.map(
      (group): IndicatorGroup => ({
        id: group.id,
        name: group.name,
        shortName: group.shortName,
        weight: group.indicators.reduce((sum, row) => sum + row[2][edition], 0) * POINT,
      }),
    ),
    indicators: [
      ...GROUPS.flatMap((group) => group.indicators.map((row) => indicator(group.id, row, edition))),
      ...JUDGED,
    ],
    notes: "演示方案：条款和分值均为虚构。不适用指标不计入满分，按比例折算。",
  };
}

/**
 * The newer edition starts with the January nearest the middle of the eight quarters,
 * so that every start shows a change of rules with at least two quarters on each side.
 */
export function demoSchemes(latest: Quarter): Scheme[] {
  const year = numberOf(latest) >= 3 ? yearOf(latest) : yearOf(latest) - 1;
  const change = toQuarter(year, 1);
  return [scheme(year - 1, 1, shiftQuarter(change, -5), shiftQuarter(change, -1)), scheme(year, 0, change, null)];
}

/** One deduct indicator as the findings need it: prices are the same in both editions. */
export interface PricedIndicator {
  id: string;
  /** Tenths of a point for one occurrence, or for one step of 4 % of a ratio indicator. */
  tenths: number;
  byRatio: boolean;
}

export const PRICED_INDICATORS: readonly PricedIndicator[] = GROUPS.flatMap((group) =>
  group.indicators.map(([id, , , each]) => ({
    id,
    tenths: each === "ratio" ? 2 : Math.round(each * 10),
    byRatio: each === "ratio",
  })),
);
