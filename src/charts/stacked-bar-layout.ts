import type { StackedBarSegment, StackedBarSeries } from "./stacked-bar-series.ts";
import { measureText, widestText } from "./text-measure.ts";

export const STACK_BAR = 24;
const LANE = 16;
const ROW_GAP = 14;
const PADDING = 6;
export const AXIS_ROOM = 26;

export interface PlacedSegment {
  segment: StackedBarSegment;
  x: number;
  width: number;
  /** Words inside the bar, or null when they stand outside. */
  inside: string | null;
  /** Words below the bar with a leader. */
  outside: { text: string; x: number; lane: number } | null;
}

export interface PlacedStack {
  id: string;
  label: string;
  totalText: string;
  top: number;
  height: number;
  segments: readonly PlacedSegment[];
}

export interface StackedBarLayout {
  rows: readonly PlacedStack[];
  plotX: number;
  plotEnd: number;
  scale: number;
  axisY: number;
  height: number;
}

export function layOutStackedBars(series: StackedBarSeries, width: number): StackedBarLayout {
  const plotX = Math.ceil(
    widestText(
      series.rows.map((row) => rowTitle(row)),
      12,
      true,
    ) + 14,
  );
  const plotEnd = Math.max(plotX + 60, width - 22);
  const scale = (plotEnd - plotX) / Math.max(series.maximum, 1e-9);
  // Many rows have a legend above them, so a number alone is enough; two rows name their segments themselves.
  const isCompact = series.rows.length > 2;
  let top = 0;
  const rows = series.rows.map((row): PlacedStack => {
    const segments = placeSegments(row.segments, { plotX, scale, isCompact, right: width });
    const lanes = Math.max(0, ...segments.map((segment) => (segment.outside === null ? 0 : segment.outside.lane + 1)));
    const height = STACK_BAR + lanes * LANE + (lanes > 0 ? 4 : 0);
    const placed = { id: row.id, label: row.label, totalText: row.totalText, top, height, segments };
    top += height + (isCompact ? 8 : ROW_GAP);
    return placed;
  });
  const last = rows.at(-1);
  const axisY = (last === undefined ? 0 : last.top + last.height) + 4;
  return { rows, plotX, plotEnd, scale, axisY, height: axisY + AXIS_ROOM };
}

export function rowTitle(row: { label: string; totalText: string }): string {
  return `${row.label} ${row.totalText}`;
}

interface SegmentRoom {
  plotX: number;
  scale: number;
  isCompact: boolean;
  right: number;
}

function placeSegments(segments: readonly StackedBarSegment[], room: SegmentRoom): PlacedSegment[] {
  const laneEnds: number[] = [];
  let x = room.plotX;
  return segments.map((segment) => {
    const width = segment.value * room.scale;
    const full = `${segment.name} ${segment.valueText}`;
    const inside = (room.isCompact ? [full, segment.valueText] : [full]).find(
      (text) => measureText(text, 12, true) + PADDING * 2 <= width,
    );
    const outside =
      inside === undefined
        ? placeOutside(room.isCompact ? segment.valueText : full, x + width / 2, room, laneEnds)
        : null;
    const placed = { segment, x, width, inside: inside ?? null, outside };
    x += width;
    return placed;
  });
}

/** First lane in which the words touch no neighbour; kept inside the chart at its right edge. */
function placeOutside(text: string, middle: number, room: SegmentRoom, laneEnds: number[]) {
  const width = measureText(text, 12, true);
  const left = Math.max(room.plotX, Math.min(middle - width / 2, room.right - width));
  let lane = laneEnds.findIndex((end) => end + 8 <= left);
  if (lane < 0) lane = laneEnds.length;
  laneEnds[lane] = left + width;
  return { text, x: left, lane };
}
