import { scaleExactly } from "./exact.ts";
import type { DeductionTotal } from "./finding.ts";
import type { Points } from "./points.ts";
import type { QuarterResult } from "./quarter-result.ts";
import { type PriceFactor, priceFactor, reprice, repriceTotals } from "./repricing.ts";
import { type Indicator, type Scheme, type Tier, tiersFor } from "./scheme.ts";
import { scoreUnit, type UnitScore } from "./scoring.ts";
import { doesNotApply, makeRoom, parentPots } from "./scoring-losses.ts";
import { tierOf } from "./tier.ts";
import type { Unit } from "./unit.ts";

/** What a draft makes of a unit: the part of a score that ranks and tiers are made from. */
export type DraftScore = Pick<
  UnitScore,
  "unitId" | "state" | "deduction" | "rescaled" | "countedDeduction" | "bonus" | "score" | "tier"
>;

/** The facts of a quarter laid out once, so that every draft only runs over numbers. */
export interface ScoreBench {
  scheme: Scheme;
  result: QuarterResult;
  rows: readonly BenchRow[];
}

interface BenchRow {
  unit: Unit;
  /** Indicators that do not apply, as one key: units that share them share every limit. */
  pattern: string;
  notApplicable: readonly string[];
  /** null for a unit that was missed, whatever the rules. */
  confirmed: Float64Array | null;
  isVetoed: boolean;
}

export function prepareBench(result: QuarterResult): ScoreBench {
  return { scheme: result.scheme, result, rows: result.units.map((unit) => toRow(result, unit)) };
}

function toRow({ scheme, coverage, totals }: QuarterResult, unit: Unit): BenchRow {
  const covered = coverage.get(unit.id);
  const { notApplicable = [], notReported = [] } = covered ?? {};
  const own = totals.get(unit.id) ?? [];
  const confirmed = scheme.indicators.map(({ id, effect }) => {
    // A veto or bonus counts whatever was reported; a deduction does not.
    const isSilent = effect === "deduct" && notReported.includes(id);
    return isSilent ? 0 : sumConfirmed(own, id);
  });
  const vetoes = scheme.indicators.filter(({ id, effect }) => effect === "veto" && !notApplicable.includes(id));
  return {
    unit,
    pattern: [...notApplicable].sort().join("|"),
    notApplicable,
    confirmed: covered?.state === "inspected" ? Float64Array.from(confirmed) : null,
    isVetoed: own.some((total) => total.confirmedCount > 0 && vetoes.some(({ id }) => id === total.indicatorId)),
  };
}

function sumConfirmed(totals: readonly DeductionTotal[], indicatorId: string): Points {
  return totals.reduce((sum, total) => sum + (total.indicatorId === indicatorId ? total.confirmed : 0), 0);
}

/**
 * Limits under one draft for units that share what does not apply. Every indicator pours into one bucket: its group,
 * a pot that it shares inside its group, or the bonus.
 */
interface Limits {
  attainable: Points;
  /** Bucket of each indicator; −1 for one that is not counted. */
  bucketOf: Int16Array;
  caps: Float64Array;
  /** 1 where findings grow with an indicator that takes over points of others. */
  grows: Uint8Array;
  /** Buckets 0 … groups − 1 are the groups, then come the pots, the last one is the bonus. */
  weights: readonly Points[];
  pots: readonly { group: number; limit: Points }[];
  enlarge: (points: Points) => Points;
}

function limitsOf(draft: Scheme, notApplicable: readonly string[]): Limits {
  const gaps = { notApplicable: [...notApplicable] };
  const room = makeRoom(draft, gaps);
  const groupPlace = new Map(draft.groups.map((group, index) => [group.id, index]));
  const pots = parentPots(draft).map((pot) => ({
    ids: new Set(pot.members.map((member) => member.id)),
    group: groupPlace.get(pot.members[0]?.groupId ?? "") ?? -1,
    limit: room.enlarge(room.leftIn(pot)),
  }));
  const bonus = draft.groups.length + pots.length;
  const bucketFor = (indicator: Indicator): number => {
    if (indicator.effect === "bonus") return notApplicable.includes(indicator.id) ? -1 : bonus;
    if (indicator.effect === "veto" || doesNotApply(indicator, gaps)) return -1;
    const pot = pots.findIndex(({ ids }) => ids.has(indicator.id));
    return pot < 0 ? (groupPlace.get(indicator.groupId) ?? -1) : draft.groups.length + pot;
  };
  const capFor = ({ capAt, effect, points }: Indicator): number => {
    if (capAt !== "indicator") return Number.POSITIVE_INFINITY;
    return effect === "bonus" ? points : room.enlarge(points);
  };
  return {
    attainable: room.attainable,
    bucketOf: Int16Array.from(draft.indicators, bucketFor),
    caps: Float64Array.from(draft.indicators, capFor),
    grows: Uint8Array.from(draft.indicators, ({ effect, measure }) =>
      effect === "deduct" && measure.kind === "ratio" ? 1 : 0,
    ),
    weights: draft.groups.map((group) => room.weights.get(group.id) ?? 0),
    pots,
    enlarge: room.enlarge,
  };
}

/** A row that shares one pot and fills another is cut twice; only the full computation knows in which proportions. */
function hasNestedPots(scheme: Scheme): boolean {
  const members = parentPots(scheme).flatMap((pot) => pot.members.map((member) => member.id));
  return new Set(members).size < members.length;
}

/**
 * Scores every unit under a draft that changes numbers only: same indicators, same groups, other points, prices, caps,
 * weights and edges. The same figures as `scoreUnit` over `repriceTotals`, in a fraction of the time: 1,000 units of 30
 * indicators stay within one frame, so that the figures follow the hand.
 */
export function scoreDraft(bench: ScoreBench, draft: Scheme): DraftScore[] {
  if (hasNestedPots(draft)) return scorePlainly(bench, draft);
  const factors = draft.indicators.map((indicator, index) => priceFactor(bench.scheme.indicators[index], indicator));
  const limitsOfRow = remember((row: BenchRow) => limitsOf(draft, row.notApplicable));
  const tiersOfRow = remember((row: BenchRow) => tiersFor(draft, row.unit.class));
  const sums = new Float64Array(draft.groups.length + draft.indicators.length + 1);
  return bench.rows.map((row) => {
    if (row.confirmed === null) return missed(row.unit.id);
    const limits = limitsOfRow(row.pattern, row);
    if (limits.attainable === 0) return missed(row.unit.id);
    pour(row.confirmed, { limits, factors, sums });
    return judge(draft, row, settle(limits, sums), { limits, tiers: tiersOfRow(row.unit.class, row) });
  });
}

function remember<V>(make: (row: BenchRow) => V): (key: string, row: BenchRow) => V {
  const kept = new Map<string, V>();
  return (key, row) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = make(row);
    kept.set(key, made);
    return made;
  };
}

interface Pouring {
  limits: Limits;
  factors: readonly (PriceFactor | null)[];
  sums: Float64Array;
}

/** Fills the buckets with what the findings cost after each indicator's own cap. */
function pour(confirmed: Float64Array, { limits, factors, sums }: Pouring): void {
  sums.fill(0);
  for (let index = 0; index < confirmed.length; index += 1) {
    const bucket = limits.bucketOf[index] ?? -1;
    if (bucket < 0) continue;
    const priced = reprice(confirmed[index] ?? 0, factors[index] ?? null);
    const raw = limits.grows[index] === 1 ? limits.enlarge(priced) : priced;
    sums[bucket] = (sums[bucket] ?? 0) + Math.min(raw, limits.caps[index] ?? raw);
  }
}

/** Pots flow into their groups up to their limit, groups into the deduction up to their weight. */
function settle({ weights, pots }: Limits, sums: Float64Array): { deduction: Points; earned: Points } {
  const groups = weights.length;
  pots.forEach(({ group, limit }, index) => {
    if (group >= 0) sums[group] = (sums[group] ?? 0) + Math.min(sums[groups + index] ?? 0, limit);
  });
  const deduction = weights.reduce((all, weight, group) => all + Math.min(sums[group] ?? 0, weight), 0);
  return { deduction, earned: sums[groups + pots.length] ?? 0 };
}

function judge(
  draft: Scheme,
  { unit, isVetoed }: BenchRow,
  { deduction, earned }: { deduction: Points; earned: Points },
  { limits, tiers }: { limits: Limits; tiers: readonly Tier[] },
): DraftScore {
  const rescaled = scaleExactly(limits.attainable - deduction, draft.fullMark, limits.attainable);
  const passes = !isVetoed && draft.bonus !== null && rescaled > draft.bonus.gate;
  const bonus = passes && draft.bonus !== null ? Math.min(draft.bonus.max, earned) : 0;
  const countedDeduction = draft.fullMark - rescaled;
  const judged = draft.tierBasis === "score" ? rescaled + bonus : countedDeduction;
  return {
    unitId: unit.id,
    state: isVetoed ? "vetoed" : "scored",
    deduction,
    rescaled,
    countedDeduction,
    bonus,
    score: isVetoed ? draft.vetoScore : rescaled + bonus,
    tier: isVetoed ? null : tierOf(tiers, judged),
  };
}

function missed(unitId: string): DraftScore {
  const nothing = { deduction: 0, rescaled: 0, countedDeduction: 0, bonus: 0 };
  return { unitId, state: "missed", ...nothing, score: null, tier: null };
}

/** The long way: what the short one has to agree with. */
export function scorePlainly({ scheme, result }: ScoreBench, draft: Scheme): DraftScore[] {
  return result.units.map((unit) => {
    const totals = repriceTotals(result.totals.get(unit.id) ?? [], scheme, draft);
    const full = scoreUnit(draft, unit, result.coverage.get(unit.id), totals);
    const { unitId, state, deduction, rescaled, countedDeduction, bonus, score, tier } = full;
    return { unitId, state, deduction, rescaled, countedDeduction, bonus, score, tier };
  });
}
