import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { Figure } from "#charts/figure.tsx";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import type { MockInspection } from "#domain/mock-inspection.ts";
import { toMockRounds } from "#domain/mock-inspection.ts";
import { yearOf } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { byOrder } from "#domain/unit.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { applicationProvenance } from "./ledger-view.ts";
import { describeMock, MOCK_LEGEND, type MockUnit, toMockSeries, toMockTable, toMockUnits } from "./to-mock-series.ts";
import type { PanelProps } from "./use-ledger-view.ts";

const LIST_HEIGHT = 320;

/** 依申请公开模拟检查: rounds of the years chosen, and each unit over them. */
export const MockFigure = memo(function MockFigure({ register, filters, stale }: PanelProps) {
  const all = useSuspenseQuery(endpointQuery(applicationContract.mockInspections, {})).data;
  const years = useMemo(() => [...new Set(filters.quarters.map(yearOf))].sort(), [filters.quarters]);
  const shown = useMemo(() => {
    const units = pickedUnits({ ...filters, quarters: filters.quarters }, register.units);
    const ids = new Set(units.map(({ id }) => id));
    const rows = all.filter((row) => years.includes(row.year) && ids.has(row.unitId));
    const rounds = toMockRounds(rows);
    return { rows, series: toMockSeries(rounds), table: toMockTable(rounds) };
  }, [all, years, filters, register.units]);
  if (shown.rows.length === 0) {
    return (
      <EmptyState sentence={`${years.join("、")} 年没有模拟检查。`} advice="可换一个年度，或放宽单位。" height={200} />
    );
  }
  const provenance = applicationProvenance(register);
  return (
    <Figure
      chartKey="application-mock"
      title="依申请公开模拟检查"
      finding={describeMock(shown.rows)}
      caption={`${years.map((year) => `${year}年`).join("、")} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={MOCK_LEGEND}
      note="一轮对每家应检单位发出一件模拟申请：轮次合计为家次，去重后为家数，两者不可混用。按期率的分母为已到期的家次，未到期、未检的不在内；格式错误按处数，一件答复可有多处。按年度列，不随季度筛选。"
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={shown.table}
      fileStem={{
        quarters: years.join("-"),
        subject: "模拟检查",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    >
      <MockUnits rows={shown.rows} units={register.units} />
    </Figure>
  );
});

function MockUnits({ rows, units }: { rows: readonly MockInspection[]; units: readonly Unit[] }) {
  const list = useMemo(
    () =>
      toMockUnits(
        rows,
        [...units].sort(byOrder).map(({ id }) => id),
      ),
    [rows, units],
  );
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const columns: DataColumn<MockUnit>[] = [
    { id: "unit", head: "单位", cell: (row) => names.get(row.unitId) ?? row.unitId },
    {
      id: "covered",
      head: "实检/应检（次）",
      align: "right",
      cell: (row) => `${row.covered}/${row.planned}`,
      sortBy: (row) => row.covered,
    },
    {
      id: "inTime",
      head: "按期/到期（次）",
      align: "right",
      cell: (row) => (row.judged === 0 ? "——" : `${row.inTime}/${row.judged}`),
      sortBy: (row) => row.judged - row.inTime,
    },
    {
      id: "errors",
      head: "格式错误（处）",
      align: "right",
      cell: (row) => (row.replies === 0 ? "——" : String(row.formErrors)),
      sortBy: (row) => row.formErrors,
    },
  ];
  return (
    <DataTable
      caption="各单位模拟检查结果"
      columns={columns}
      rows={list}
      rowKey={(row) => row.unitId}
      dense
      maxHeight={LIST_HEIGHT}
    />
  );
}
