import { breakHead } from "./heatmap-layout.ts";
import { type GridCell, type MergedGrid, placeCells } from "./merged-grid.ts";
import { measureText, wrapText } from "./text-measure.ts";

const GRID_LINE = 15;
/** From the top of a line to its baseline. */
const BASE_LINE = 12;
const PADDING = 4;
const LEAST_ROW = 19;

export interface PlacedBox {
  cell: GridCell;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Words of the cell with their baselines, in the middle of the box. */
  lines: readonly { text: string; y: number }[];
}

export interface GridLayout {
  boxes: readonly PlacedBox[];
  width: number;
  height: number;
}

/** A head over one column breaks into equal lines: 结果 / 维持. */
function linesOf(cell: GridCell, width: number, strong: boolean): string[] {
  const isNarrowHead = cell.role === "head" && cell.colSpan === 1 && measureText(cell.text, 12, strong) > width;
  return isNarrowHead ? breakHead(cell.text, width) : withoutLoneCharacter(cell, width, strong);
}

/** A wording that leaves one character on its last line is wrapped a little narrower: 法律行政 / 法规, not 行政法 / 规. */
function withoutLoneCharacter(cell: GridCell, width: number, strong: boolean): string[] {
  const lines = wrapText(cell.text, width, 12, strong);
  const isLone = cell.role === "label" && lines.length > 1 && [...(lines.at(-1) ?? "")].length === 1;
  if (!isLone) return lines;
  const narrower = wrapText(cell.text, width - 2 * 12, 12, strong);
  return narrower.length === lines.length ? narrower : lines;
}

/** Column edges by weight, rows as tall as their longest wording; a tall merged cell stretches its last row. */
export function layOutGrid(grid: MergedGrid, width: number): GridLayout {
  const whole = grid.columns.reduce((sum, share) => sum + share, 0);
  const edges = [0];
  for (const share of grid.columns) edges.push((edges.at(-1) ?? 0) + (share / whole) * width);
  const edge = (index: number) => Math.round(edges[index] ?? width);
  const placed = placeCells(grid).map((place) => {
    const x = edge(place.column);
    const boxWidth = edge(place.column + place.cell.colSpan) - x;
    const strong = place.cell.isStrong || place.cell.role === "head";
    return { ...place, x, boxWidth, lines: linesOf(place.cell, boxWidth - PADDING * 2, strong) };
  });
  const heights = grid.rows.map(() => LEAST_ROW);
  const byHeight = [...placed].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const { cell, row, lines } of byHeight) {
    const last = row + cell.rowSpan - 1;
    const have = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    const missing = lines.length * GRID_LINE + PADDING - have;
    if (missing > 0) heights[last] = (heights[last] ?? LEAST_ROW) + missing;
  }
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  const boxes = placed.map(({ cell, row, x, boxWidth, lines }): PlacedBox => {
    const y = tops[row] ?? 0;
    const height = (tops[row + cell.rowSpan] ?? y) - y;
    const first = y + (height - lines.length * GRID_LINE) / 2 + BASE_LINE;
    const placedLines = lines.map((text, index) => ({ text, y: Math.round((first + index * GRID_LINE) * 100) / 100 }));
    return { cell, x, y, width: boxWidth, height, lines: placedLines };
  });
  return { boxes, width, height: tops.at(-1) ?? 0 };
}
