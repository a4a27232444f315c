import type { TrendSeries } from "./trend-series.ts";

/** The same lines under other rules, dashed beside the first ones; both fit one axis. */
export function withRecomputedLines(own: TrendSeries, recomputed: TrendSeries): TrendSeries {
  const lines = recomputed.lines
    .filter((line) => own.lines.some((other) => other.id === line.id))
    .map((line) => ({ ...line, id: `${line.id}-today`, name: `${line.name}（现行规则）`, isRecomputed: true }));
  return {
    ...own,
    lines: [...own.lines, ...lines],
    domain: [Math.min(own.domain[0], recomputed.domain[0]), Math.max(own.domain[1], recomputed.domain[1])],
  };
}
