import type { DumbbellMark, DumbbellRow, DumbbellSeries } from "#charts/dumbbell-series.ts";
import type { FigureTable } from "#charts/figure-spec.ts";
import { formatPoints, formatPointsChange, POINT } from "#domain/points.ts";
import type { QuarterContent } from "#domain/publication.ts";
import { describeQuarterShort } from "#domain/quarter.ts";
import { type QuarterResult, scoreQuarter } from "#domain/quarter-result.ts";
import { rankGroups } from "#domain/ranking.ts";
import type { UnitScore } from "#domain/scoring.ts";
import { deductionEdges } from "#domain/tier-edge.ts";
import { NEAR_EDGE } from "#domain/tier-flip.ts";
import type { Unit } from "#domain/unit.ts";

/** Scores of the rows that a publication would freeze. */
export function scorePreview(content: QuarterContent): QuarterResult | null {
  const { inspection, scheme, units, coverage, totals } = content;
  return scoreQuarter(inspection.quarter, { units, schemes: [scheme], inspections: [inspection], coverage, totals });
}

/** "将锁定 54 家单位三季度得分：一档 12 家、二档 15 家、否决 1 家、未检 1 家、未报 18 家" — every unit stands in one part. */
export function describeLock(result: QuarterResult): string {
  const counts = new Map<string, { place: number; count: number }>();
  for (const unit of result.units) {
    const { name, place } = standOf(result, unit);
    const before = counts.get(name)?.count ?? 0;
    counts.set(name, { place, count: before + 1 });
  }
  const parts = [...counts].sort(([, a], [, b]) => a.place - b.place).map(([name, { count }]) => `${name} ${count} 家`);
  return `将锁定 ${result.units.length} 家单位${describeQuarterShort(result.quarter)}得分：${parts.join("、")}`;
}

const PLACE = { untiered: 10, vetoed: 11, missed: 12, silent: 13 };

/** 未报 is not 未检: nothing at all was said about the unit. */
function standOf(result: QuarterResult, unit: Unit): { name: string; place: number } {
  const score = result.scores.get(unit.id);
  if (!result.coverage.has(unit.id) || score === undefined) return { name: "未报", place: PLACE.silent };
  if (score.state === "missed") return { name: "未检", place: PLACE.missed };
  if (score.state === "vetoed") return { name: "否决", place: PLACE.vetoed };
  return score.tier === null
    ? { name: "未分档", place: PLACE.untiered }
    : { name: score.tier.name, place: score.tier.level };
}

/** One unit whose published figure a correction would change. */
export interface CorrectedUnit {
  unit: Unit;
  before: UnitScore | undefined;
  after: UnitScore | undefined;
  standBefore: string;
  standAfter: string;
}

/** Units whose score, state or tier is another one, in the fixed order; what only changes a wording is not among them. */
export function correctedUnits(before: QuarterResult, after: QuarterResult): CorrectedUnit[] {
  const units = new Map([...before.units, ...after.units].map((unit) => [unit.id, unit]));
  return [...units.values()].flatMap((unit) => {
    const entry: CorrectedUnit = {
      unit,
      before: before.scores.get(unit.id),
      after: after.scores.get(unit.id),
      standBefore: nameStand(before, unit),
      standAfter: nameStand(after, unit),
    };
    return isChanged(entry) ? [entry] : [];
  });
}

function nameStand(result: QuarterResult, unit: Unit): string {
  return result.scores.has(unit.id) ? standOf(result, unit).name : "不在本季";
}

function isChanged({ before, after, standBefore, standAfter }: CorrectedUnit): boolean {
  return (
    standBefore !== standAfter ||
    before?.countedDeduction !== after?.countedDeduction ||
    before?.score !== after?.score ||
    before?.disputed !== after?.disputed
  );
}

/** "更正将改变 3 家单位的得分，其中 1 家换档" */
export function describeCorrection(units: readonly CorrectedUnit[]): string {
  if (units.length === 0) return "没有单位的得分或档次改变，只更新问题的文字、佐证或单位名称等内容";
  const moved = units.filter(({ standBefore, standAfter }) => standBefore !== standAfter).length;
  return `更正将改变 ${units.length} 家单位的得分${moved === 0 ? "，没有单位换档" : `，其中 ${moved} 家换档`}`;
}

/** The corrected units alone, as published and as they would be. */
export function toCorrectionSeries(units: readonly CorrectedUnit[], after: QuarterResult): DumbbellSeries {
  const rows = units.map(toRow);
  const groups = rankGroups(units.map(({ unit }) => unit));
  const panels = groups.map((group) => {
    const own = new Set(
      units
        .filter(({ unit }) => unit.class === group.unitClass && rankGroups([unit])[0]?.side === group.side)
        .map(({ unit }) => unit.id),
    );
    return {
      id: group.id,
      title: group.label,
      subtitle: `${own.size} 家`,
      rows: rows.filter((row) => own.has(row.id)),
      edges: deductionEdges(after.scheme, group.unitClass).map(({ value, label }) => ({
        value: value / POINT,
        before: null,
        label,
      })),
    };
  });
  const values = panels.flatMap((panel) => [
    ...panel.rows.flatMap((row) => [row.before ?? 0, row.after ?? 0]),
    ...panel.edges.map((edge) => edge.value + 1),
  ]);
  return { panels, maximum: Math.ceil(Math.max(1, ...values)), nearBand: NEAR_EDGE / POINT, unit: "分" };
}

function toRow({ unit, before, after, standBefore, standAfter }: CorrectedUnit): DumbbellRow {
  const texts = [deductionText(before), deductionText(after)];
  const change = (after?.countedDeduction ?? 0) - (before?.countedDeduction ?? 0);
  return {
    id: unit.id,
    name: unit.shortName,
    before: pointsOf(before),
    after: pointsOf(after),
    valueText: texts[0] === texts[1] ? (texts[1] ?? "") : texts.join(" → "),
    markBefore: markOf(before),
    markAfter: markOf(after),
    word: standBefore === standAfter ? "" : "换档",
    meaning: "same",
    lines: [
      ["扣分", `${texts.join(" → ")}（${formatPointsChange(change, 2)}）`],
      ["档次", `${standBefore} → ${standAfter}`],
    ],
    picked: false,
  };
}

function pointsOf(score: UnitScore | undefined): number | null {
  return score === undefined || score.state === "missed" ? null : score.countedDeduction / POINT;
}

function deductionText(score: UnitScore | undefined): string {
  return score === undefined || score.state === "missed" ? "——" : formatPoints(score.countedDeduction, 2);
}

function markOf(score: UnitScore | undefined): DumbbellMark {
  if (score === undefined || score.state === "missed") return "missed";
  if (score.state === "vetoed") return "vetoed";
  return score.tier === null ? null : { level: score.tier.level };
}

export function toCorrectionTable(units: readonly CorrectedUnit[]): FigureTable {
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "before", head: "已发布扣分", align: "right", kind: "points", decimals: 2 },
      { key: "after", head: "更正后扣分", align: "right", kind: "points", decimals: 2 },
      { key: "scoreBefore", head: "已发布得分", align: "right", kind: "points", decimals: 2 },
      { key: "scoreAfter", head: "更正后得分", align: "right", kind: "points", decimals: 2 },
      { key: "standBefore", head: "已发布档次", align: "left", kind: "text" },
      { key: "standAfter", head: "更正后档次", align: "left", kind: "text" },
    ],
    rows: units.map(({ unit, before, after, standBefore, standAfter }) => ({
      id: unit.id,
      cells: {
        unit: unit.name,
        before: before === undefined || before.state === "missed" ? null : before.countedDeduction,
        after: after === undefined || after.state === "missed" ? null : after.countedDeduction,
        scoreBefore: before?.score ?? null,
        scoreAfter: after?.score ?? null,
        standBefore,
        standAfter,
      },
    })),
  };
}
