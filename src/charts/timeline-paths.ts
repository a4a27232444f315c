import { hatchPath, linePath, rectPath } from "./shapes.ts";
import { splitBar, TIMELINE_BAR, type TimelineLayout } from "./timeline-layout.ts";
import type { TimelineRow, TimelineSpan } from "./timeline-series.ts";

/** All bars in one path a look: cost is per node, not per case. */
export interface TimelinePaths {
  m1: string;
  m2: string;
  soon: string;
  late: string;
  rest: string;
  hatch: string;
  hatchFrame: string;
  due: string;
}

export function toTimelinePaths(
  placed: readonly { row: TimelineRow; middle: number }[],
  layout: TimelineLayout,
): TimelinePaths {
  const paths = { m1: "", m2: "", soon: "", late: "", rest: "", hatch: "", hatchFrame: "", due: "" };
  for (const { row, middle } of placed) {
    const y = middle - TIMELINE_BAR / 2;
    const { used, late, paused, rest } = splitBar(row);
    const plain = row.weight === 1 ? "m1" : "m2";
    const look = row.isSoon ? "soon" : plain;
    for (const span of used) paths[look] += bar(span, y, layout);
    for (const span of late) paths.late += bar(span, y, layout);
    for (const span of paused) {
      const { x, width } = place(span, layout);
      paths.hatch += hatchPath(x, y, width, TIMELINE_BAR);
      paths.hatchFrame += rectPath(x + 0.5, y + 0.5, Math.max(0, width - 1), TIMELINE_BAR - 1);
    }
    if (rest !== null) {
      const { x, width } = place(rest, layout);
      paths.rest += rectPath(x + 0.5, y + 0.5, Math.max(0, width - 1), TIMELINE_BAR - 1);
    }
    const due = layout.xOf(row.due);
    paths.due += linePath(due, y - 3, due, y + TIMELINE_BAR + 3);
  }
  return paths;
}

function place(span: TimelineSpan, layout: TimelineLayout): { x: number; width: number } {
  const x = layout.xOf(span.from);
  return { x, width: layout.xOf(span.to) - x };
}

/** A sliver keeps a pixel of its own; what lies outside the plot has none. */
function bar(span: TimelineSpan, y: number, layout: TimelineLayout): string {
  const { x, width } = place(span, layout);
  return width <= 0 ? "" : rectPath(x, y, Math.max(1, width), TIMELINE_BAR);
}
