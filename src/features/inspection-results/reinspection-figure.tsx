import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { FigureTable } from "#charts/figure-spec.ts";
import { compareReinspection, type Reinspection } from "#domain/finding-recheck.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { nameQuarters } from "#domain/quarter.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeReinspection, toReinspectionTotals } from "./describe-reinspection.ts";
import { REINSPECTION_ROWS, toReinspectionSeries } from "./to-reinspection-series.ts";
import { type PanelProps, useInspectionView } from "./use-inspection-view.ts";

/** The third party's second look beside the first inspection: a fix that a unit claims is not yet a fix. */
export function ReinspectionFigure({
  register,
  filters,
  stale,
  pickUnit,
}: PanelProps & { pickUnit: (unitId: string) => void }) {
  const view = useInspectionView(register, filters);
  const replies = useSuspenseQueries({
    queries: filters.quarters.map((quarter) => endpointQuery(findingContract.recheckTotals, { quarter: [quarter] })),
    combine: (results) => results.map((result) => result.data),
  });
  const shown = useMemo(() => {
    if (!view) return null;
    const picked = new Map(view.now.results.flatMap(({ units }) => units.filter(view.isPicked).map((u) => [u.id, u])));
    const totals = view.now.results.flatMap((result) => [...result.totals.values()].flat());
    const rows = compareReinspection(
      totals.filter((total) => picked.has(total.unitId)),
      replies.flat().filter((total) => picked.has(total.unitId)),
    );
    const units = [...picked.values()];
    return { rows, units, series: toReinspectionSeries(rows, units, filters.units), table: toTable(rows, units) };
  }, [view, replies, filters.units]);
  if (!view || !shown) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  if (shown.series.rows.length === 0) {
    return <EmptyState sentence="所选季度还没有第三方回头看。" advice="导入“问题复查”表后显示。" />;
  }
  // The second look follows the ledger, also where the quarter itself was frozen: so does the age it states.
  const grounds = { ...groundsOf(view.now.results), frozen: null };
  const provenance = describeProvenance(register.sources, "inspections", grounds);
  return (
    <Figure
      chartKey="reinspection"
      title="第三方回头看与首检对照"
      finding={describeReinspection(shown.rows, shown.units)}
      caption={describeFilters(filters, register.units, { parts: ["quarters", "units"] })}
      legend={[
        { kind: "fill", label: "回头看仍未整改", fill: { kind: "plain", weight: 1 } },
        { kind: "outline", label: "首检发现" },
      ]}
      note={`单位：条。首检为已确认、拟扣和申诉中的问题；“已改”为已整改/回头看条数，同一问题以最近一次复查为准。图中列未整改最多的至多 ${REINSPECTION_ROWS} 家，全部在“表”里。`}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "回头看与首检对照",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      onPick={pickUnit}
    />
  );
}

function toTable(rows: readonly Reinspection[], units: readonly Unit[]): FigureTable {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const totals = toReinspectionTotals(rows);
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "side", head: "类别", align: "left", kind: "text" },
      { key: "found", head: "首检发现", align: "right", kind: "number" },
      { key: "rechecked", head: "回头看", align: "right", kind: "number" },
      { key: "fixed", head: "已整改", align: "right", kind: "number" },
      { key: "notFixed", head: "未整改", align: "right", kind: "number" },
      { key: "pointsLeft", head: "未整改涉及分值", align: "right", kind: "points" },
    ],
    rows: [
      ...rows.map((row) => {
        const unit = byId.get(row.unitId);
        const { found, rechecked, fixed, notFixed, pointsLeft } = row;
        return {
          id: row.unitId,
          cells: {
            unit: unit?.name ?? row.unitId,
            side: unit ? UNIT_SIDE_LABEL[sideOf(unit)] : "",
            found,
            ...(rechecked === 0
              ? { rechecked: "未回头看", fixed: null, notFixed: null, pointsLeft: null }
              : { rechecked, fixed, notFixed, pointsLeft }),
          },
        };
      }),
      {
        id: "total",
        isTotal: true,
        cells: {
          unit: "合计",
          side: "",
          found: totals.found,
          rechecked: totals.rechecked,
          fixed: totals.fixed,
          notFixed: totals.notFixed,
          pointsLeft: rows.reduce((sum, row) => sum + row.pointsLeft, 0),
        },
      },
    ],
  };
}
