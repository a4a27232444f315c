import { type HeatmapLayout, toHeatmapPick } from "./heatmap-layout.ts";
import type { HeatmapCell, HeatmapSeries, HeatmapWords } from "./heatmap-series.ts";
import type { HitModel, MarkDescription, MarkPosition } from "./hit-model.ts";

const DEDUCTIONS: HeatmapWords = {
  label: "单位与指标扣分表，方向键逐格查看，回车查看扣分明细",
  hint: "点击查看扣分明细",
  before: "扣 ",
  after: " 分",
  zero: "0（未扣分）",
  rowTotal: "该单位合计",
};

/** One mark per cell: unit, indicator with its full name, points and the unit's total. */
export function heatmapHits(series: HeatmapSeries, layout: HeatmapLayout): HitModel {
  const { label, hint } = series.words ?? DEDUCTIONS;
  return {
    label,
    hint,
    panels: series.panels.map((panel, index) => {
      const place = layout.places[index] ?? { x: 0, y: 0, width: 0 };
      const whole = [{ x: place.x, width: place.width }];
      const cells = series.columns.map((_, column) => ({
        x: place.x + layout.cellsX + column * layout.pitch,
        width: layout.pitch,
      }));
      return {
        x: place.x,
        y: place.y + layout.rowsTop,
        rowHeight: layout.rowHeight,
        rowCount: panel.rows.length,
        columns: (row) => (panel.rows[row]?.missed === null ? cells : whole),
      };
    }),
    describe: (position) => describeCell(series, position),
  };
}

function describeCell(series: HeatmapSeries, position: MarkPosition): MarkDescription | null {
  const row = series.panels[position.panel]?.rows[position.row];
  if (row === undefined) return null;
  if (row.missed !== null) return { id: null, title: row.name, lines: [["状态", row.missed]], picked: false };
  const words = series.words ?? DEDUCTIONS;
  const column = series.columns[position.column];
  const cell = row.cells[position.column];
  if (column === undefined || cell === undefined) return null;
  return {
    id: toHeatmapPick(row.id, column.id),
    title: row.name,
    lines: [
      [column.name, cellWords(cell, words)],
      [words.rowTotal, row.totalText],
    ],
    picked: false,
  };
}

function cellWords(cell: HeatmapCell, words: HeatmapWords): string {
  switch (cell.kind) {
    case "value":
      return `${words.before}${cell.text}${words.after}`;
    case "zero":
      return words.zero;
    case "notApplicable":
      return "——（不适用）";
    case "notReported":
      return "未报";
  }
}
