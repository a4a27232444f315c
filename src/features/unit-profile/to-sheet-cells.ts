import type { SheetCell } from "#charts/unit-sheet-series.ts";
import { describeBase } from "#domain/comparison.ts";
import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import { describeQuarter, describeQuarterShort, previousQuarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { onTimeRate } from "#domain/rectification-facts.ts";
import { displayScore, type UnitScore } from "#domain/scoring.ts";
import { formatRate } from "#domain/share.ts";
import { describePlace, placeOf } from "#domain/unit-place.ts";
import { resultOf, type UnitSheetFacts } from "./unit-sheet-facts.ts";

/** The five figures at the head of the sheet. */
export function toSheetCells(facts: UnitSheetFacts): SheetCell[] {
  const result = resultOf(facts);
  const score = result?.scores.get(facts.unit.id);
  return [
    scoreCell(facts, result, score),
    deductionCell(score),
    placeCell(facts, result),
    onTimeCell(facts),
    applicationCell(facts),
  ];
}

const NOTHING = { value: "——", unit: "", basis: "", mark: null } as const;

function scoreCell(facts: UnitSheetFacts, result: QuarterResult | undefined, score: UnitScore | undefined): SheetCell {
  const cell = { id: "score", label: `${describeQuarterShort(facts.quarter)}得分`, ...NOTHING };
  if (result === undefined) return { ...cell, basis: `${describeQuarter(facts.quarter)}没有检查` };
  if (score === undefined) return { ...cell, basis: "当季不在名册" };
  if (score.state === "missed") return { ...cell, value: "未检", basis: score.missedReason ?? "未报" };
  if (score.score === null) return { ...cell, value: "否决", basis: "按方案不计得分", mark: "vetoed" };
  return {
    ...cell,
    value: displayScore(result.scheme, score.score),
    unit: "分",
    basis: scoreChange(facts, score) ?? `满分 ${formatPoints(result.scheme.fullMark, 0)} 分`,
    mark: score.state === "vetoed" ? "vetoed" : null,
  };
}

/** 较二季度 +0.6, or null where the quarter before has no score to compare with. */
function scoreChange({ results, quarter, unit }: UnitSheetFacts, score: UnitScore): string | null {
  const before = results.find((result) => result.quarter === previousQuarter(quarter));
  const base = before?.scores.get(unit.id)?.score ?? null;
  if (before === undefined || base === null || score.score === null) return null;
  const change = roundPoints(score.score, 1) - roundPoints(base, 1);
  return `${describeBase([quarter], [before.quarter])} ${formatPointsChange(change)}`;
}

function deductionCell(score: UnitScore | undefined): SheetCell {
  const cell = { id: "deduction", label: "扣分与档次", ...NOTHING };
  if (score === undefined || score.state === "missed") return cell;
  const value = formatPoints(score.countedDeduction);
  if (score.state === "vetoed") return { ...cell, value, unit: "分", basis: "单项否决，不入档" };
  return {
    ...cell,
    value,
    unit: "分",
    basis: score.tier?.name ?? "方案不分档",
    mark: score.tier === null ? null : { level: score.tier.level },
  };
}

function placeCell({ unit }: UnitSheetFacts, result: QuarterResult | undefined): SheetCell {
  const cell = { id: "place", label: "扣分位次", ...NOTHING };
  const place = result === undefined ? null : placeOf(result, unit.id);
  if (place === null) return cell;
  if (place.rank === null) return { ...cell, basis: `${place.group.label}，不排位` };
  return { ...cell, value: describePlace(place), basis: `${place.group.label}，扣分从多到少` };
}

function onTimeCell({ rectifications, quarter }: UnitSheetFacts): SheetCell {
  const cell = { id: "onTime", label: `按时整改率（${describeQuarterShort(quarter)}）`, ...NOTHING };
  const { rate } = onTimeRate(rectifications, "verified", "cases");
  if (rate === null) return { ...cell, basis: "没有复核通过的件" };
  const count = `${rate.numerator}/${rate.denominator}`;
  if (rate.small) return { ...cell, value: count, unit: "条", basis: "样本少，不计率" };
  return { ...cell, value: formatRate(rate).slice(0, -1), unit: "%", basis: `${count} 条复核通过` };
}

function applicationCell({ applications }: UnitSheetFacts): SheetCell {
  const cell = { id: "applications", label: "依申请公开应办", ...NOTHING };
  if (applications === null) return { ...cell, value: "未报", basis: "没有台账，也没有年报" };
  const { due, closed, carriedForward } = applications;
  const isNumber = /^\d/.test(due);
  return { ...cell, value: due, unit: isNumber ? "件" : "", basis: `办结 ${closed} · 结转 ${carriedForward}` };
}
