import { describeEscalation } from "./escalation.ts";
import { POINT, type Points } from "./points.ts";
import { describeQuarter } from "./quarter.ts";
import type { Indicator, Scheme, Tier } from "./scheme.ts";
import { describeTierRange } from "./tier.ts";

/** A scheme in plain Chinese, as 口径与规则 prints it. Numbers keep the precision of the scheme: 0.2, 1.28, 16. */
export function plainNumber(points: Points): string {
  return String(points / POINT).replace("-", "−");
}

/** 2026年一季度起, 2024年四季度至2025年四季度 */
export function describePeriod({ effectiveFrom, effectiveTo }: Pick<Scheme, "effectiveFrom" | "effectiveTo">): string {
  const from = describeQuarter(effectiveFrom);
  return effectiveTo === null ? `${from}起` : `${from}至${describeQuarter(effectiveTo)}`;
}

/** What one finding costs or brings. */
export function describeMeasure({ effect, measure }: Pick<Indicator, "effect" | "measure">): string {
  if (effect === "veto") return "命中即否决";
  if (measure.kind === "ratio") return effect === "bonus" ? "按本项分值的比例加分" : "按本项分值的比例扣分";
  return `每次${effect === "bonus" ? "加" : "扣"} ${plainNumber(measure.each)} 分`;
}

/** Where the loss of an indicator ends. */
export function describeCap({ effect, capAt, points }: Pick<Indicator, "effect" | "capAt" | "points">): string {
  if (effect === "veto") return "——";
  if (effect === "bonus") return `最多加 ${plainNumber(points)} 分`;
  if (capAt === "indicator") return `扣完 ${plainNumber(points)} 分为止`;
  return capAt === "parent" ? "与同一上级的指标合计，扣完上级分值为止" : "本项不封顶，扣完所属类别分值为止";
}

export const EFFECT_LABEL = {
  deduct: "扣分",
  veto: "单项否决",
  bonus: "加分",
} satisfies Record<Indicator["effect"], string>;

export const VERIFICATION_LABEL = {
  site: "网上核查",
  manual: "查阅材料",
} satisfies Record<Indicator["verification"], string>;

/** "一档 ≤2，二档 >2 且 ≤5": every bound says whether it is inside. */
export function describeTierList(tiers: readonly Tier[]): string {
  return tiers.map((tier) => `${tier.name} ${describeTierRange(tier)}`).join("，");
}

export const NA_POLICY_LABEL = {
  rescale: "不适用指标不计入满分，得分按“满分 ÷ 适用指标分值”折算",
  spread: "不适用指标的分值按比例摊到其他指标",
  keep: "不适用指标按满分计",
} satisfies Record<Scheme["naPolicy"], string>;

export const TIER_BASIS_LABEL = {
  score: "按得分分档（分）",
  deduction: "按折算到满分的扣分分档（分）",
} satisfies Record<Scheme["tierBasis"], string>;

export const YEAR_BASIS_LABEL = {
  meanOfQuarters: "全年按各季度的平均计",
  totalDeduction: "全年按累计扣分计",
} satisfies Record<Scheme["yearBasis"], string>;

export function describeVetoScore(vetoScore: Scheme["vetoScore"]): string {
  return vetoScore === null ? "不合格，不计得分" : `不合格，计 ${plainNumber(vetoScore)} 分`;
}

export function describeBonus(bonus: Scheme["bonus"]): string {
  if (bonus === null) return "不设加分";
  return `基础分高于 ${plainNumber(bonus.gate)} 分（等于不算）才计加分，合计最多 ${plainNumber(bonus.max)} 分`;
}

export function describeDecimals(decimals: number): string {
  return `${decimals === 0 ? "取整数" : `保留 ${decimals} 位小数`}，四舍五入；中间计算保留 4 位小数`;
}

/** The rules of a scheme that are not indicators, in the order in which they act. */
export function schemeClauses(scheme: Scheme): { id: string; head: string; text: string }[] {
  return [
    { id: "fullMark", head: "满分", text: `${plainNumber(scheme.fullMark)} 分` },
    {
      id: "caps",
      head: "封顶",
      text: "先按指标封顶，再按类别封顶：一类指标的扣分之和不超过该类分值；总分最低为 0 分",
    },
    { id: "na", head: "不适用", text: NA_POLICY_LABEL[scheme.naPolicy] },
    { id: "veto", head: "单项否决", text: `命中任一否决指标：${describeVetoScore(scheme.vetoScore)}` },
    { id: "bonus", head: "加分", text: describeBonus(scheme.bonus) },
    { id: "escalation", head: "加重扣分", text: describeEscalation(scheme).join("；") || "没有启用" },
    { id: "verdict", head: "判定次序", text: "先看单项否决，再按分档线判定；否决单位不入档、不排位" },
    { id: "decimals", head: "得分显示", text: describeDecimals(scheme.decimals) },
    { id: "year", head: "全年", text: YEAR_BASIS_LABEL[scheme.yearBasis] },
  ];
}
