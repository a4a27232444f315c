import type { HitModel } from "./hit-model.ts";
import { TREND_BOTTOM, TREND_HEIGHT, TREND_TOP, type TrendLayout } from "./trend-layout.ts";
import type { TrendSeries } from "./trend-series.ts";

/** One mark per point in time; the tooltip names every line's value there. */
export function trendHits(series: TrendSeries, layout: TrendLayout): HitModel {
  const half = series.labels.length > 1 ? (layout.xOf(1) - layout.xOf(0)) / 2 : 60;
  const columns = series.labels.map((_, index) => ({ x: layout.xOf(index) - half, width: half * 2 }));
  return {
    label: "折线，左右键逐期查看",
    hint: "点击查看该期",
    panels: [
      {
        x: 0,
        y: TREND_TOP,
        rowHeight: TREND_HEIGHT - TREND_TOP - TREND_BOTTOM,
        rowCount: series.labels.length === 0 ? 0 : 1,
        columns: () => columns,
      },
    ],
    describe: ({ column }) => {
      const title = series.labels[column];
      if (title === undefined) return null;
      const marks = series.marks
        .filter((mark) => mark.index === column)
        .map((mark): [string, string] => ["变更", mark.label]);
      return {
        id: String(column),
        title,
        lines: [
          ...series.lines.map((line): [string, string] => [
            line.name,
            line.values[column] == null ? "——" : `${line.valueTexts[column] ?? ""} ${series.unit}`,
          ]),
          ...marks,
        ],
        picked: false,
      };
    },
  };
}
