import { type ReactNode, useMemo } from "react";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { formatCell } from "./figure-cell.ts";
import type { FigureColumn, FigureRow, FigureTable } from "./figure-spec.ts";

interface FigureTableViewProps {
  title: string;
  caption: string;
  table: FigureTable;
  linkRow: RowLink | undefined;
}

/** The name of a row as the way to what the row is about: where to, and what it is called. */
export type RowLink = (to: string, name: string) => ReactNode;

/** The text alternative of the chart: the same rows, every name complete, sortable. */
export function FigureTableView({ title, caption, table, linkRow }: FigureTableViewProps) {
  const rows = useMemo(() => table.rows.filter((row) => row.isTotal !== true), [table]);
  const columns = useMemo(() => {
    const total = [...table.rows].reverse().find((row) => row.isTotal === true);
    return table.columns.map((column, place) => toDataColumn(column, total, place === 0 ? linkRow : undefined));
  }, [table, linkRow]);
  return (
    <>
      <p>
        共 {rows.length} 行 · {caption}
      </p>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.id} dense maxHeight={720} />
    </>
  );
}

function toDataColumn(
  column: FigureColumn,
  total: FigureRow | undefined,
  link: RowLink | undefined,
): DataColumn<FigureRow> {
  const textOf = (row: FigureRow) => formatCell(row.cells[column.key] ?? null, column);
  return {
    id: column.key,
    head: column.head,
    align: column.align,
    cell: (row) => (link === undefined || row.to === undefined ? textOf(row) : link(row.to, textOf(row))),
    sortBy: (row) => row.cells[column.key] ?? null,
    ...(total === undefined ? {} : { total: formatCell(total.cells[column.key] ?? null, column) }),
  };
}
