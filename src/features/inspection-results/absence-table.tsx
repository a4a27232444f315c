import { memo, useMemo } from "react";
import { useQuarterResults } from "#api/quarter-results.ts";
import { type Absence, findAbsences } from "#domain/absence.ts";
import { isUnitPicked } from "#domain/filters.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeQuarter } from "#domain/quarter.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import type { ViewProps } from "./use-inspection-view.ts";

const SPAN = 8;
const KIND_LABEL = { missed: "未检", notReported: "未报" } satisfies Record<Absence["kind"], string>;

/** 未检、未报名单: who was due and not inspected, why, and since when. */
export const AbsenceTable = memo(function AbsenceTable({ register, filters }: ViewProps) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = useMemo(
    () => [...new Set([...quartersUpTo(register.inspections, last, SPAN), ...filters.quarters])].sort(),
    [register.inspections, last, filters.quarters],
  );
  const history = useQuarterResults(register, quarters);
  const absences = findAbsences(history, filters.quarters, (unit) => isUnitPicked(unit, filters));
  if (absences.length === 0) return <EmptyState named={false} sentence="应检单位全部实检，没有未检、未报。" />;
  const units = new Set(absences.map((absence) => absence.unit.id)).size;
  return (
    <>
      <TableHead
        title="未检、未报名单"
        note={`${absences.length} 家次、${units} 家；“连续”为截至该季度连续未实检的季度数。`}
      />
      <DataTable
        caption="未检、未报名单"
        dense
        maxHeight={320}
        rows={absences}
        rowKey={(row) => `${row.quarter}${row.unit.id}`}
        columns={[
          { id: "unit", head: "单位", cell: (row) => row.unit.name },
          { id: "quarter", head: "季度", cell: (row) => describeQuarter(row.quarter), sortBy: (row) => row.quarter },
          { id: "kind", head: "情况", cell: (row) => KIND_LABEL[row.kind] },
          { id: "reason", head: "原因", cell: (row) => row.reason ?? "——" },
          {
            id: "last",
            head: "上次实检",
            cell: (row) => (row.lastInspected === null ? "——" : describeQuarter(row.lastInspected)),
          },
          {
            id: "row",
            head: "连续",
            align: "right",
            cell: (row) => `${row.inARow} 个季度`,
            sortBy: (row) => row.inARow,
          },
        ]}
      />
    </>
  );
});
