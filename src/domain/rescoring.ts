import type { HeldInspection } from "./publication.ts";
import type { QuarterResult } from "./quarter-result.ts";
import { repriceTotals } from "./repricing.ts";
import { describeScheme, type Scheme } from "./scheme.ts";
import { scoreUnit } from "./scoring.ts";

/** 现行规则: the scheme of the latest inspection, published or not. */
export function schemeOfToday(inspections: readonly HeldInspection[], schemes: readonly Scheme[]): Scheme | undefined {
  const latest = [...inspections].sort((a, b) => (a.quarter < b.quarter ? 1 : -1))[0];
  return schemes.find((scheme) => scheme.id === latest?.schemeId);
}

/**
 * A quarter as other rules would score it, for comparison only: P-61, published scores keep the rules they were made
 * by. Findings are priced anew; what they were entered under is not changed.
 */
export function rescore(result: QuarterResult, scheme: Scheme): QuarterResult {
  if (scheme.id === result.scheme.id) return result;
  const totals = new Map(
    [...result.totals].map(([unitId, list]) => [unitId, repriceTotals(list, result.scheme, scheme)]),
  );
  const scores = new Map(
    result.units.map((unit) => [
      unit.id,
      scoreUnit(scheme, unit, result.coverage.get(unit.id), totals.get(unit.id) ?? []),
    ]),
  );
  return { ...result, scheme, totals, scores };
}

/** What a figure must say beside a line that was recomputed. */
export function describeRescoring(scheme: Scheme): string {
  return `虚线为按现行规则（${describeScheme(scheme)}）回算：指标、权重、封顶用现行方案，原有问题按新旧分值之比重新计价，现行方案没有的指标不计；只供比较，不改变当时的得分。`;
}
