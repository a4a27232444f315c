import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { describeRevision, frozenSources, type HeldInspection, unitsAsPublished } from "./publication.ts";
import { describeQuarter, type Quarter } from "./quarter.ts";
import { describeScheme, type Scheme, schemeInForce } from "./scheme.ts";
import { scoreUnit, type UnitScore } from "./scoring.ts";
import type { Source } from "./source.ts";
import { byOrder, isActiveIn, type Unit } from "./unit.ts";

/** Every unit's score in one quarter, under the scheme that the quarter is scored by. */
export interface QuarterResult {
  quarter: Quarter;
  inspection: HeldInspection;
  scheme: Scheme;
  /** Units that exist in the quarter, in administrative order. */
  units: readonly Unit[];
  scores: ReadonlyMap<string, UnitScore>;
  coverage: ReadonlyMap<string, Coverage>;
  /** Sums by unit, as the ledger adds them, before any cap. */
  totals: ReadonlyMap<string, readonly DeductionTotal[]>;
}

/** What a quarter's result is computed from. Coverage and totals may hold other quarters too; those are left out. */
export interface QuarterFacts {
  units: readonly Unit[];
  schemes: readonly Scheme[];
  inspections: readonly HeldInspection[];
  coverage: readonly Coverage[];
  totals: readonly DeductionTotal[];
}

/** Scores one quarter; null when the quarter had no inspection or no scheme covers it. */
export function scoreQuarter(quarter: Quarter, facts: QuarterFacts): QuarterResult | null {
  const inspection = facts.inspections.find((entry) => entry.quarter === quarter);
  if (!inspection) return null;
  const scheme =
    facts.schemes.find((entry) => entry.id === inspection.schemeId) ?? schemeInForce(facts.schemes, quarter);
  if (!scheme) return null;
  const coverage = new Map<string, Coverage>();
  for (const row of facts.coverage) if (row.quarter === quarter) coverage.set(row.unitId, row);
  const totals = new Map<string, DeductionTotal[]>();
  for (const row of facts.totals) {
    if (row.quarter !== quarter) continue;
    const list = totals.get(row.unitId);
    if (list) list.push(row);
    else totals.set(row.unitId, [row]);
  }
  const register = unitsAsPublished(facts.units, inspection.publication);
  const units = register.filter((unit) => isActiveIn(unit, quarter) || coverage.has(unit.id)).sort(byOrder);
  const scores = new Map(
    units.map((unit) => [unit.id, scoreUnit(scheme, unit, coverage.get(unit.id), totals.get(unit.id) ?? [])]),
  );
  return { quarter, inspection, scheme, units, scores, coverage, totals };
}

/** Scores on two sides of a scheme change are not comparable: where it changed, as an index into the results. */
export function schemeChanges(results: readonly QuarterResult[]): { index: number; label: string }[] {
  return results.flatMap((result, index) => {
    const before = results[index - 1];
    return before && before.scheme.id !== result.scheme.id
      ? [{ index, label: `起用${describeScheme(result.scheme)}` }]
      : [];
  });
}

/** What results stand on: their rules, whether any is still a draft, and what published ones were frozen with. */
export interface Grounds {
  schemes: readonly Scheme[];
  draft: boolean;
  /** Sources as they were frozen; null when a quarter still follows the live ledger. */
  frozen: readonly Source[] | null;
  /** 2026年三季度更正第 1 次, in time order. */
  corrections: readonly string[];
}

export function groundsOf(results: readonly QuarterResult[]): Grounds {
  const inspections = results.map((result) => result.inspection);
  return {
    schemes: [...new Map(results.map((result) => [result.scheme.id, result.scheme])).values()],
    draft: inspections.some((inspection) => inspection.status === "draft"),
    frozen: frozenSources(inspections),
    corrections: inspections.flatMap(({ quarter, publication }) => {
      const revision = describeRevision(publication);
      return revision === "" ? [] : [`${describeQuarter(quarter)}${revision}`];
    }),
  };
}
