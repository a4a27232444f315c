import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import type { Indicator, IndicatorGroup, Scheme, Tier } from "./scheme.ts";
import type { Unit } from "./unit.ts";

/** A department of class 一类 that has always existed. */
export function aUnit(changes: Partial<Unit> = {}): Unit {
  const id = changes.id ?? "u1";
  return {
    id,
    name: "教育委员会",
    shortName: "教委",
    pinyin: "jyw",
    kind: "department",
    class: "一类",
    order: 1,
    activeFrom: null,
    activeTo: null,
    ...changes,
  };
}

/** A deducting indicator of group g1 worth 10 points, capped at itself, 1 point per occurrence. */
export function anIndicator(changes: Partial<Indicator> = {}): Indicator {
  return {
    id: "i1",
    groupId: "g1",
    parentId: null,
    name: "依申请公开答复",
    shortName: "依申请答",
    points: toPoints(10),
    effect: "deduct",
    measure: { kind: "perOccurrence", each: toPoints(1) },
    capAt: "indicator",
    clause: "超期每条扣1分",
    verification: "manual",
    ...changes,
  };
}

/** A group; its weight is in points, 40 for 40 points. */
export function aGroup(id: string, weight: number): IndicatorGroup {
  return { id, name: `指标${id}`, shortName: id, weight: toPoints(weight) };
}

/** A tier whose bounds are points; the lower one is inside, the upper one is not. */
export function aTier(level: number, name: string, lower: number | null, upper: number | null): Tier {
  return {
    level,
    name,
    lower: lower === null ? null : { value: toPoints(lower), inclusive: true },
    upper: upper === null ? null : { value: toPoints(upper), inclusive: false },
    qualified: true,
  };
}

/** 100 points in one group with one indicator; no veto, bonus or tiers. */
export function aScheme(changes: Partial<Scheme> = {}): Scheme {
  return {
    id: "s1",
    name: "评分规则",
    version: "v1",
    effectiveFrom: toQuarter(2024, 1),
    effectiveTo: null,
    fullMark: toPoints(100),
    naPolicy: "rescale",
    vetoScore: null,
    bonus: null,
    tierBasis: "score",
    classTiers: [],
    decimals: 2,
    yearBasis: "meanOfQuarters",
    groups: [aGroup("g1", 100)],
    indicators: [anIndicator({ points: toPoints(100) })],
    notes: "",
    ...changes,
  };
}

/** Confirmed findings of unit u1 in 2025Q3, in points: (i1, 1.5) costs 1.5 points before any cap. */
export function aTotal(indicatorId: string, confirmed: number, changes: Partial<DeductionTotal> = {}): DeductionTotal {
  return {
    quarter: toQuarter(2025, 3),
    unitId: "u1",
    indicatorId,
    confirmed: toPoints(confirmed),
    disputed: 0,
    confirmedCount: confirmed > 0 ? 1 : 0,
    disputedCount: 0,
    ...changes,
  };
}

/** Unit u1 was inspected in 2025Q3 and every indicator applies. */
export function aCoverage(changes: Partial<Coverage> = {}): Coverage {
  return {
    quarter: toQuarter(2025, 3),
    unitId: "u1",
    state: "inspected",
    reason: null,
    notApplicable: [],
    notReported: [],
    ...changes,
  };
}
