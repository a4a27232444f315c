import type { InspectionSummary } from "#domain/inspection-summary.ts";
import type { MarkFill } from "./chart.ts";
import type { StackedBarSegment, StackedBarSeries } from "./stacked-bar-series.ts";

/** One row of the chart: a side of the district in a period. */
export interface TierRow {
  id: string;
  label: string;
  summary: InspectionSummary;
}

/** Units per tier, then vetoed and missed ones: the segments of a row add up to the units that were due. */
export function toTierSeries(rows: readonly TierRow[]): StackedBarSeries {
  return {
    rows: rows.map(({ id, label, summary }) => ({
      id,
      label,
      totalText: `${summary.due} 家`,
      segments: segmentsOf(summary),
    })),
    maximum: Math.max(1, ...rows.map((row) => row.summary.due)),
    unit: "家",
  };
}

function segmentsOf(summary: InspectionSummary): StackedBarSegment[] {
  const tiered = summary.tiers.map(({ tier, count }) =>
    toSegment(`t${tier.level}`, tier.name, count, { kind: "tier", level: tier.level }),
  );
  const placed = summary.tiers.reduce((sum, entry) => sum + entry.count, 0) + summary.vetoed;
  const untiered = summary.inspected - placed;
  return [
    ...tiered,
    toSegment("untiered", "未分档", untiered, { kind: "plain", weight: 2 }),
    toSegment("vetoed", "否决", summary.vetoed, { kind: "overdue" }),
    toSegment("missed", "未检", summary.missed, { kind: "nodata" }),
  ].filter((segment) => segment.value > 0);
}

function toSegment(id: string, name: string, value: number, fill: MarkFill): StackedBarSegment {
  return { id, name, value, valueText: String(value), fill };
}
