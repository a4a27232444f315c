import { wrapText } from "./text-measure.ts";
import { layOutTierTrend, TIER_TREND_HEIGHT, type TierTrendLayout } from "./tier-trend-layout.ts";
import type { SheetBlock, SheetItem, UnitSheetSeries } from "./unit-sheet-series.ts";
import { waterfallChartHeight } from "./waterfall-chart.tsx";

/** 190 mm at 96 dpi: what A4 has between margins of 10 mm, so that 12 px print as 9 pt. */
export const SHEET_WIDTH = 718;
const CELLS = 66;
export const HEAD_LINE = 22;
const GAP = 18;
export const LINE = 16;
/** The waterfall is drawn smaller before it pushes the rest off the page. */
const MOST_STEPS = 328;

export interface PlacedItem {
  item: SheetItem;
  y: number;
  height: number;
  lines: readonly string[];
}

export interface PlacedBlock {
  block: SheetBlock;
  x: number;
  y: number;
  width: number;
  items: readonly PlacedItem[];
  /** Baseline of the words under the list, or in its place. */
  endY: number;
  bottom: number;
}

export interface UnitSheetLayout {
  cellWidth: number;
  trendY: number;
  trend: TierTrendLayout;
  steps: { x: number; y: number; width: number; scale: number };
  deductions: PlacedBlock;
  deadlines: PlacedBlock;
  applications: PlacedBlock;
  notes: PlacedBlock;
  height: number;
}

export function layOutUnitSheet(series: UnitSheetSeries): UnitSheetLayout {
  const trendY = CELLS + GAP;
  const columnsY = trendY + HEAD_LINE + TIER_TREND_HEIGHT + GAP;
  const stepsWidth = 404;
  const stepsHeight = series.steps === null ? 60 : waterfallChartHeight(series.steps, stepsWidth);
  const scale = Math.min(1, MOST_STEPS / stepsHeight);
  const deductions = placeBlock(series.deductions, { x: 428, y: columnsY, width: SHEET_WIDTH - 428 }, 2);
  const footY = Math.max(columnsY + HEAD_LINE + stepsHeight * scale, deductions.bottom) + GAP;
  const third = (SHEET_WIDTH - 2 * 24) / 3;
  const foot = [series.deadlines, series.applications, series.notes].map((block, index) =>
    placeBlock(block, { x: index * (third + 24), y: footY, width: third }, 2),
  );
  const [deadlines = deductions, applications = deductions, notes = deductions] = foot;
  return {
    cellWidth: SHEET_WIDTH / Math.max(1, series.cells.length),
    trendY,
    trend: layOutTierTrend(series.trend, SHEET_WIDTH),
    steps: { x: 0, y: columnsY + HEAD_LINE, width: stepsWidth, scale },
    deductions,
    deadlines,
    applications,
    notes,
    height: Math.ceil(Math.max(...foot.map((block) => block.bottom))) + 4,
  };
}

interface Place {
  x: number;
  y: number;
  width: number;
}

function placeBlock(block: SheetBlock, { x, y, width }: Place, mostLines: number): PlacedBlock {
  let top = y + HEAD_LINE + 4;
  const items = block.items.map((item): PlacedItem => {
    const lines = item.text === "" ? [] : clip(wrapText(item.text, width), mostLines);
    const height = LINE * (1 + lines.length) + (lines.length === 0 ? 3 : 8);
    const placed = { item, y: top, height, lines };
    top += height;
    return placed;
  });
  const hasEnd = block.more !== "" || block.items.length === 0;
  return { block, x, y, width, items, endY: top + 12, bottom: hasEnd ? top + LINE + 4 : top };
}

/** The first lines; what is left out is said by an ellipsis. */
function clip(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = kept[most - 1] ?? "";
  return [...kept.slice(0, -1), `${last.slice(0, -1)}…`];
}
