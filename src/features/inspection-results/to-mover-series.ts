import type { ChangeBarRow, ChangeBarSeries } from "#charts/change-bar-series.ts";
import { meaningOfChange } from "#domain/comparison.ts";
import { formatPoints, formatPointsChange, POINT } from "#domain/points.ts";
import { biggestMovers, type ScoreChange } from "#domain/score-change.ts";
import type { Standing } from "#domain/standing.ts";

/** As many on either side as a slide can show. */
const MOVERS = 8;

/** The units that gained and lost most between two periods; `spanHead` names the two: 二季度 → 三季度. */
export function toMoverSeries(
  changes: readonly ScoreChange[],
  spanHead: string,
  picked: readonly string[],
): ChangeBarSeries {
  const { better, worse } = biggestMovers(changes, MOVERS);
  return {
    rows: [...better, ...[...worse].reverse()].map((entry) => toRow(entry, picked)),
    unit: "分",
    sides: { left: "扣分减少", right: "扣分增加" },
    spanHead,
  };
}

function toRow(entry: ScoreChange, picked: readonly string[]): ChangeBarRow {
  const [before, now] = [tierName(entry.before), tierName(entry.now)];
  return {
    id: entry.unit.id,
    name: entry.unit.shortName,
    change: entry.change / POINT,
    changeText: formatPointsChange(entry.change),
    spanText: `${formatPoints(entry.before.countedDeduction)} → ${formatPoints(entry.now.countedDeduction)}`,
    tierText: before === now ? "" : `${before} → ${now}`,
    meaning: meaningOfChange(entry.change, "less"),
    picked: picked.includes(entry.unit.id),
  };
}

/** 一档, 否决, or —— where the scheme has no tier for the value. */
export function tierName(standing: Standing): string {
  if (standing.state === "vetoed") return "否决";
  return standing.tier?.name ?? "——";
}
