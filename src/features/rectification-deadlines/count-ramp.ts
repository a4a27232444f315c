import type { LegendItem } from "#charts/figure-spec.ts";
import type { HeatmapCell } from "#charts/heatmap-series.ts";

/** Upper ends of the classes 1–5; what is above the last is class 6. */
export type RampEnds = readonly [number, number, number, number, number];

const RAMP = [1, 2, 3, 4, 5, 6] as const;

export function rampOf(count: number, ends: RampEnds): HeatmapCell["ramp"] {
  if (count <= 0) return 0;
  const index = ends.findIndex((end) => count <= end);
  return RAMP[index === -1 ? 5 : index] ?? 6;
}

export function toCountCell(count: number, ends: RampEnds): HeatmapCell {
  return { kind: count === 0 ? "zero" : "value", text: String(count), ramp: rampOf(count, ends) };
}

/** 1, 2–3, … ≥10 */
export function rampLabels(ends: RampEnds): string[] {
  const ranges = ends.map((end, index) => {
    const from = (ends[index - 1] ?? 0) + 1;
    return from === end ? String(end) : `${from}–${end}`;
  });
  return [...ranges, `≥${ends[4] + 1}`];
}

export function toCountLegend(labels: readonly string[]): LegendItem[] {
  return [
    { kind: "text", label: "条数：" },
    { kind: "zero", label: "没有" },
    ...RAMP.map((step, index) => ({ kind: "ramp", label: labels[index] ?? "", step }) as const),
  ];
}
