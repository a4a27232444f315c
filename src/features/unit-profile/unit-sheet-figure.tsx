import { memo, useMemo } from "react";
import type { Register } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import { UnitSheetChart, unitSheetChartHeight } from "#charts/unit-sheet-chart.tsx";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { describeSheet, describeUnitScope, toSheetTable, toUnitSheet } from "./to-unit-sheet.ts";
import { useUnitSheet } from "./use-unit-sheet.ts";

interface UnitSheetFigureProps {
  register: Register;
  unit: Unit;
  quarter: Quarter;
  stale: boolean;
}

/** The sheet as a figure: on the page, on paper and as a picture it is the same drawing. */
export const UnitSheetFigure = memo(function UnitSheetFigure({ register, unit, quarter, stale }: UnitSheetFigureProps) {
  const { facts, provenance } = useUnitSheet(register, unit, quarter);
  const series = useMemo(() => toUnitSheet(facts), [facts]);
  const table = useMemo(() => toSheetTable(series), [series]);
  return (
    <Figure
      chartKey="unit-sheet"
      title={`${unit.name} · ${describeQuarter(quarter)}`}
      finding={describeSheet(facts)}
      caption={`${describeQuarter(quarter)} · ${unit.shortName}（${describeUnitScope(facts)}）`}
      legend={[]}
      note="单位：分。走势为满分减去折算到满分的扣分，不含加分；分档按当季规则。整改余时为生成时的服务器时间；依申请公开为当年至本季度，没有台账的取最近一年年报。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={UnitSheetChart}
      chartHeight={unitSheetChartHeight}
      table={table}
      sheet
      fileStem={{ quarters: quarter, subject: "单位画像", scope: unit.shortName, asOf: provenance.asOf }}
      stale={stale}
    />
  );
});
