import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { baseQuarters, describeBase } from "#domain/comparison.ts";
import { type Comparison, isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import {
  deductionByGroup,
  type GroupDeduction,
  type InspectionSummary,
  summarise,
} from "#domain/inspection-summary.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import { groundsOf, type QuarterResult } from "#domain/quarter-result.ts";
import { sideOf, type Unit, type UnitSide } from "#domain/unit.ts";

/** What a panel shows. It stays the same while a new choice is on its way, so that a memoised panel rests. */
export interface ViewProps {
  register: Register;
  filters: ResolvedFilters;
}

/** What a figure needs besides. */
export interface PanelProps extends ViewProps {
  /** The figures shown are not yet those asked for. */
  stale: boolean;
}

/** One period in figures: the chosen one or a base. */
export interface Period {
  /** 较二季度; empty for the chosen period. */
  head: string;
  results: readonly QuarterResult[];
  summary: InspectionSummary;
  sides: Readonly<Record<UnitSide, InspectionSummary>>;
  groups: readonly GroupDeduction[];
}

export interface InspectionView {
  now: Period;
  /** 环比 and 同比, where those quarters were inspected. */
  qoq: Period | null;
  yoy: Period | null;
  /** The base that the filter bar names; null for 不比较. */
  base: Period | null;
  isPicked: (unit: Unit) => boolean;
  provenance: Provenance;
}

/** null when none of the chosen quarters can be scored. */
export function useInspectionView(register: Register, filters: ResolvedFilters): InspectionView | null {
  const quarters = new Set([
    ...filters.quarters,
    ...baseQuarters(filters.quarters, "qoq"),
    ...baseQuarters(filters.quarters, "yoy"),
    ...baseQuarters(filters.quarters, filters.compare, filters.base),
  ]);
  const all = useQuarterResults(register, [...quarters]);
  return viewOf(register, filters, all);
}

interface KnownView {
  register: Register;
  all: readonly QuarterResult[];
  view: InspectionView | null;
}

/** One view per choice, shared by the panels of the page. */
const viewByFilters = new WeakMap<ResolvedFilters, KnownView>();

function viewOf(register: Register, filters: ResolvedFilters, all: readonly QuarterResult[]): InspectionView | null {
  const known = viewByFilters.get(filters);
  if (known && known.register === register && known.all === all) return known.view;
  const view = toView(register, filters, all);
  viewByFilters.set(filters, { register, all, view });
  return view;
}

function toView(register: Register, filters: ResolvedFilters, all: readonly QuarterResult[]): InspectionView | null {
  const isPicked = (unit: Unit) => isUnitPicked(unit, filters);
  const of = (comparison: Comparison): Period | null => {
    const quarters = baseQuarters(filters.quarters, comparison, filters.base);
    const results = all.filter((result) => quarters.includes(result.quarter));
    return results.length < quarters.length || quarters.length === 0
      ? null
      : toPeriod(results, isPicked, describeBase(filters.quarters, quarters));
  };
  const results = all.filter((result) => filters.quarters.includes(result.quarter));
  if (results.length === 0) return null;
  const qoq = of("qoq");
  const yoy = of("yoy");
  return {
    now: toPeriod(results, isPicked, ""),
    qoq,
    yoy,
    base: filters.compare === "picked" ? of("picked") : { qoq, yoy, none: null }[filters.compare],
    isPicked,
    provenance: describeProvenance(register.sources, "inspections", groundsOf(results)),
  };
}

function toPeriod(results: readonly QuarterResult[], isPicked: (unit: Unit) => boolean, head: string): Period {
  const ofSide = (side: UnitSide) => summarise(results, (unit) => sideOf(unit) === side && isPicked(unit));
  return {
    head,
    results,
    summary: summarise(results, isPicked),
    sides: { department: ofSide("department"), township: ofSide("township") },
    groups: deductionByGroup(results, isPicked),
  };
}
