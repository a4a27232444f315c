import { useMemo } from "react";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable } from "#charts/figure-spec.ts";
import { nameQuarters } from "#domain/quarter.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeGroups } from "./describe-inspection.ts";
import { toGroupSeries } from "./to-group-series.ts";
import { type InspectionView, type PanelProps, useInspectionView } from "./use-inspection-view.ts";

/** Which kinds of work cost the points (Pareto). */
export function GroupFigure({ register, filters, stale }: PanelProps) {
  const view = useInspectionView(register, filters);
  const series = useMemo(() => view && toGroupSeries(view.now.groups, view.base?.groups ?? null), [view]);
  const table = useMemo(() => view && toTable(view), [view]);
  if (!view || !series || !table) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { base, provenance } = view;
  return (
    <Figure
      chartKey="group-deductions"
      title="各类指标扣分"
      finding={describeGroups(view.now.groups, base?.groups ?? null, base?.head ?? "")}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units", "compare"] })}
      legend={base ? [{ kind: "outline", label: `${base.head.slice(1)}扣分` }] : []}
      note="单位：分，封顶并折算到满分后各单位合计；占比的分母为各类扣分之和。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "各类指标扣分",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
}

function toTable({ now, base }: InspectionView): FigureTable {
  const total = now.groups.reduce((sum, group) => sum + group.deduction, 0);
  const before = new Map(base?.groups.map((group) => [group.groupId, group.deduction]));
  const sorted = [...now.groups].sort((a, b) => b.deduction - a.deduction);
  return {
    columns: [
      { key: "group", head: "指标类别", align: "left", kind: "text" },
      { key: "deduction", head: "扣分", align: "right", kind: "points" },
      { key: "share", head: "占比", align: "right", kind: "percent" },
      { key: "units", head: "扣分单位数", align: "right", kind: "number" },
      ...(base ? [{ key: "before", head: `${base.head.slice(1)}扣分`, align: "right", kind: "points" } as const] : []),
    ],
    rows: [
      ...sorted.map((group) => ({
        id: group.groupId,
        cells: {
          group: group.name,
          deduction: group.deduction,
          share: total === 0 ? null : group.deduction / total,
          units: group.units,
          before: before.get(group.groupId) ?? null,
        },
      })),
      {
        id: "total",
        isTotal: true,
        cells: {
          group: "合计",
          deduction: total,
          share: total === 0 ? null : 1,
          units: "",
          before: base ? base.groups.reduce((sum, group) => sum + group.deduction, 0) : null,
        },
      },
    ],
  };
}
