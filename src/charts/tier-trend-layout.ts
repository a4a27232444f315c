import { niceTicks } from "./nice-ticks.ts";
import { linePath, rectPath } from "./shapes.ts";
import { measureText, widestText } from "./text-measure.ts";
import type { TierTrendSeries } from "./tier-trend-series.ts";
import { splitLabel } from "./trend-layout.ts";

export const TIER_TREND_HEIGHT = 160;
const TOP = 22;
const BOTTOM = 38;
/** Marker before a tier's name at the right edge. */
export const BAND_MARKER = 16;

export interface TierTrendLayout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: readonly number[];
  xOf: (index: number) => number;
  yOf: (value: number) => number;
  /** Left and right end of a quarter's part of the bands. */
  spanOf: (index: number) => { from: number; to: number };
  /** Tiers of the latest quarter, named at the right edge where they are high enough. */
  names: readonly { level: number; text: string; y: number }[];
}

export function layOutTierTrend(series: TierTrendSeries, width: number): TierTrendLayout {
  const [low, high] = series.domain;
  const ticks = roundTicks(low, high);
  const left = Math.ceil(widestText([...ticks.map(String), `${high} ${series.unit}`]) + 8);
  const latest = series.points[series.points.length - 1];
  const right = Math.ceil(
    widestText(
      (latest?.tiers ?? []).map((tier) => tier.name),
      12,
      true,
    ) +
      BAND_MARKER +
      10,
  );
  const count = Math.max(1, series.points.length);
  const plotWidth = Math.max(60, width - left - right);
  const step = plotWidth / count;
  const bottom = TIER_TREND_HEIGHT - BOTTOM;
  const yOf = (value: number) => TOP + (1 - (value - low) / Math.max(1e-9, high - low)) * (bottom - TOP);
  return {
    left,
    right: left + plotWidth,
    top: TOP,
    bottom,
    ticks,
    xOf: (index) => left + step * (index + 0.5),
    yOf,
    spanOf: (index) => ({ from: left + step * index, to: left + step * (index + 1) }),
    names: nameBands(series, yOf, bottom),
  };
}

/** Multiples of a round step between the ends: 86–100 gives 90, 95, 100. */
function roundTicks(low: number, high: number): number[] {
  const step = niceTicks(high - low, 4)[1] ?? Math.max(1, high - low);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

const LEAST_BAND = 13;

/** The middle of each band of the latest quarter inside the axis; a band too low for its name stays unnamed. */
function nameBands(series: TierTrendSeries, yOf: (value: number) => number, bottom: number) {
  const tiers = series.points[series.points.length - 1]?.tiers ?? [];
  return tiers.flatMap((tier, index) => {
    const upper = index === 0 ? TOP : Math.max(TOP, yOf(tiers[index - 1]?.from ?? series.domain[1]));
    const lower = tier.from === null ? bottom : Math.min(bottom, yOf(tier.from));
    return lower - upper < LEAST_BAND ? [] : [{ level: tier.level, text: tier.name, y: (upper + lower) / 2 }];
  });
}

/** The tint of every other band and the dashes where a tier begins, one path each. */
export function bandPaths(series: TierTrendSeries, layout: TierTrendLayout): { tint: string; edges: string } {
  const clip = (y: number) => Math.min(layout.bottom, Math.max(layout.top, y));
  let tint = "";
  let edges = "";
  for (const [index, { tiers }] of series.points.entries()) {
    const { from, to } = layout.spanOf(index);
    for (const [place, tier] of tiers.entries()) {
      const top = clip(layout.yOf(tiers[place - 1]?.from ?? series.domain[1]));
      const end = tier.from === null ? layout.bottom : layout.yOf(tier.from);
      if (place % 2 === 0 && clip(end) > top) tint += rectPath(from, top, to - from, clip(end) - top);
      if (end > layout.top && end < layout.bottom) edges += linePath(from, end, to, end);
    }
  }
  return { tint, edges };
}

/** 2026 三季度 as two lines where the quarters are narrow: the quarter, and the year under its first one. */
export function quarterTexts(series: TierTrendSeries): { rest: string; year: string }[] {
  let shown = "";
  return series.points.map(({ label }) => {
    const { year, rest } = splitLabel(label);
    const isNew = year !== "" && year !== shown;
    if (isNew) shown = year;
    return { rest, year: isNew ? year : "" };
  });
}

/** How many quarters apart labels stand so that no two touch. */
export function labelStep(series: TierTrendSeries, width: number): number {
  const widest = Math.max(...series.points.map(({ label }) => measureText(splitLabel(label).rest)), 1) + 6;
  return Math.max(1, Math.ceil(widest / (width / Math.max(1, series.points.length))));
}
