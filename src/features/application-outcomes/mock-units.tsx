import { memo, useMemo } from "react";
import type { TableContent } from "#charts/export-table.ts";
import type { MockInspection } from "#domain/mock-inspection.ts";
import { byOrder, type Unit } from "#domain/unit.ts";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { ListHead } from "./list-head.tsx";
import { toMockUnitTable } from "./to-list-tables.ts";
import { type MockUnit, toMockUnits } from "./to-mock-series.ts";

const LIST_HEIGHT = 320;
const TITLE = "各单位模拟检查结果";

interface MockUnitsProps {
  rows: readonly MockInspection[];
  units: readonly Unit[];
  /** Words of the figure that the list belongs to. */
  words: Omit<TableContent, "table">;
  stale: boolean;
}

/** Each unit over the rounds of the figure, and the list as a file. */
export function MockUnits({ rows, units, words, stale }: MockUnitsProps) {
  const list = useMemo(
    () =>
      toMockUnits(
        rows,
        [...units].sort(byOrder).map(({ id }) => id),
      ),
    [rows, units],
  );
  const nameOf = useMemo(() => {
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    return (unitId: string) => names.get(unitId) ?? unitId;
  }, [units]);
  const content = () => ({
    ...words,
    title: TITLE,
    table: toMockUnitTable(list, nameOf),
    fileStem: { ...words.fileStem, subject: "模拟检查各单位" },
  });
  return (
    <>
      <ListHead title={`${TITLE} ${list.length} 家`} content={content} stale={stale} />
      <MockRows list={list} nameOf={nameOf} />
    </>
  );
}

/** Rests while another choice leaves the rounds as they are. */
const MockRows = memo(function MockRows({
  list,
  nameOf,
}: {
  list: readonly MockUnit[];
  nameOf: (unitId: string) => string;
}) {
  const columns: DataColumn<MockUnit>[] = [
    { id: "unit", head: "单位", cell: (row) => nameOf(row.unitId) },
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
      caption={TITLE}
      columns={columns}
      rows={list}
      rowKey={(row) => row.unitId}
      dense
      maxHeight={LIST_HEIGHT}
    />
  );
});
