import type { StackedBarSegment, StackedBarSeries } from "./stacked-bar-series.ts";
import { measureText, widestText } from "./text-measure.ts";

export const STACK_BAR = 24;
const LANE = 16;
/** Lane of an unexplained remainder: apart from the others, because it is the finding. */
export const ABOVE = -1;
const ROW_GAP = 14;
const PADDING = 6;
export const AXIS_ROOM = 26;

export interface PlacedSegment {
  segment: StackedBarSegment;
  x: number;
  width: number;
  /** Words inside the bar, or null when they stand outside. */
  inside: string | null;
  /** Words beside the bar with a leader: lanes 0, 1 … below it, −1 above it. */
  outside: { text: string; x: number; lane: number } | null;
}

export interface PlacedStack {
  id: string;
  label: string;
  totalText: string;
  /** Upper edge of the bar. */
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
    if (segments.some((segment) => segment.outside?.lane === ABOVE)) top += LANE;
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
    const outside = inside === undefined ? placeOutside(segment, full, x + width / 2, room, laneEnds) : null;
    const placed = { segment, x, width, inside: inside ?? null, outside };
    x += width;
    return placed;
  });
}

/**
 * Words end at their leader, so they only ever reach to the left; a lane is free when neither words nor the leader of
 * a deeper lane stand in the way. No leader then crosses a word.
 */
function placeOutside(segment: StackedBarSegment, text: string, middle: number, room: SegmentRoom, laneEnds: number[]) {
  const width = measureText(text, 12, segment.fill.kind === "gap");
  const x = Math.max(0, Math.min(middle + 3, room.right) - width);
  if (segment.fill.kind === "gap") return { text, x, lane: ABOVE };
  let lane = laneEnds.findIndex((end) => end <= x);
  if (lane < 0) lane = laneEnds.length;
  laneEnds[lane] = Math.max(x + width, middle) + 8;
  for (let above = 0; above < lane; above += 1) laneEnds[above] = Math.max(laneEnds[above] ?? 0, middle + 5);
  return { text, x, lane };
}
