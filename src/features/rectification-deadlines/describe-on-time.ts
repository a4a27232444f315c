import type { OnTimeMeasure, OnTimeRate, RateBasis } from "#domain/rectification-facts.ts";
import { formatRate } from "#domain/share.ts";
import { countText, hasRate, type OnTimeEntry, rateText } from "./to-on-time-series.ts";

export const MEASURE_SHORT = {
  verified: "按时整改率",
  firstReport: "按时报结率",
} satisfies Record<OnTimeMeasure, string>;

/** "按时整改率 94.7%（216/228 条）；最低归雁镇 77.8%（7/9）；14 家可计率单位中 6 家全部按时，另 40 家样本少只列件数。" */
export function describeUnitRates(entries: readonly OnTimeEntry[], whole: OnTimeRate, measure: OnTimeMeasure): string {
  const rated = entries.filter(hasRate);
  const [worst] = rated;
  const full = rated.filter(({ standing: { rate } }) => rate?.numerator === rate?.denominator).length;
  const lowest =
    worst === undefined || full === rated.length ? "" : `；最低${worst.name} ${rateText(worst)}（${countText(worst)}）`;
  const few = entries.length - rated.length;
  const rest = few === 0 ? "" : `，另 ${few} 家样本少或没有，只列件数`;
  if (rated.length === 0)
    return `${describeWhole(whole, measure, "cases")}；${few} 家样本少或没有，只列件数。${describeBeside(whole)}`;
  return `${describeWhole(whole, measure, "cases")}${lowest}；可计率的 ${rated.length} 家中 ${full} 家全部按时${rest}。${describeBeside(whole)}`;
}

/** "2025年一季度 91.2%（…）到2026年三季度 94.7%（216/228 条）。" */
export function describeQuarterRates(
  entries: readonly OnTimeEntry[],
  last: OnTimeRate,
  measure: OnTimeMeasure,
  basis: RateBasis,
): string {
  const rated = entries.filter(hasRate);
  const [first] = rated;
  const latest = rated[rated.length - 1];
  const beside = describeBeside(last);
  if (first === undefined || latest === undefined) return `各季度样本都少，只列件数。${beside}`;
  const unit = basis === "cases" ? "条" : "家";
  const words = (entry: OnTimeEntry) => `${entry.name} ${rateText(entry)}（${countText(entry)} ${unit}）`;
  if (first === latest) return `${MEASURE_SHORT[measure]}：${words(latest)}。${beside}`;
  return `${MEASURE_SHORT[measure]}由${words(first)}到${words(latest)}。${beside}`;
}

function describeWhole({ rate }: OnTimeRate, measure: OnTimeMeasure, basis: RateBasis): string {
  const unit = basis === "cases" ? "条" : "家";
  if (rate === null) return `${MEASURE_SHORT[measure]}没有可计的件`;
  const counts = `${rate.numerator}/${rate.denominator} ${unit}`;
  return `${MEASURE_SHORT[measure]}${rate.small ? `样本少，${counts}` : ` ${formatRate(rate)}（${counts}）`}`;
}

/** What the rate leaves out is told in the same breath. */
function describeBeside({ openOverdue, awaitingRecheck }: OnTimeRate): string {
  if (openOverdue + awaitingRecheck === 0) return "";
  return `在办超期 ${openOverdue} 条、待复核 ${awaitingRecheck} 条另列，不在率内。`;
}
