import { memo } from "react";
import { meaningOfSumChange } from "#domain/comparison.ts";
import { METRIC_DEFINITION } from "#domain/metric.ts";
import { formatPoints, roundPoints } from "#domain/points.ts";
import { deductionEdges, isNearEdge, NEAR_BAND } from "#domain/tier-edge.ts";
import { describeFilters } from "#filters/describe-filters.ts";
import { ConclusionStrip, type StripFigure } from "#ui/conclusion-strip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { countVerdicts, describeChange, describeConclusion, describeCoverage } from "./describe-ranking.ts";
import { type DeductionView, useDeductionView, type ViewProps } from "./use-deduction-view.ts";

export const DeductionConclusion = memo(function DeductionConclusion({ register, filters }: ViewProps) {
  const view = useDeductionView(register, filters);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  return (
    <ConclusionStrip
      clauses={describeConclusion(view.standings, view.ranked, view.summary, view.base).split(/(?<=[，；])/)}
      caption={`${describeFilters(filters, register.units)}；部门与镇街分开排位`}
      figures={toFigures(view)}
    />
  );
});

function toFigures(view: DeductionView): StripFigure[] {
  const { summary, base } = view;
  const { worst, vetoed } = countVerdicts(view.standings, view.ranked);
  const near = nearEdge(view);
  const isInspected = summary.inspected > 0;
  return [
    {
      id: "deduction",
      definition: METRIC_DEFINITION.deduction,
      label: "合计扣分",
      // Where nobody was inspected nothing was lost and nothing is better: that is no 0.
      value: isInspected ? formatPoints(summary.deduction) : "——",
      unit: isInspected ? "分" : "",
      basis: summary.averageDeduction === null ? "" : `每家均扣 ${formatPoints(summary.averageDeduction)} 分`,
      changes: isInspected && base && base.summary.inspected > 0 ? [totalChange(summary, base)] : [],
    },
    {
      id: "coverage",
      definition: METRIC_DEFINITION.coverage,
      label: "检查覆盖",
      value: String(summary.inspected),
      unit: `/ ${summary.due} ${view.standings.quarters.length > 1 ? "家次" : "家"}`,
      basis: describeCoverage(summary),
      changes: [],
    },
    ...(worst
      ? [
          {
            id: "worst",
            definition: METRIC_DEFINITION.tierCount,
            label: `${worst.name}单位`,
            value: String(worst.count),
            unit: "家",
            basis: sideCounts(view, worst.level),
            changes: [],
          },
        ]
      : []),
    {
      id: "near",
      definition: METRIC_DEFINITION.nearEdge,
      label: `档线 ±${formatPoints(NEAR_BAND)} 分`,
      value: String(near.total),
      unit: "家",
      basis: `其中略过档线 ${near.worse} 家`,
      changes: [],
    },
    {
      id: "veto",
      definition: METRIC_DEFINITION.veto,
      label: "单项否决",
      value: String(vetoed),
      unit: "家",
      basis: vetoNames(view),
      changes: [],
      isAlarm: vetoed > 0,
    },
  ];
}

function totalChange({ deduction, inspected }: DeductionView["summary"], base: NonNullable<DeductionView["base"]>) {
  const change = roundPoints(deduction, 1) - roundPoints(base.summary.deduction, 1);
  return {
    text: describeChange(deduction, base.summary.deduction, base.head),
    meaning: meaningOfSumChange(change, "less", { now: inspected, before: base.summary.inspected }),
  };
}

function sideCounts(view: DeductionView, level: number): string {
  return view.ranked
    .map(({ group, rows }) => `${group.label} ${rows.filter((row) => row.standing.tier?.level === level).length}`)
    .join(" · ");
}

/** Units within half a point of an edge, and how many of them stand just on its worse side. */
function nearEdge({ standings, ranked }: DeductionView): { total: number; worse: number } {
  let total = 0;
  let worse = 0;
  for (const { group, rows } of ranked) {
    const edges = deductionEdges(standings.scheme, group.unitClass);
    for (const { standing } of rows) {
      if (standing.state !== "scored" || !isNearEdge(standing.countedDeduction, edges)) continue;
      total += 1;
      const above = (value: number) =>
        standing.countedDeduction > value && standing.countedDeduction - value <= NEAR_BAND;
      if (edges.some((edge) => above(edge.value))) worse += 1;
    }
  }
  return { total, worse };
}

function vetoNames({ ranked }: DeductionView): string {
  const names = ranked.flatMap(({ rows }) =>
    rows.filter((row) => row.standing.state === "vetoed").map((row) => row.standing.unit.shortName),
  );
  return names.length > 3 ? `${names.slice(0, 3).join("、")}等` : names.join("、");
}
