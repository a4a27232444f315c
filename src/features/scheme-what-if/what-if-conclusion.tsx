import { memo } from "react";
import { METRIC_DEFINITION } from "#domain/metric.ts";
import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import { summariseWhatIf, type WhatIfSummary } from "#domain/what-if.ts";
import { ConclusionStrip, type StripFigure } from "#ui/conclusion-strip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeOutcome } from "./describe-what-if.ts";
import { captionOf } from "./dumbbell-figure.tsx";
import { useWhatIfView, type ViewProps } from "./use-what-if-view.ts";

/** What the draft comes to, before any figure. */
export const WhatIfConclusion = memo(function WhatIfConclusion({ register, filters }: ViewProps) {
  const view = useWhatIfView({ register, filters });
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const summary = summariseWhatIf(view.rows);
  return (
    <ConclusionStrip
      clauses={describeOutcome(summary, view.rows.length, view.changes.length).split(/(?<=[，；：])/)}
      caption={captionOf(view, filters, register.units)}
      figures={toFigures(summary)}
    />
  );
});

function toFigures(summary: WhatIfSummary): StripFigure[] {
  const plain = { changes: [] };
  return [
    {
      id: "better",
      label: "升档",
      value: String(summary.better),
      unit: "家",
      basis: `排档 ${summary.scored} 家`,
      ...plain,
    },
    {
      id: "worse",
      label: "降档",
      value: String(summary.worse),
      unit: "家",
      basis: `排档 ${summary.scored} 家`,
      ...plain,
    },
    {
      id: "near",
      label: "临界",
      definition: METRIC_DEFINITION.whatIfNearEdge,
      value: String(summary.near),
      unit: "家",
      basis: "距档线 ≤ 0.5 分",
      ...plain,
    },
    {
      id: "average",
      label: "平均得分",
      definition: METRIC_DEFINITION.averageScore,
      value: summary.averageAfter === null ? "——" : formatPoints(summary.averageAfter),
      unit: "分",
      basis: summary.averageBefore === null ? "" : `现行 ${formatPoints(summary.averageBefore)} 分`,
      changes: averageChanges(summary),
    },
  ];
}

function averageChanges({ averageBefore, averageAfter }: WhatIfSummary): StripFigure["changes"] {
  if (averageBefore === null || averageAfter === null) return [];
  const change = roundPoints(averageAfter, 1) - roundPoints(averageBefore, 1);
  // Another rule makes nobody better or worse: the change has no colour.
  return [{ text: `较现行 ${formatPointsChange(change)}`, meaning: "same" }];
}
