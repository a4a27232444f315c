import { apportion, scaleExactly } from "./exact.ts";

/** A rate of fewer than this many cases says little: one case more or less moves it by 25 points or more. */
const SMALL_BASE = 5;

/**
 * Shares of a whole in percent that add up to exactly 100 (largest remainder), to `decimals` places; all 0 when the
 * whole is 0. 大姚: 3, 1, 2 and 2 of 8 → 37, 13, 25, 25.
 */
export function percentShares(counts: readonly number[], decimals = 0): number[] {
  const step = 10 ** decimals;
  return apportion(100 * step, counts).map((share) => share / step);
}

/** An honest rate keeps its numerator and denominator, which are always shown beside it. */
export interface Rate {
  numerator: number;
  denominator: number;
  /** True under five cases: print 3/4, not 75 %. */
  small: boolean;
}

/** n of N; null when N is 0, because a rate of nothing is neither 0 % nor 100 % (西宁市统计局: 0 articles submitted). */
export function rate(numerator: number, denominator: number): Rate | null {
  return denominator === 0 ? null : { numerator, denominator, small: denominator < SMALL_BASE };
}

/** "92.2%", rounded half up from the counts themselves: 黔江 59/64 = 92.1875 → 92.19 with two decimals, not 92.18. */
export function formatRate({ numerator, denominator }: Rate, decimals = 1): string {
  const step = 10 ** decimals;
  return `${(scaleExactly(numerator, 100 * step, denominator) / step).toFixed(decimals)}%`;
}
