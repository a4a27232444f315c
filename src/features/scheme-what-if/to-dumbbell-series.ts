import type { ChangeMeaning } from "#charts/chart.ts";
import type { DumbbellMark, DumbbellPanel, DumbbellRow, DumbbellSeries } from "#charts/dumbbell-series.ts";
import type { UnitSort } from "#domain/filters.ts";
import { formatPoints, formatPointsChange, POINT } from "#domain/points.ts";
import type { RankGroup } from "#domain/ranking.ts";
import type { Scheme } from "#domain/scheme.ts";
import { deductionEdges } from "#domain/tier-edge.ts";
import { NEAR_EDGE, nearestFlip } from "#domain/tier-flip.ts";
import { byOrder } from "#domain/unit.ts";
import { nameStandpoint, standpointOf, type UnitChange, type WhatIf } from "#domain/what-if.ts";
import type { DraftScore } from "#domain/what-if-scores.ts";
import { describeFlip } from "./describe-what-if.ts";

interface Choice {
  sort: UnitSort;
  /** Ids of units that the filters name. */
  picked: readonly string[];
}

/** Deductions before and after, departments and townships apart, the heaviest first or in register order. */
export function toDumbbellSeries(whatIf: WhatIf, rows: readonly UnitChange[], choice: Choice): DumbbellSeries {
  const groups = new Map(rows.map((row) => [row.group.id, row.group]));
  const panels = [...groups.values()].map((group) =>
    toPanel(
      whatIf,
      group,
      rows.filter((row) => row.group.id === group.id),
      choice,
    ),
  );
  const values = panels.flatMap((panel) => [
    ...panel.rows.flatMap((row) => [row.before ?? 0, row.after ?? 0]),
    ...panel.edges.map((edge) => edge.value + 1),
  ]);
  return { panels, maximum: Math.ceil(Math.max(1, ...values)), nearBand: NEAR_EDGE / POINT, unit: "分" };
}

function toPanel(whatIf: WhatIf, group: RankGroup, rows: readonly UnitChange[], choice: Choice): DumbbellPanel {
  const moved = rows.filter(({ tierStep }) => tierStep !== null && tierStep !== 0).length;
  const sorted = [...rows].sort((a, b) => (choice.sort === "register" ? byOrder(a.unit, b.unit) : byDeduction(a, b)));
  return {
    id: group.id,
    title: group.label,
    subtitle: `${rows.length} 家 · 换档 ${moved} 家`,
    rows: sorted.map((row) => toRow(whatIf.draft, row, choice)),
    edges: toEdges(whatIf, group.unitClass),
  };
}

const CLOSING = { scored: 0, vetoed: 1, missed: 2 } as const;

function byDeduction(a: UnitChange, b: UnitChange): number {
  return (
    CLOSING[a.after.state] - CLOSING[b.after.state] ||
    b.after.countedDeduction - a.after.countedDeduction ||
    byOrder(a.unit, b.unit)
  );
}

function toEdges({ base, draft }: WhatIf, unitClass: string): DumbbellPanel["edges"] {
  const before = deductionEdges(base, unitClass);
  return deductionEdges(draft, unitClass).map(({ value, label }, index) => {
    const was = before[index]?.value ?? value;
    return { value: value / POINT, before: was === value ? null : was / POINT, label };
  });
}

function toRow(draft: Scheme, change: UnitChange, { picked }: Choice): DumbbellRow {
  const { unit, before, after } = change;
  return {
    id: unit.id,
    name: unit.shortName,
    before: pointsOf(before),
    after: pointsOf(after),
    valueText: valueText(before, after),
    markBefore: markOf(before),
    markAfter: markOf(after),
    ...verdictOf(change),
    lines: linesOf(draft, change),
    picked: picked.includes(unit.id),
  };
}

function pointsOf({ state, countedDeduction }: DraftScore): number | null {
  return state === "missed" ? null : countedDeduction / POINT;
}

function valueText(before: DraftScore, after: DraftScore): string {
  if (after.state === "missed") return "未检";
  const now = formatPoints(after.countedDeduction);
  const was = formatPoints(before.countedDeduction);
  return before.state === "missed" || was === now ? now : `${was} → ${now}`;
}

function markOf(score: DraftScore): DumbbellMark {
  const standpoint = standpointOf(score);
  if (standpoint.kind === "tier") return { level: standpoint.tier.level };
  return standpoint.kind === "untiered" ? null : standpoint.kind;
}

function verdictOf({ tierStep, isNear }: UnitChange): { word: string; meaning: ChangeMeaning } {
  if (tierStep !== null && tierStep < 0) return { word: "升档", meaning: "good" };
  if (tierStep !== null && tierStep > 0) return { word: "降档", meaning: "worse" };
  return { word: isNear ? "临界" : "", meaning: "same" };
}

function linesOf(draft: Scheme, change: UnitChange): [string, string][] {
  const { before, after, rankBefore, rankAfter, group } = change;
  if (after.state === "missed") return [["未检", "没有得分，规则改动与它无关"]];
  const moved = after.countedDeduction - before.countedDeduction;
  return [
    [
      "扣分",
      `${formatPoints(before.countedDeduction)} → ${formatPoints(after.countedDeduction)}（${formatPointsChange(moved)}）`,
    ],
    ["档次", `${nameStandpoint(standpointOf(before))} → ${nameStandpoint(standpointOf(after))}`],
    ["得分位次", `${group.label}第 ${rankBefore ?? "—"} → 第 ${rankAfter ?? "—"}`],
    ["最小变动", describeFlip(draft, nearestFlip(change.flips), after.tier?.level ?? null)],
  ];
}
