import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { baseQuarters, describeBase } from "#domain/comparison.ts";
import { isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import { type InspectionSummary, summarise } from "#domain/inspection-summary.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { rankUnits } from "#domain/ranking.ts";
import { upheldStandings } from "#domain/score-range.ts";
import { type Standing, type Standings, standUnits } from "#domain/standing.ts";
import type { Unit } from "#domain/unit.ts";
import { type RankedStandings, rankStandings } from "./rank-standings.ts";
import type { RankingBase } from "./to-ranking-series.ts";

/** What a panel shows. It stays the same while a new choice is on its way, so that a memoised panel rests. */
export interface ViewProps {
  register: Register;
  filters: ResolvedFilters;
}

/** What a figure needs besides. */
export interface PanelProps extends ViewProps {
  /** The figures shown are not yet those asked for. */
  stale: boolean;
  pickUnit: (unitId: string) => void;
}

/** The chosen quarters, ranked and held against the base. */
export interface DeductionView {
  results: readonly QuarterResult[];
  standings: Standings;
  ranked: RankedStandings;
  summary: InspectionSummary;
  base: (RankingBase & { summary: InspectionSummary; ranks: ReadonlyMap<string, number | null> }) | null;
  /** Units with disputed findings, as they would stand if all of them were upheld. */
  upheld: ReadonlyMap<string, Standing>;
  isPicked: (unit: Unit) => boolean;
  provenance: Provenance;
}

/** null when none of the chosen quarters can be scored: no scheme covers it. */
export function useDeductionView(register: Register, filters: ResolvedFilters): DeductionView | null {
  const base = baseQuarters(filters.quarters, filters.compare, filters.base);
  // One call for both, so that a panel waits once.
  const all = useQuarterResults(register, [...new Set([...filters.quarters, ...base])]);
  return viewOf(register, filters, all);
}

interface KnownView {
  register: Register;
  all: readonly QuarterResult[];
  view: DeductionView | null;
}

/** One view per choice, shared by the panels of the page: six of them ask for the same one in the same moment. */
const viewByFilters = new WeakMap<ResolvedFilters, KnownView>();

function viewOf(register: Register, filters: ResolvedFilters, all: readonly QuarterResult[]): DeductionView | null {
  const known = viewByFilters.get(filters);
  if (known && known.register === register && known.all === all) return known.view;
  const view = toView(register, filters, all);
  viewByFilters.set(filters, { register, all, view });
  return view;
}

/** A quarter's standings do not depend on which units are picked. */
const standingsByResult = new WeakMap<QuarterResult, Standings>();

function standingsOf(results: [QuarterResult, ...QuarterResult[]]): Standings {
  const [single, ...others] = results;
  if (others.length > 0) return standUnits(results);
  const known = standingsByResult.get(single) ?? standUnits(results);
  standingsByResult.set(single, known);
  return known;
}

function toView(register: Register, filters: ResolvedFilters, all: readonly QuarterResult[]): DeductionView | null {
  const baseOf = baseQuarters(filters.quarters, filters.compare, filters.base);
  const [first, ...rest] = all.filter((result) => filters.quarters.includes(result.quarter));
  if (!first) return null;
  const standings = standingsOf([first, ...rest]);
  const isPicked = (unit: Unit) => isUnitPicked(unit, filters);
  const [baseFirst, ...baseRest] = all.filter((result) => baseOf.includes(result.quarter));
  return {
    results: [first, ...rest],
    standings,
    ranked: rankStandings(standings, filters),
    summary: summarise([first, ...rest], isPicked),
    base: baseFirst ? toBase([baseFirst, ...baseRest], describeBase(filters.quarters, baseOf), isPicked) : null,
    upheld: upheldStandings([first, ...rest]),
    isPicked,
    provenance: describeProvenance(register.sources, "inspections", standings),
  };
}

function toBase(results: [QuarterResult, ...QuarterResult[]], head: string, isPicked: (unit: Unit) => boolean) {
  const standings = standingsOf(results);
  const scored = standings.rows.filter((row) => row.state !== "missed");
  const ranked = rankUnits(
    standings.rows,
    standings.rows.map((row) => row.unit),
    "most",
  );
  return {
    head,
    ranks: new Map(ranked.flatMap(({ rows }) => rows.map((row) => [row.unit.id, row.rank] as const))),
    deductions: new Map(scored.map((row) => [row.unitId, row.countedDeduction])),
    summary: summarise(results, isPicked),
  };
}

/** The standings that the filters let through. */
export function shownStandings({ ranked }: Pick<DeductionView, "ranked">): Standing[] {
  return ranked.flatMap((panel) => panel.rows.map((row) => row.standing));
}
