import type { HeatmapCell, HeatmapPanel, HeatmapSeries } from "#charts/heatmap-series.ts";
import { type IndicatorQuarter, type IndicatorTrend, meanLoss, sumQuarters } from "#domain/indicator-trend.ts";
import { formatPoints, POINT, type Points } from "#domain/points.ts";
import { describeQuarter, describeQuarterShort, type Quarter, yearOf } from "#domain/quarter.ts";

/** Upper ends of the ramp's classes, points a unit; fixed, so that pictures of different years compare. */
const CLASS_ENDS = [0.1, 0.2, 0.4, 0.7, 1].map((points) => points * POINT);
const RAMP = [1, 2, 3, 4, 5, 6] as const;

/** Indicators of one side of the district, or of the picked units. */
export interface TrendSide {
  id: string;
  title: string;
  trends: readonly IndicatorTrend[];
}

/** Indicator × quarter: what a unit lost on average. The right column weighs every inspected unit-time alike. */
export function toIndicatorTrendSeries(sides: readonly TrendSide[], quarters: readonly Quarter[]): HeatmapSeries {
  return {
    words: {
      label: "指标与季度热力表，方向键逐格查看",
      hint: "",
      before: "每家平均扣 ",
      after: " 分",
      zero: "未扣分",
      rowTotal: "各季度平均",
    },
    panels: sides.map((side) => toPanel(side, quarters)),
    columns: quarters.map((quarter) => ({
      id: quarter,
      shortName: describeQuarterShort(quarter),
      name: describeQuarter(quarter),
    })),
    groups: toYears(quarters),
    rampLabels: ["≤0.1", "≤0.2", "≤0.4", "≤0.7", "≤1.0", ">1.0"],
    totalHead: "平均",
    footHead: "每家合计",
  };
}

function toPanel({ id, title, trends }: TrendSide, quarters: readonly Quarter[]): HeatmapPanel {
  const totals = quarters.map((_, index) => sumMeans(trends.map((trend) => meanLoss(trend.quarters[index] ?? null))));
  return {
    id,
    title,
    rows: trends.map((trend) => ({
      id: trend.indicatorId,
      name: trend.name,
      cells: trend.quarters.map(toCell),
      totalText: toText(meanLoss(sumQuarters(trend))),
      missed: null,
    })),
    columnTotals: totals.map(toText),
    grandTotal: toText(sumMeans(trends.map((trend) => meanLoss(sumQuarters(trend))))),
  };
}

/** null, not 0, when nothing was scored at all. */
function sumMeans(means: readonly (Points | null)[]): Points | null {
  const known = means.filter((mean) => mean !== null);
  return known.length === 0 ? null : known.reduce((sum, mean) => sum + mean, 0);
}

function toText(mean: Points | null): string {
  return mean === null ? "——" : formatPoints(mean, 2);
}

function toCell(entry: IndicatorQuarter | null): HeatmapCell {
  const mean = meanLoss(entry);
  if (mean === null) return { kind: "notApplicable", text: "——", ramp: 0 };
  if (mean === 0) return { kind: "zero", text: "0", ramp: 0 };
  const index = CLASS_ENDS.findIndex((end) => mean <= end);
  return { kind: "value", text: formatPoints(mean, 2), ramp: RAMP[index === -1 ? 5 : index] ?? 6 };
}

function toYears(quarters: readonly Quarter[]): HeatmapSeries["groups"] {
  const years = [...new Set(quarters.map(yearOf))];
  return years.map((year) => ({
    id: String(year),
    name: `${year}年`,
    shortName: String(year),
    slot: null,
    span: quarters.filter((quarter) => yearOf(quarter) === year).length,
  }));
}
