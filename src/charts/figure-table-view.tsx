import { useMemo } from "react";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { formatCell } from "./figure-cell.ts";
import type { FigureColumn, FigureRow, FigureTable } from "./figure-spec.ts";

interface FigureTableViewProps {
  title: string;
  caption: string;
  table: FigureTable;
}

/** The text alternative of the chart: the same rows, every name complete, sortable. */
export function FigureTableView({ title, caption, table }: FigureTableViewProps) {
  const rows = useMemo(() => table.rows.filter((row) => row.isTotal !== true), [table]);
  const columns = useMemo(() => {
    const total = [...table.rows].reverse().find((row) => row.isTotal === true);
    return table.columns.map((column) => toDataColumn(column, total));
  }, [table]);
  return (
    <>
      <p>
        共 {rows.length} 行 · {caption}
      </p>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.id} dense maxHeight={720} />
    </>
  );
}

function toDataColumn(column: FigureColumn, total: FigureRow | undefined): DataColumn<FigureRow> {
  return {
    id: column.key,
    head: column.head,
    align: column.align,
    cell: (row) => formatCell(row.cells[column.key] ?? null, column),
    sortBy: (row) => row.cells[column.key] ?? null,
    ...(total === undefined ? {} : { total: formatCell(total.cells[column.key] ?? null, column) }),
  };
}
