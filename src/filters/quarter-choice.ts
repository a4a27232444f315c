import type { Inspection } from "#domain/inspection.ts";
import { describeQuarters, numberOf, type Quarter, quartersOf, yearOf } from "#domain/quarter.ts";
import { latestQuarter } from "./settle-filters.ts";

export type QuarterInfo = Pick<Inspection, "quarter" | "status">;

/** Newest first. */
export function yearsOf(inspections: readonly QuarterInfo[]): number[] {
  return [...new Set(inspections.map((inspection) => yearOf(inspection.quarter)))].sort((a, b) => b - a);
}

/** The quarters of a year that were inspected, in time order. */
export function inspectedIn(year: number, inspections: readonly QuarterInfo[]): QuarterInfo[] {
  return inspections
    .filter((inspection) => yearOf(inspection.quarter) === year)
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** True when every inspected quarter of the year is picked, and there is more than one. */
export function isWholeYear(year: number, picked: readonly Quarter[], inspections: readonly QuarterInfo[]): boolean {
  const own = inspectedIn(year, inspections);
  return own.length > 1 && own.every((inspection) => picked.includes(inspection.quarter));
}

/** Another year keeps the same quarters if they were inspected, else takes the latest of that year. */
export function moveToYear(year: number, picked: readonly Quarter[], inspections: readonly QuarterInfo[]): Quarter[] {
  const last = picked[picked.length - 1];
  if (last !== undefined && isWholeYear(yearOf(last), picked, inspections)) return quartersOf(year);
  const own = inspectedIn(year, inspections);
  const numbers = new Set(picked.map(numberOf));
  const same = own.map((inspection) => inspection.quarter).filter((quarter) => numbers.has(numberOf(quarter)));
  const latest = latestQuarter(own);
  if (same.length > 0) return same;
  return latest === null ? [] : [latest];
}

/** A whole year is picked as its four quarters, so that one that follows later belongs to it. */
export function toggleYear(year: number, picked: readonly Quarter[], inspections: readonly QuarterInfo[]): Quarter[] {
  const others = picked.filter((quarter) => yearOf(quarter) !== year);
  return isWholeYear(year, picked, inspections) ? others : [...others, ...quartersOf(year)].sort();
}

/** Taking one quarter out of a whole year also takes out those that do not exist yet. */
export function toggleQuarter(
  quarter: Quarter,
  picked: readonly Quarter[],
  inspections: readonly QuarterInfo[],
): Quarter[] {
  const available = new Set<string>(inspections.map((inspection) => inspection.quarter));
  if (!picked.includes(quarter)) return [...picked, quarter].sort();
  return picked.filter((other) => other !== quarter && (available.has(other) || yearOf(other) !== yearOf(quarter)));
}

const WORDS = ["一", "二", "三", "四"] as const;

/** 三季度, 一、二季度, 全年; more than one year is spelled out. */
export function describeQuarterChoice(picked: readonly Quarter[]): string {
  const years = new Set(picked.map(yearOf));
  if (years.size > 1) return describeQuarters(picked);
  if (picked.length === 4) return "全年";
  return `${picked.map((quarter) => WORDS[numberOf(quarter) - 1]).join("、")}季度`;
}
