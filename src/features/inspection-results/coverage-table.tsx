import { memo } from "react";
import { summariseCoverage } from "#domain/coverage-summary.ts";
import { describeQuarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "#domain/unit.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { useInspectionView, type ViewProps } from "./use-inspection-view.ts";

interface Row {
  key: string;
  label: string;
  due: number;
  inspected: number;
  missed: number;
  notReported: number;
  /** Who is not among the inspected, and why. */
  absent: string;
}

const SIDES = ["department", "township"] as const satisfies readonly UnitSide[];

/** 应检 = 实检 + 未检 + 未报, with every absent unit named; nobody is dropped from the list. */
export const CoverageTable = memo(function CoverageTable({ register, filters }: ViewProps) {
  const view = useInspectionView(register, filters);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const rows = view.now.results.flatMap((result) => toRows(result, view.isPicked));
  const sum = (read: (row: Row) => number) => rows.reduce((total, row) => total + read(row), 0);
  const due = sum((row) => row.due);
  const inspected = sum((row) => row.inspected);
  return (
    <>
      <TableHead
        title="检查覆盖"
        note={`应检 ${due}、实检 ${inspected}、未检 ${sum((row) => row.missed)}、未报 ${sum((row) => row.notReported)}；覆盖 ${inspected}/${due}。`}
      />
      <DataTable
        caption="检查覆盖"
        rows={rows}
        rowKey={(row) => row.key}
        maxHeight={320}
        columns={[
          { id: "label", head: "范围", cell: (row) => row.label, total: "合计" },
          { id: "due", head: "应检", align: "right", cell: (row) => row.due, total: due },
          { id: "inspected", head: "实检", align: "right", cell: (row) => row.inspected, total: inspected },
          { id: "missed", head: "未检", align: "right", cell: (row) => row.missed, total: sum((row) => row.missed) },
          {
            id: "notReported",
            head: "未报",
            align: "right",
            explanation: "台账里没有该单位的检查记录，与未检不同",
            cell: (row) => row.notReported,
            total: sum((row) => row.notReported),
          },
          { id: "absent", head: "未检、未报单位与原因", cell: (row) => row.absent },
        ]}
      />
    </>
  );
});

function toRows(result: QuarterResult, isPicked: (unit: Unit) => boolean): Row[] {
  return SIDES.flatMap((side) => {
    const units = result.units.filter((unit) => sideOf(unit) === side && isPicked(unit));
    const coverage = summariseCoverage(units, [...result.coverage.values()], result.quarter);
    if (coverage.due.length === 0) return [];
    const missed = coverage.missed.map(
      (unit) => `${unit.shortName}（${result.coverage.get(unit.id)?.reason ?? "未写原因"}）`,
    );
    const silent = coverage.notReported.map((unit) => `${unit.shortName}（未报）`);
    return [
      {
        key: `${result.quarter}${side}`,
        label: `${UNIT_SIDE_LABEL[side]} ${describeQuarter(result.quarter)}`,
        due: coverage.due.length,
        inspected: coverage.inspected.length,
        missed: coverage.missed.length,
        notReported: coverage.notReported.length,
        absent: [...missed, ...silent].join("、") || "——",
      },
    ];
  });
}
