import type { RankedBarPanel, RankedBarRow, RankedBarSeries } from "#charts/ranked-bar-series.ts";
import { toSlot } from "#charts/series-slot.ts";
import { meaningOfChange } from "#domain/comparison.ts";
import { formatPoints, formatPointsChange, POINT, type Points, roundPoints } from "#domain/points.ts";
import { type Scheme, type Tier, tiersFor } from "#domain/scheme.ts";
import type { Standing, Standings } from "#domain/standing.ts";
import { deductionEdges, isNearEdge, NEAR_BAND, type TierEdge } from "#domain/tier-edge.ts";
import { describeRange } from "./describe-range.ts";
import type { RankedPanel, RankedRow, RankedStandings } from "./rank-standings.ts";

/** What the bars are held against: the standings of the base period, and how it is named. */
export interface RankingBase {
  deductions: ReadonlyMap<string, Points>;
  head: string;
}

const NO_DISPUTES: ReadonlyMap<string, Standing> = new Map();

/** Every unit appears; a vetoed or missed one closes the list without a rank, a missed one without a bar. */
export function toRankingSeries(
  standings: Standings,
  ranked: RankedStandings,
  base: RankingBase | null,
  upheld: ReadonlyMap<string, Standing> = NO_DISPUTES,
): RankedBarSeries {
  const { scheme } = standings;
  const edges = ranked.flatMap((panel) => edgesOf(scheme, panel));
  const values = standings.rows.map((row) => row.countedDeduction + row.disputed);
  return {
    panels: ranked.map((panel) => toPanel({ scheme, base, upheld }, panel)),
    groups: scheme.groups.map((group, index) => ({ id: group.id, name: group.name, slot: toSlot(index) })),
    maximum: axisEnd(Math.max(0, ...values, ...edges.map((edge) => edge.value)) / POINT),
    nearBand: NEAR_BAND / POINT,
    unit: "分",
    changeHead: base?.head ?? null,
  };
}

/** What every row is held against. */
interface Grounds {
  scheme: Scheme;
  base: RankingBase | null;
  upheld: ReadonlyMap<string, Standing>;
}

function toPanel(grounds: Grounds, panel: RankedPanel): RankedBarPanel {
  const { scheme } = grounds;
  const edges = edgesOf(scheme, panel);
  const scored = panel.rows.filter((row) => row.standing.state !== "missed");
  const mean = scored.reduce((sum, row) => sum + row.standing.countedDeduction, 0) / Math.max(1, scored.length);
  return {
    id: panel.group.id,
    title: panel.group.label,
    subtitle: `${panel.rows.length} 家${scored.length > 0 ? ` · 均扣 ${formatPoints(mean)} 分` : ""}`,
    rows: panel.rows.map((row) => toRow(grounds, row, edges)),
    tiers: toTierCounts(tiersFor(scheme, panel.group.unitClass), panel),
    edges: edges.map((edge) => ({ value: edge.value / POINT, label: edge.label })),
  };
}

function edgesOf(scheme: Scheme, panel: RankedPanel): TierEdge[] {
  return deductionEdges(scheme, panel.group.unitClass);
}

function toRow({ scheme, base, upheld }: Grounds, row: RankedRow, edges: readonly TierEdge[]): RankedBarRow {
  const { standing } = row;
  const other = upheld.get(standing.unitId);
  const missed = standing.state === "missed";
  return {
    id: standing.unit.id,
    name: standing.unit.shortName,
    rank: row.rank,
    tier: standing.tier ? { level: standing.tier.level, name: standing.tier.name } : null,
    state: standing.state === "scored" ? "ranked" : standing.state,
    reason: standing.reason,
    segments: scheme.groups.map((group) => (missed ? 0 : (standing.groups.get(group.id) ?? 0) / POINT)),
    value: standing.countedDeduction / POINT,
    valueText: missed ? "——" : formatPoints(standing.countedDeduction),
    disputed: standing.disputed / POINT,
    rangeText: other === undefined || missed ? "" : describeRange(scheme, standing, other),
    nearEdge: standing.state === "scored" && isNearEdge(standing.countedDeduction, edges),
    change: missed ? null : toChange(standing, base),
    picked: row.picked,
  };
}

function toChange(standing: Standing, base: RankingBase | null): RankedBarRow["change"] {
  const before = base?.deductions.get(standing.unit.id);
  if (before === undefined) return null;
  // The change is that of the printed values, so that a reader who subtracts them finds it.
  const change = roundPoints(standing.countedDeduction, 1) - roundPoints(before, 1);
  return { text: formatPointsChange(change), meaning: meaningOfChange(change, "less") };
}

function toTierCounts(tiers: readonly Tier[], panel: RankedPanel): RankedBarPanel["tiers"] {
  return [...tiers]
    .sort((a, b) => a.level - b.level)
    .map((tier) => ({
      level: tier.level,
      name: tier.name,
      count: panel.rows.filter((row) => row.standing.tier?.level === tier.level).length,
    }));
}

/** Whole points with room for the value label: 9.8 → 10, 11.2 → 12, 0.3 → 1. */
function axisEnd(value: number): number {
  const step = [10, 2].find((candidate) => value > candidate * 8) ?? 1;
  return Math.max(step, Math.ceil(value / step) * step);
}
