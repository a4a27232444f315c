import type { BarListSeries } from "#charts/bar-list-series.ts";
import type { FigureTable } from "#charts/figure-spec.ts";
import { toSlot } from "#charts/series-slot.ts";
import type { FindingStreak } from "#domain/finding-streak.ts";
import { formatPoints, POINT } from "#domain/points.ts";
import { describeQuarter } from "#domain/quarter.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Unit } from "#domain/unit.ts";

/** Bars that a reader takes in; the table has all. */
export const SHOWN_STREAKS = 15;

/** A streak with the names that a reader needs. */
export interface NamedStreak extends FindingStreak {
  id: string;
  unit: Unit;
  indicator: string;
  clause: string;
}

export function nameStreaks(streaks: readonly FindingStreak[], scheme: Scheme, units: readonly Unit[]): NamedStreak[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const indicatorOf = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  return streaks.flatMap((streak) => {
    const unit = unitOf.get(streak.unitId);
    const indicator = indicatorOf.get(streak.indicatorId);
    if (unit === undefined || indicator === undefined) return [];
    const id = `${streak.unitId}|${streak.indicatorId}`;
    return [{ ...streak, id, unit, indicator: indicator.name, clause: indicator.clause }];
  });
}

/** Longest streaks first, as long as what they cost together; colours are those of the indicator groups. */
export function toStreakSeries(streaks: readonly NamedStreak[], scheme: Scheme): BarListSeries {
  return {
    rows: streaks.slice(0, SHOWN_STREAKS).map((streak) => ({
      id: streak.id,
      label: `${streak.unit.shortName} · ${streak.indicator}`,
      indent: 0,
      value: streak.total / POINT,
      valueText: `${formatPoints(streak.total)} 分`,
      shareText: `连续 ${streak.quarters.length} 季`,
      runningText: "",
      base: null,
      fill: {
        kind: "series",
        slot: toSlot(
          Math.max(
            0,
            scheme.groups.findIndex(({ id }) => id === streak.groupId),
          ),
        ),
      },
      picked: false,
    })),
    maximum: Math.max(1, ...streaks.map((streak) => streak.total / POINT)),
    unit: "",
    words: { value: "合计扣分", share: "持续", running: "", hint: "点击看扣分明细" },
  };
}

export function toStreakTable(streaks: readonly NamedStreak[]): FigureTable {
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "indicator", head: "指标", align: "left", kind: "text" },
      { key: "count", head: "连续季度数", align: "right", kind: "number" },
      { key: "from", head: "自", align: "left", kind: "text" },
      { key: "total", head: "合计扣分", align: "right", kind: "points" },
      { key: "each", head: "逐季扣分", align: "left", kind: "text" },
      { key: "clause", head: "条款", align: "left", kind: "text" },
    ],
    rows: streaks.map((streak) => ({
      id: streak.id,
      cells: {
        unit: streak.unit.name,
        indicator: streak.indicator,
        count: streak.quarters.length,
        from: streak.quarters[0] === undefined ? "" : describeQuarter(streak.quarters[0]),
        total: streak.total,
        each: streak.losses.map((loss) => formatPoints(loss)).join("、"),
        clause: streak.clause,
      },
    })),
  };
}
