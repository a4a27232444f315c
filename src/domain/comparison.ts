import type { Comparison } from "./filters.ts";
import { describeQuarterShort, describeQuarters, type Quarter, shiftQuarter, yearOf } from "./quarter.ts";

/**
 * What the chosen quarters are held against: 环比 the same number of quarters just before, 同比 the same a year ago,
 * 指定季度 the one that was picked for it.
 */
export function baseQuarters(
  quarters: readonly Quarter[],
  comparison: Comparison,
  picked: Quarter | null = null,
): Quarter[] {
  if (comparison === "none") return [];
  if (comparison === "picked") return picked === null ? [] : [picked];
  const by = comparison === "yoy" ? -4 : -quarters.length;
  return quarters.map((quarter) => shiftQuarter(quarter, by));
}

/** The base named shortly, as a change says it: 较二季度 within a year, else 较2025年三季度. */
export function describeBase(quarters: readonly Quarter[], base: readonly Quarter[]): string {
  const [first] = base;
  const last = quarters[quarters.length - 1];
  if (first === undefined || last === undefined) return "";
  if (base.length === 1)
    return `较${yearOf(first) === yearOf(last) ? describeQuarterShort(first) : describeQuarters(base)}`;
  const words = describeQuarters(base);
  if (words.endsWith("全年")) return `较${words}`;
  return quarters.every((quarter) => base.includes(shiftQuarter(quarter, -4)))
    ? `较${yearOf(first)}年同期`
    : `较前 ${base.length} 个季度`;
}

/** Whether a change is good news; fewer deductions are better, a higher score is better. */
export function meaningOfChange(change: number, better: "less" | "more"): "good" | "worse" | "same" {
  if (change === 0) return "same";
  return change < 0 === (better === "less") ? "good" : "worse";
}

/**
 * A sum that fell because fewer units were inspected is no progress: the change of a sum is judged only where both
 * periods inspected the same number; means are judged always.
 */
export function meaningOfSumChange(
  change: number,
  better: "less" | "more",
  inspected: { now: number; before: number },
): "good" | "worse" | "same" {
  return inspected.now === inspected.before ? meaningOfChange(change, better) : "same";
}
