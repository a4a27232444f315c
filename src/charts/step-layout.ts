import type { StepCurve, StepSeries } from "./step-series.ts";
import { round } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

const LEFT = 40;
const RIGHT = 30;
const BOTTOM = 30;
const LABEL_ROW = 16;
/** Two lines of a label fit over a curve that ends at the very top. */
const LEAST_TOP = 36;
const LINE = 16;
const LEAST = 240;
const MOST = 320;

export interface LimitLabel {
  x: number;
  base: number;
  text: string;
}

export interface CurveLabel {
  id: string;
  /** Centre of the dot on the limit. */
  dot: { x: number; y: number } | null;
  x: number;
  base: number;
  anchor: "start" | "end";
  name: string;
  text: string;
}

export interface StepLayout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  xOf: (hours: number) => number;
  yOf: (share: number) => number;
  limits: readonly LimitLabel[];
  labels: readonly CurveLabel[];
}

export function layOutStep(series: StepSeries, width: number): StepLayout {
  const left = LEFT;
  const right = Math.max(left + 120, width - RIGHT);
  const height = Math.round(Math.min(MOST, Math.max(LEAST, width * 0.55)));
  const xOf = (hours: number) =>
    left + (Math.min(hours, series.maximum) / Math.max(1, series.maximum)) * (right - left);
  const limits = placeLimits(series, xOf, right + RIGHT);
  const top = Math.max(LEAST_TOP, ...limits.map(({ base }) => base + 8));
  const bottom = height - BOTTOM;
  const yOf = (share: number) => bottom - share * (bottom - top);
  return {
    left,
    right,
    top,
    bottom,
    height,
    xOf,
    yOf,
    limits,
    labels: placeLabels(series, { xOf, yOf, bottom, left }),
  };
}

/** Names on their lines, right of them; a name that would meet another stands a row below it. */
function placeLimits(series: StepSeries, xOf: (hours: number) => number, end: number): LimitLabel[] {
  const rows: number[] = [];
  return [...limitsOf(series)].map(({ hours, label }) => {
    const wide = measureText(label);
    const x = Math.min(xOf(hours) + 5, end - wide);
    let row = 0;
    while ((rows[row] ?? Number.NEGATIVE_INFINITY) > x) row += 1;
    rows[row] = x + wide + 8;
    return { x, base: 12 + row * LABEL_ROW, text: label };
  });
}

/** Each limit once, the shortest first. */
export function limitsOf({ curves, maximum }: StepSeries): { hours: number; label: string }[] {
  const known = new Map<number, string[]>();
  for (const { limit } of curves) {
    if (limit !== null && limit.hours <= maximum)
      known.set(limit.hours, [...(known.get(limit.hours) ?? []), limit.label]);
  }
  return [...known].sort(([a], [b]) => a - b).map(([hours, labels]) => ({ hours, label: labels.join("、") }));
}

interface Scales {
  xOf: (hours: number) => number;
  yOf: (share: number) => number;
  bottom: number;
  left: number;
}

/**
 * A rising line leaves room above to its left and below to its right. The first curve takes the one, the others the
 * other; a label that finds no room on the left changes sides.
 */
function placeLabels(series: StepSeries, scales: Scales): CurveLabel[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return series.curves.map((curve, index) => {
    const { hours, share, text } = curve.limit ?? midOf(curve, series.maximum);
    const x = scales.xOf(hours);
    const y = scales.yOf(share);
    const room = Math.max(measureText(curve.name, 12, true), measureText(text)) + 12;
    const isLeft = index === 0 && x - room >= scales.left + 4;
    const wanted = isLeft ? y - 22 : Math.max(y + 22, lowest);
    const base = Math.min(wanted, scales.bottom - LINE - 6);
    if (!isLeft) lowest = base + LINE * 2 + 4;
    const side = isLeft ? { x: x - 10, anchor: "end" as const } : { x: x + 10, anchor: "start" as const };
    return { id: curve.id, dot: curve.limit && { x, y }, base, name: curve.name, text, ...side };
  });
}

/** A curve without a limit is named in the middle of the axis. */
function midOf(curve: StepCurve, maximum: number): { hours: number; share: number; text: string } {
  const hours = maximum / 2;
  return { hours, share: shareAt(curve, hours), text: "" };
}

function shareAt(curve: StepCurve, hours: number): number {
  return curve.steps.reduce((share, step) => (step.hours <= hours ? step.share : share), 0);
}

/** The line from 0 to the end of the axis: along, then up. */
export function stepPath(curve: StepCurve, layout: StepLayout, maximum: number): string {
  let path = `M${round(layout.left)} ${round(layout.bottom)}`;
  for (const { hours, share } of curve.steps) {
    if (hours > maximum) break;
    path += `H${round(layout.xOf(hours))}V${round(layout.yOf(share))}`;
  }
  return `${path}H${round(layout.right)}`;
}
