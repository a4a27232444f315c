import { z } from "zod";

/**
 * Points are integers in ten-thousandths of a point: 1.28 points = 12800.
 * Real schemes deduct ratios of an indicator and print four decimals, and float
 * sums differ between database engines; integers add up the same everywhere.
 */
export const pointsSchema = z.int().meta({ id: "Points", description: "Points in 1/10,000: 1.28 points = 12800" });
export type Points = z.infer<typeof pointsSchema>;

/** One whole point. */
export const POINT = 10_000;

/** 1.28 → 12800. Rounds half away from zero to the nearest ten-thousandth. */
export function toPoints(value: number): Points {
  const scaled = Math.abs(value) * POINT;
  return Math.sign(value) * Math.floor(scaled + 0.5 + Number.EPSILON * scaled) + 0;
}

/** Rounds half up (away from zero) to `decimals` places, staying in ten-thousandths: (813395, 2) → 813400. */
export function roundPoints(points: Points, decimals: number): Points {
  const step = 10 ** (4 - decimals);
  const rounded = Math.floor(Math.abs(points) / step + 0.5) * step;
  return points < 0 ? -rounded + 0 : rounded;
}

/** 81_3400 with 2 decimals → "81.34". A real minus sign (U+2212) marks a negative value. */
export function formatPoints(points: Points, decimals = 1): string {
  const rounded = roundPoints(points, decimals);
  const text = (Math.abs(rounded) / POINT).toFixed(decimals);
  return rounded < 0 ? `−${text}` : text;
}

/** A change with its sign: +0.6, −0.6, 0.0. */
export function formatPointsChange(points: Points, decimals = 1): string {
  return roundPoints(points, decimals) > 0 ? `+${formatPoints(points, decimals)}` : formatPoints(points, decimals);
}
