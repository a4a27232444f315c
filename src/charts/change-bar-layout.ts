import type { ChangeBarSeries } from "./change-bar-series.ts";
import { measureText, widestText } from "./text-measure.ts";

export const CHANGE_BAR = 12;
const ROW = 22;
const HEAD = 22;
const GAP = 12;
const VALUE_GAP = 5;
const LEAST_SIDE = 60;

export interface ChangeBarLayout {
  /** Right edge of the span column; names stand at 0. */
  spanRight: number;
  zeroX: number;
  /** Pixels per unit. */
  scale: number;
  /** Left edge of the tier column. */
  tierX: number;
  rowsTop: number;
  rowHeight: number;
  width: number;
  height: number;
}

/** Both sides of zero have one scale; beyond the longest bar of each stands its value. */
export function layOutChangeBars(series: ChangeBarSeries, width: number): ChangeBarLayout {
  const { rows } = series;
  const name = widestText(rows.map((row) => row.name));
  const span = Math.max(measureText(series.spanHead), widestText(rows.map((row) => row.spanText)));
  const tier = widestText(rows.map((row) => row.tierText));
  const value =
    widestText(
      rows.map((row) => row.changeText),
      12,
      true,
    ) +
    VALUE_GAP * 2;
  const spanRight = Math.ceil(name + GAP + span);
  const plotLeft = spanRight + GAP;
  const tierColumn = tier === 0 ? 0 : Math.ceil(tier) + GAP;
  const room = Math.max(2 * (LEAST_SIDE + value), width - plotLeft - tierColumn);
  const left = Math.max(0, ...rows.map((row) => -row.change));
  const right = Math.max(0, ...rows.map((row) => row.change));
  const reach = Math.max(left + right, 1e-9);
  // A side without bars still needs room for its head.
  const leftWords = left > 0 ? value : measureText(series.sides.left) + GAP;
  const rightWords = right > 0 ? value : measureText(series.sides.right) + GAP;
  const scale = Math.max(0, room - leftWords - rightWords) / reach;
  const zeroX = Math.round(plotLeft + leftWords + left * scale);
  return {
    spanRight,
    zeroX,
    scale,
    tierX: plotLeft + room + (tierColumn === 0 ? 0 : GAP),
    rowsTop: HEAD,
    rowHeight: ROW,
    width: Math.max(width, plotLeft + room + tierColumn),
    height: HEAD + rows.length * ROW + 2,
  };
}
