import type { BarListSeries } from "#charts/bar-list-series.ts";
import type { FigureTable } from "#charts/figure-spec.ts";
import { toSlot } from "#charts/series-slot.ts";
import { formatPoints, POINT } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { IndicatorLossCount } from "#domain/top-indicators.ts";

/** How many indicators the overview shows. */
export const SHOWN_INDICATORS = 12;

/** The indicators that cost most; a bar has the colour of its group, and says how many of the units lost points. */
export function toIndicatorBars(scheme: Scheme, losses: readonly IndicatorLossCount[]): BarListSeries {
  const slots = new Map(scheme.groups.map((group, index) => [group.id, toSlot(index)]));
  const shown = losses.slice(0, SHOWN_INDICATORS);
  return {
    rows: shown.map(({ id, groupId, name, loss, losing, applicable }) => ({
      id,
      label: name,
      indent: 0,
      value: loss / POINT,
      valueText: formatPoints(loss),
      shareText: `${losing}/${applicable} 家`,
      runningText: "",
      base: null,
      fill: { kind: "series", slot: slots.get(groupId) ?? 6 },
      picked: false,
    })),
    maximum: Math.max(1, ...shown.map(({ loss }) => loss / POINT)),
    unit: "分",
  };
}

export function toIndicatorTable(losses: readonly IndicatorLossCount[]): FigureTable {
  return {
    columns: [
      { key: "name", head: "指标", align: "left", kind: "text" },
      { key: "loss", head: "扣分", align: "right", kind: "points" },
      { key: "losing", head: "扣分单位数", align: "right", kind: "number" },
      { key: "applicable", head: "适用单位数", align: "right", kind: "number" },
      { key: "worst", head: "单家最多", align: "left", kind: "text" },
    ],
    rows: losses.map(({ id, name, loss, losing, applicable, worst }) => ({
      id,
      cells: {
        name,
        loss,
        losing,
        applicable,
        worst: worst === null ? null : `${worst.name} ${formatPoints(worst.loss)}`,
      },
    })),
  };
}
