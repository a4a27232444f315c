import { lazy } from "react";

/** Recharts comes on demand: charts that do not need it are painted before it has loaded. */
export const LazyTrendLineChart = lazy(async () => {
  const module = await import("./trend-line-chart.tsx");
  return { default: module.TrendLineChart };
});
