import type { TierTrendPoint, TierTrendSeries } from "#charts/tier-trend-series.ts";
import { formatPoints, POINT, type Points } from "#domain/points.ts";
import { labelQuarters } from "#domain/quarter.ts";
import { type QuarterResult, schemeChanges } from "#domain/quarter-result.ts";
import { type Scheme, type Tier, tiersFor } from "#domain/scheme.ts";
import type { UnitScore } from "#domain/scoring.ts";
import type { Unit } from "#domain/unit.ts";
import { describePlace, placeOf } from "#domain/unit-place.ts";

/**
 * A unit's quarters on the score axis, with the tiers that held in each. Under a scheme that cuts tiers on the deduction
 * the axis is full mark − deduction, without bonus points: only so does a point stand in the band of its tier.
 */
export function toTierTrend(results: readonly QuarterResult[], unit: Unit): TierTrendSeries {
  const labels = labelQuarters(results.map((result) => result.quarter));
  const points = results.map((result, index) => toPoint(result, unit, labels[index] ?? ""));
  return { points, domain: domainOf(results, points), unit: "分", marks: schemeChanges(results) };
}

function toPoint(result: QuarterResult, unit: Unit, label: string): TierTrendPoint {
  const { scheme } = result;
  const score = result.scores.get(unit.id);
  const tiers = bandsOf(scheme, unit);
  if (score === undefined || score.state === "missed") {
    const reason: [string, string][] = score?.missedReason ? [["原因", score.missedReason]] : [];
    return {
      label,
      value: null,
      text: score === undefined ? "——" : "未检",
      tier: null,
      state: "missed",
      tiers,
      lines: reason,
    };
  }
  const value = axisValue(scheme, score);
  const place = placeOf(result, unit.id);
  return {
    label,
    value: value / POINT,
    text: score.state === "vetoed" ? "否决" : formatPoints(value),
    tier: score.tier === null ? null : { level: score.tier.level, name: score.tier.name },
    state: score.state,
    tiers,
    lines: [
      ["扣分", `${formatPoints(score.countedDeduction)} 分`],
      ...(place === null ? [] : [["扣分位次", `${place.group.label}${describePlace(place)}`] as const]),
    ],
  };
}

function axisValue(scheme: Scheme, score: UnitScore): Points {
  return scheme.tierBasis === "score" && score.score !== null ? score.score : scheme.fullMark - score.countedDeduction;
}

/** Where each tier begins on the axis, the best first. */
function bandsOf(scheme: Scheme, unit: Unit): TierTrendPoint["tiers"] {
  const begins = (tier: Tier) => {
    const bound = scheme.tierBasis === "score" ? tier.lower : tier.upper;
    if (bound === null) return null;
    return (scheme.tierBasis === "score" ? bound.value : scheme.fullMark - bound.value) / POINT;
  };
  return [...tiersFor(scheme, unit.class)]
    .sort((a, b) => a.level - b.level)
    .map((tier) => ({ level: tier.level, name: tier.name, from: begins(tier) }));
}

/** Up to the full mark, down to an even number below the lowest point and the band under the latest one. */
function domainOf(results: readonly QuarterResult[], points: readonly TierTrendPoint[]): [number, number] {
  const high = Math.max(1, ...results.map((result) => result.scheme.fullMark / POINT), ...known(points));
  const edges = (points[points.length - 1]?.tiers ?? []).flatMap(({ from }) => (from === null ? [] : [from]));
  const low = Math.min(high - 4, ...known(points), ...edges);
  return [Math.max(0, Math.floor((low - 1) / 2) * 2), Math.ceil(high)];
}

function known(points: readonly TierTrendPoint[]): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]));
}
