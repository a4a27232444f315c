import type { BarListSeries } from "#charts/bar-list-series.ts";
import { toSlot } from "#charts/series-slot.ts";
import type { GroupDeduction } from "#domain/inspection-summary.ts";
import { formatPoints, POINT } from "#domain/points.ts";

/** Indicator groups from most to least points lost, with share and running share (Pareto); the base is last period's bar. */
export function toGroupSeries(
  groups: readonly GroupDeduction[],
  base: readonly GroupDeduction[] | null,
): BarListSeries {
  const total = groups.reduce((sum, group) => sum + group.deduction, 0);
  const baseOf = new Map(base?.map((group) => [group.groupId, group.deduction]));
  const slots = new Map(groups.map((group, index) => [group.groupId, toSlot(index)]));
  const sorted = [...groups].sort((a, b) => b.deduction - a.deduction);
  const longest = Math.max(0, ...sorted.map((group) => group.deduction), ...baseOf.values());
  return {
    rows: sorted.map((group, index) => {
      const running = sorted.slice(0, index + 1).reduce((sum, entry) => sum + entry.deduction, 0);
      const before = baseOf.get(group.groupId);
      return {
        id: group.groupId,
        label: group.name,
        indent: 0,
        value: group.deduction / POINT,
        valueText: formatPoints(group.deduction),
        shareText: percentText(group.deduction, total),
        runningText: total === 0 ? "" : `累计 ${percentText(running, total)}`,
        base: before === undefined ? null : { value: before / POINT, valueText: formatPoints(before) },
        fill: { kind: "series", slot: slots.get(group.groupId) ?? 6 },
        picked: false,
      };
    }),
    maximum: axisEnd(longest / POINT),
    unit: "分",
  };
}

function percentText(part: number, whole: number): string {
  return whole === 0 ? "" : `${((part / whole) * 100).toFixed(1)}%`;
}

/** The next round number, so that the axis ends on a label: 76 → 80. */
function axisEnd(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  const fine = value / step <= 2 ? step / 5 : step / 2;
  return Math.ceil(value / fine) * fine;
}
