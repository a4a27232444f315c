import type { Points } from "./points.ts";
import { type RankGroup, rankUnits } from "./ranking.ts";
import { type Scheme, type Tier, tiersFor } from "./scheme.ts";
import { flipsOf, NEAR_EDGE, nearestFlip, type TierFlips } from "./tier-flip.ts";
import type { Unit } from "./unit.ts";
import { type DraftScore, type ScoreBench, scoreDraft } from "./what-if-scores.ts";

/** What a draft does to one unit. */
export interface UnitChange {
  unit: Unit;
  group: RankGroup;
  before: DraftScore;
  after: DraftScore;
  /** 得分位次 within the class, 1 for the fewest points lost; null without a rank. */
  rankBefore: number | null;
  rankAfter: number | null;
  /** Tiers moved: −1 one better, 1 one worse, 0 none; null when either side has no tier. */
  tierStep: number | null;
  /** How little would move it again, under the draft. */
  flips: TierFlips;
  /** 临界: within half a point of an edge of the draft. */
  isNear: boolean;
}

export interface WhatIf {
  base: Scheme;
  draft: Scheme;
  /** In the order of the classes, the fewest points lost under the draft first. */
  rows: readonly UnitChange[];
}

/** The figure that tiers are cut on; null for a unit without a tier of its own right. */
export function judgedValue(scheme: Scheme, score: DraftScore): Points | null {
  if (score.state !== "scored") return null;
  return scheme.tierBasis === "score" ? score.score : score.countedDeduction;
}

interface Baseline {
  scores: readonly DraftScore[];
  byUnit: ReadonlyMap<string, DraftScore>;
  ranks: ReadonlyMap<string, number | null>;
}

const baselines = new WeakMap<ScoreBench, Baseline>();

/** How the units stand without any draft: the same for every draft that is tried on them. */
function baselineOf(bench: ScoreBench): Baseline {
  const known = baselines.get(bench);
  if (known !== undefined) return known;
  const scores = scoreDraft(bench, bench.scheme);
  const units = bench.rows.map((row) => row.unit);
  const baseline = {
    scores,
    byUnit: new Map(scores.map((score) => [score.unitId, score])),
    ranks: ranksOf(scores, units),
  };
  baselines.set(bench, baseline);
  return baseline;
}

/** Every unit before and after: the scheme in force against the draft. */
export function compareDraft(bench: ScoreBench, draft: Scheme): WhatIf {
  const units = bench.rows.map((row) => row.unit);
  const { scores, byUnit, ranks } = baselineOf(bench);
  const after = draft === bench.scheme ? scores : scoreDraft(bench, draft);
  const rows = rankUnits(after, units, "fewest").flatMap(({ group, rows: ranked }) =>
    ranked.map(({ unit, score, rank }): UnitChange => {
      const was = byUnit.get(unit.id) ?? score;
      const value = judgedValue(draft, score);
      const flips = value === null ? { better: null, worse: null } : flipsOf(tiersFor(draft, unit.class), value);
      const nearest = nearestFlip(flips);
      return {
        unit,
        group,
        before: was,
        after: score,
        rankBefore: ranks.get(unit.id) ?? null,
        rankAfter: rank,
        tierStep: was.tier && score.tier ? score.tier.level - was.tier.level : null,
        flips,
        isNear: nearest !== null && nearest.distance <= NEAR_EDGE,
      };
    }),
  );
  return { base: bench.scheme, draft, rows };
}

function ranksOf(scores: readonly DraftScore[], units: readonly Unit[]): Map<string, number | null> {
  const ranked = rankUnits(scores, units, "fewest").flatMap(({ rows }) => rows);
  return new Map(ranked.map(({ unit, rank }) => [unit.id, rank]));
}

/** What the units came to, in a few numbers. */
export interface WhatIfSummary {
  scored: number;
  better: number;
  worse: number;
  near: number;
  /** Mean of the scores; null when none has one. */
  averageBefore: Points | null;
  averageAfter: Points | null;
}

export function summariseWhatIf(rows: readonly UnitChange[]): WhatIfSummary {
  return {
    scored: rows.filter(({ after }) => after.state === "scored").length,
    better: rows.filter(({ tierStep }) => tierStep !== null && tierStep < 0).length,
    worse: rows.filter(({ tierStep }) => tierStep !== null && tierStep > 0).length,
    near: rows.filter(({ isNear }) => isNear).length,
    averageBefore: mean(rows.flatMap(({ before }) => before.score ?? [])),
    averageAfter: mean(rows.flatMap(({ after }) => after.score ?? [])),
  };
}

function mean(values: readonly Points[]): Points | null {
  return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** Where a unit stands: a tier's name, or why it has none. */
export type Standpoint = { kind: "tier"; tier: Tier } | { kind: "vetoed" | "missed" | "untiered" };

export function standpointOf({ state, tier }: DraftScore): Standpoint {
  if (state !== "scored") return { kind: state };
  return tier === null ? { kind: "untiered" } : { kind: "tier", tier };
}

export function nameStandpoint(standpoint: Standpoint): string {
  if (standpoint.kind === "tier") return standpoint.tier.name;
  return { vetoed: "否决", missed: "未检", untiered: "未分档" }[standpoint.kind];
}

/** How many units went from where to where; both lists best first, without what nobody stands in. */
export interface Migration {
  from: readonly Standpoint[];
  to: readonly Standpoint[];
  /** Units by row and column, in the order of the lists. */
  units: readonly (readonly (readonly Unit[])[])[];
}

export function migrationOf(rows: readonly UnitChange[]): Migration {
  const from = standpointsOf(rows.map(({ before }) => before));
  const to = standpointsOf(rows.map(({ after }) => after));
  const units = from.map((source) =>
    to.map((target) =>
      rows
        .filter(({ before, after }) => isSame(standpointOf(before), source) && isSame(standpointOf(after), target))
        .map(({ unit }) => unit),
    ),
  );
  return { from, to, units };
}

const PLACE = { tier: 0, untiered: 10, vetoed: 11, missed: 12 } satisfies Record<Standpoint["kind"], number>;

function placeOf(standpoint: Standpoint): number {
  return standpoint.kind === "tier" ? standpoint.tier.level : PLACE[standpoint.kind];
}

function isSame(a: Standpoint, b: Standpoint): boolean {
  return placeOf(a) === placeOf(b);
}

function standpointsOf(scores: readonly DraftScore[]): Standpoint[] {
  const found = new Map(scores.map(standpointOf).map((standpoint) => [placeOf(standpoint), standpoint]));
  return [...found].sort(([a], [b]) => a - b).map(([, standpoint]) => standpoint);
}
