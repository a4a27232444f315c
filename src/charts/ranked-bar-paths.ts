import { type RankedBarLayout, rowExtent } from "./ranked-bar-layout.ts";
import type { RankedBarRow, RankedBarSeries } from "./ranked-bar-series.ts";
import { hatchPath, rectPath } from "./shapes.ts";

/** All bars of a panel: one path per group of the series, one hatch, one outline round the hatch. */
export interface BarPaths {
  groups: readonly string[];
  hatch: string;
  outline: string;
}

interface BarRow {
  row: RankedBarRow;
  /** Centre line of the row. */
  middle: number;
}

export function toBarPaths(
  rows: readonly BarRow[],
  series: RankedBarSeries,
  layout: RankedBarLayout,
  options: { missed: number; print: boolean | undefined },
): BarPaths {
  const { columns, rowHeight } = layout;
  const thickness = rowHeight >= 20 ? 12 : 11;
  const groups = series.groups.map(() => "");
  let hatch = "";
  let outline = "";
  const xOf = (value: number) => {
    const x = columns.plotX + value * columns.scale;
    return options.print ? x : Math.round(x);
  };
  for (const { row, middle } of rows) {
    const y = middle - thickness / 2;
    const hatched = hatchedSpan(row, options.missed);
    if (hatched !== null) {
      const from = xOf(hatched.from);
      const width = Math.max(2, xOf(hatched.to) - from);
      hatch += hatchPath(from, y, width, thickness);
      outline += rectPath(from + 0.5, y + 0.5, width - 1, thickness - 1);
    }
    for (const segment of visibleSegments(row)) {
      const left = xOf(segment.from);
      // One pixel of surface between segments; a sliver keeps its own pixel.
      const right = Math.max(left + 1, xOf(segment.to) - (segment.isLast ? 0 : 1));
      groups[segment.index] += rectPath(left, y, right - left, thickness);
    }
  }
  return { groups, hatch, outline };
}

/** Missed inspection or disputed points. */
function hatchedSpan(row: RankedBarRow, missed: number): { from: number; to: number } | null {
  if (row.state === "missed") return { from: 0, to: missed };
  return row.disputed > 0 ? { from: rowExtent(row) - row.disputed, to: rowExtent(row) } : null;
}

function visibleSegments(row: RankedBarRow) {
  const segments: { index: number; from: number; to: number; isLast: boolean }[] = [];
  if (row.state === "missed") return segments;
  let from = 0;
  for (const [index, value] of row.segments.entries()) {
    if (value <= 0) continue;
    segments.push({ index, from, to: from + value, isLast: false });
    from += value;
  }
  const last = segments.at(-1);
  if (last !== undefined) last.isLast = true;
  return segments;
}
