import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { Figure } from "#charts/figure.tsx";
import { StackedBarChart, stackedBarChartHeight } from "#charts/stacked-bar-chart.tsx";
import { toMockRounds } from "#domain/mock-inspection.ts";
import { yearOf } from "#domain/quarter.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { applicationProvenance } from "./ledger-view.ts";
import { MockUnits } from "./mock-units.tsx";
import { describeMock, MOCK_LEGEND, toMockSeries, toMockTable } from "./to-mock-series.ts";
import type { PanelProps } from "./use-ledger-view.ts";
import { useSteady } from "./use-steady.ts";

const NOTE =
  "一轮对每家应检单位发出一件模拟申请：轮次合计为家次，去重后为家数，两者不可混用。按期率的分母为已到期的家次，未到期、未检的不在内；格式错误按处数，一件答复可有多处。按年度列，不随季度筛选。";

/** 依申请公开模拟检查: rounds of the years chosen, and each unit over them. */
export const MockFigure = memo(function MockFigure({ register, filters, stale }: PanelProps) {
  const all = useSuspenseQuery(endpointQuery(applicationContract.mockInspections, {})).data;
  const years = useSteady([...new Set(filters.quarters.map(yearOf))].sort());
  const picked = useMemo(() => {
    const ids = new Set(pickedUnits(filters, register.units).map(({ id }) => id));
    return all.filter((row) => years.includes(row.year) && ids.has(row.unitId));
  }, [all, years, filters, register.units]);
  // Another quarter of the year, or another order, leaves the rounds as they are.
  const rows = useSteady(picked);
  const shown = useMemo(() => {
    const rounds = toMockRounds(rows);
    return { series: toMockSeries(rounds), table: toMockTable(rounds) };
  }, [rows]);
  if (rows.length === 0) {
    return (
      <EmptyState sentence={`${years.join("、")} 年没有模拟检查。`} advice="可换一个年度，或放宽单位。" height={200} />
    );
  }
  const provenance = applicationProvenance(register);
  const words = {
    title: "依申请公开模拟检查",
    finding: describeMock(rows),
    caption: `${years.map((year) => `${year}年`).join("、")} · ${describeFilters(filters, register.units, { parts: ["units"] })}`,
    note: NOTE,
    source: provenance.source,
    marks: provenance.marks,
    fileStem: {
      quarters: years.join("-"),
      subject: "模拟检查",
      scope: describeScope(filters, register.units),
      asOf: provenance.asOf,
    },
  };
  return (
    <Figure
      {...words}
      chartKey="application-mock"
      legend={MOCK_LEGEND}
      series={shown.series}
      Chart={StackedBarChart}
      chartHeight={stackedBarChartHeight}
      table={shown.table}
      stale={stale}
    >
      <MockUnits rows={rows} units={register.units} words={words} stale={stale} />
    </Figure>
  );
});
