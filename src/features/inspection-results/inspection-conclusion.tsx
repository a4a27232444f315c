import { memo } from "react";
import { describeFilters } from "#filters/describe-filters.ts";
import { ConclusionStrip } from "#ui/conclusion-strip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeInspection } from "./describe-inspection.ts";
import { toInspectionStats, toTierStats } from "./to-inspection-stats.ts";
import { useInspectionView, type ViewProps } from "./use-inspection-view.ts";

/** Two strips: what the quarter came to, and where the units stand; 环比 and 同比 both, each with its base. */
export const InspectionConclusion = memo(function InspectionConclusion({ register, filters }: ViewProps) {
  const view = useInspectionView(register, filters);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const bases = [view.qoq, view.yoy].filter((period) => period !== null);
  return (
    <ConclusionStrip
      clauses={describeInspection(filters.quarters, view.now.summary).split(/(?<=[，；])/)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units"] })}
      figures={toInspectionStats(view.now.summary, bases)}
      more={toTierStats(view.now.summary, bases)}
    />
  );
});
