import { useMemo } from "react";
import type { ReportHeading } from "#domain/annual-report.ts";
import { DEFAULT_FILTERS, type Filters, type ResolvedFilters } from "#domain/filters.ts";
import type { Inspection } from "#domain/inspection.ts";
import { type Quarter, sameQuarterLastYear, yearOf } from "#domain/quarter.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";
import { toIgnoredNote } from "./filter-params.ts";

/** What the data can answer. */
export interface KnownData {
  inspections: readonly Pick<Inspection, "quarter" | "status">[];
  units: readonly Unit[];
}

export interface SettledFilters {
  /** null when nothing was inspected yet. */
  filters: ResolvedFilters | null;
  ignored: readonly string[];
}

/** The latest published quarter; a draft only when nothing is published. */
export function latestQuarter(inspections: KnownData["inspections"]): Quarter | null {
  const published = inspections.filter((inspection) => inspection.status === "published");
  const quarters = (published.length > 0 ? published : inspections).map((inspection) => inspection.quarter).sort();
  return quarters[quarters.length - 1] ?? null;
}

/** A whole year may run ahead of its inspections: 2026 in October means the three quarters that exist. */
function isOfWholeYear(quarter: Quarter, picked: readonly Quarter[]): boolean {
  return picked.filter((other) => yearOf(other) === yearOf(quarter)).length === 4;
}

function settleQuarters(picked: readonly Quarter[], known: KnownData["inspections"]) {
  const available = new Set<string>(known.map((inspection) => inspection.quarter));
  const found = picked.filter((quarter) => available.has(quarter)).sort();
  const foundYears = new Set(found.map(yearOf));
  const missing = picked.filter((quarter) => !available.has(quarter));
  const unexplained = missing.filter((quarter) => !(isOfWholeYear(quarter, picked) && foundYears.has(yearOf(quarter))));
  return { found, ignored: unexplained.length > 0 ? [toIgnoredNote("季度", unexplained, "没有这期检查")] : [] };
}

function settleClass(unitClass: string | null, units: readonly Unit[]) {
  if (unitClass === null || units.some((unit) => unit.class === unitClass)) return { unitClass, ignored: [] };
  return { unitClass: null, ignored: [toIgnoredNote("单位类别", [unitClass], "没有这个类别")] };
}

function settleUnits(filters: Pick<Filters, "side" | "unitClass" | "units">, units: readonly Unit[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unknown = filters.units.filter((id) => !byId.has(id));
  const known = units.filter((unit) => filters.units.includes(unit.id));
  const inside = known.filter(
    (unit) =>
      (filters.side === null || sideOf(unit) === filters.side) &&
      (filters.unitClass === null || unit.class === filters.unitClass),
  );
  const outside = known.filter((unit) => !inside.includes(unit)).map((unit) => unit.shortName);
  const scope = filters.side === null ? (filters.unitClass ?? "") : UNIT_SIDE_LABEL[filters.side];
  return {
    ids: inside.map((unit) => unit.id),
    ignored: [
      ...(unknown.length > 0 ? [toIgnoredNote("单位", unknown, "名册里没有")] : []),
      ...(outside.length > 0 ? [toIgnoredNote("单位", outside, `不在“${scope}”之内`)] : []),
    ],
  };
}

type Compared = Pick<Filters, "compare" | "base">;

/**
 * The quarter that 指定季度 compares with: the same one a year before unless another was picked, or the latest before
 * it. Sums of several quarters do not compare with one.
 */
function settleBase({ compare, base }: Compared, quarters: readonly Quarter[], known: KnownData["inspections"]) {
  if (compare !== "picked") return { settled: { compare, base: null }, ignored: [] };
  const [quarter] = quarters;
  if (quarter === undefined || quarters.length > 1) {
    const none: Compared = { compare: DEFAULT_FILTERS.compare, base: null };
    return { settled: none, ignored: [toIgnoredNote("比较", ["指定季度"], "只用于单个季度")] };
  }
  const others = known.map((inspection) => inspection.quarter).filter((other) => other !== quarter);
  const isKnown = base !== null && others.includes(base);
  const ignored = base === null || isKnown ? [] : [toIgnoredNote("对比季度", [base], "没有可比的检查")];
  const lastYear = sameQuarterLastYear(quarter);
  const before = others.filter((other) => other < quarter).sort();
  const usual = others.includes(lastYear) ? lastYear : (before[before.length - 1] ?? null);
  return { settled: { compare, base: isKnown ? base : usual }, ignored };
}

/** Brings picks and data together: the default quarter, and a note for every pick the data does not know. */
export function settleFilters(filters: Filters, known: KnownData): SettledFilters {
  const quarters = settleQuarters(filters.quarters, known.inspections);
  const { unitClass, ignored } = settleClass(filters.unitClass, known.units);
  const units = settleUnits({ ...filters, unitClass }, known.units);
  const notes = [...quarters.ignored, ...ignored, ...units.ignored];
  const [first = latestQuarter(known.inspections), ...rest] = quarters.found;
  if (first === null) return { filters: null, ignored: notes };
  const base = settleBase(filters, [first, ...rest], known.inspections);
  return {
    filters: { ...filters, ...base.settled, quarters: [first, ...rest], unitClass, units: units.ids },
    ignored: [...notes, ...base.ignored],
  };
}

/** The same record for the same picks and data, so that a deferred copy of it can be compared. */
export function useSettledFilters(filters: Filters, { inspections, units }: KnownData): SettledFilters {
  return useMemo(() => settleFilters(filters, { inspections, units }), [filters, inspections, units]);
}

export interface SettledReport {
  /** null when no annual report was imported yet. */
  heading: ReportHeading | null;
  ignored: readonly string[];
}

/** The body and year of a statutory report: the first body of the list and its latest year by default. */
export function settleReport(
  filters: Pick<Filters, "body" | "year">,
  headings: readonly ReportHeading[],
): SettledReport {
  const ignored: string[] = [];
  const asked = headings.find((heading) => heading.bodyId === filters.body);
  if (filters.body !== null && asked === undefined) {
    ignored.push(toIgnoredNote("填报单位", [filters.body], "没有它的年度报告"));
  }
  const bodyId = (asked ?? headings[0])?.bodyId;
  const own = headings.filter((heading) => heading.bodyId === bodyId).sort((a, b) => b.year - a.year);
  const exact = own.find((heading) => heading.year === filters.year);
  if (filters.year !== null && exact === undefined) {
    ignored.push(toIgnoredNote("年度", [String(filters.year)], "没有这一年的年度报告"));
  }
  return { heading: exact ?? own[0] ?? null, ignored };
}
