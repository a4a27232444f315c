import type { HitModel } from "./hit-model.ts";
import type { TierTrendLayout } from "./tier-trend-layout.ts";
import type { TierTrendSeries } from "./tier-trend-series.ts";

/** One mark per quarter. */
export function tierTrendHits(series: TierTrendSeries, layout: TierTrendLayout): HitModel {
  const columns = series.points.map((_, index) => {
    const { from, to } = layout.spanOf(index);
    return { x: from, width: to - from };
  });
  return {
    label: "各季度得分与档次，左右键逐季查看",
    hint: "点击查看该季度",
    panels: [
      {
        x: layout.left,
        y: layout.top,
        rowHeight: layout.bottom - layout.top,
        rowCount: series.points.length === 0 ? 0 : 1,
        columns: () => columns,
      },
    ],
    describe: ({ column }) => {
      const point = series.points[column];
      if (point === undefined) return null;
      const tier: [string, string][] = point.tier === null ? [] : [["档次", point.tier.name]];
      const value = point.value === null || point.state === "vetoed" ? point.text : `${point.text} ${series.unit}`;
      return {
        id: String(column),
        title: point.label,
        lines: [["得分", value], ...tier, ...point.lines],
        picked: false,
      };
    },
  };
}
