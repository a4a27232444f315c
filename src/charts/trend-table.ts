import type { FigureTable } from "./figure-spec.ts";
import type { TrendSeries } from "./trend-series.ts";

/** One row a quarter, one column a line; a gap keeps its word (未检, ——). */
export function toTrendTable(series: TrendSeries): FigureTable {
  const heads = series.lines.map(
    ({ id, name }) =>
      ({ key: id, head: `${name}（${series.unit}）`, align: "right", kind: "number", decimals: 1 }) as const,
  );
  return {
    columns: [{ key: "quarter", head: "季度", align: "left", kind: "text" }, ...heads],
    rows: series.labels.map((label, index) => ({
      id: String(index),
      cells: {
        quarter: label,
        ...Object.fromEntries(
          series.lines.map((line) => [line.id, line.values[index] ?? line.valueTexts[index] ?? null]),
        ),
      },
    })),
  };
}
