import type { MarkFill } from "./chart.ts";

/** Lines over quarters, left to right; null is a gap and is never joined over. */
export interface TrendSeries {
  /** 2025 一季度 … one per point. */
  labels: readonly string[];
  lines: readonly {
    id: string;
    name: string;
    fill: MarkFill;
    values: readonly (number | null)[];
    valueTexts: readonly string[];
    /** Under other rules than the quarter's own: drawn dashed and without markers. */
    isRecomputed?: boolean;
  }[];
  /** Axis from–to in the unit; bars start at 0, a line may not when the axis says so. */
  domain: readonly [number, number];
  unit: string;
  /** Rule changes and the like, named on the time axis before the label at `index`. */
  marks: readonly { index: number; label: string }[];
}
