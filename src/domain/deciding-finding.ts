import type { DeductionTotal, Finding } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { priceFactor, reprice, repriceTotals } from "./repricing.ts";
import type { Scheme, Tier } from "./scheme.ts";
import { scoreUnit } from "./scoring.ts";
import type { Unit } from "./unit.ts";

/** One ledger line that alone moves a unit into another tier. */
export interface DecidingFinding {
  finding: Finding;
  to: Tier;
}

/** 撤销 one line lifts the unit; upholding a disputed one lowers it. null where no single line does. */
export interface DecidingFindings {
  withdrawn: DecidingFinding | null;
  upheld: DecidingFinding | null;
}

/** A unit's facts under the rules that its lines were written under. */
export interface UnitFacts {
  unit: Unit;
  coverage: Coverage | undefined;
  totals: readonly DeductionTotal[];
  findings: readonly Finding[];
  scheme: Scheme;
}

/** The lightest line that decides, under the scheme of the lines or a draft of it. */
export function decidingFindings(facts: UnitFacts, draft: Scheme): DecidingFindings {
  const own = scoreWith(facts, draft, facts.totals);
  if (own === null) return { withdrawn: null, upheld: null };
  const lightest = (list: readonly Finding[], sign: 1 | -1, isWanted: (to: Tier) => boolean) => {
    for (const finding of [...list].sort(
      (a, b) => priceOf(facts, draft, a) - priceOf(facts, draft, b) || compare(a, b),
    )) {
      const to = scoreWith(facts, draft, shiftTotals(facts.totals, finding, sign));
      if (to !== null && isWanted(to)) return { finding, to };
    }
    return null;
  };
  const ofUnit = facts.findings.filter((finding) => finding.unitId === facts.unit.id);
  return {
    withdrawn: lightest(
      ofUnit.filter(({ status }) => status === "confirmed"),
      -1,
      (to) => to.level < own.level,
    ),
    upheld: lightest(
      ofUnit.filter(({ status }) => status === "appealed" || status === "proposed"),
      1,
      (to) => to.level > own.level,
    ),
  };
}

function compare(a: Finding, b: Finding): number {
  return a.id < b.id ? -1 : 1;
}

/** The unit's tier with these sums; null when it has none. */
function scoreWith(
  { unit, coverage, scheme }: UnitFacts,
  draft: Scheme,
  totals: readonly DeductionTotal[],
): Tier | null {
  return scoreUnit(draft, unit, coverage, repriceTotals(totals, scheme, draft)).tier;
}

function priceOf({ scheme }: UnitFacts, draft: Scheme, finding: Finding): number {
  const after = draft.indicators.find((entry) => entry.id === finding.indicatorId);
  const before = scheme.indicators.find((entry) => entry.id === finding.indicatorId);
  return after === undefined ? finding.points : reprice(finding.points, priceFactor(before, after));
}

/** The unit's sums with one line more or less. */
function shiftTotals(totals: readonly DeductionTotal[], finding: Finding, sign: 1 | -1): DeductionTotal[] {
  const { quarter, unitId, indicatorId, points } = finding;
  const none = { quarter, unitId, indicatorId, confirmed: 0, disputed: 0, confirmedCount: 0, disputedCount: 0 };
  const held = totals.find((total) => total.indicatorId === indicatorId) ?? none;
  const shifted = {
    ...held,
    confirmed: held.confirmed + points * sign,
    confirmedCount: held.confirmedCount + sign,
  };
  return [...totals.filter((total) => total !== held), shifted];
}
