import type { ReactNode } from "react";
import styles from "./rule-table.module.css";

export interface RuleColumn<R> {
  head: string;
  /** Share of the table's width. */
  width?: string;
  align?: "right";
  cell: (row: R) => ReactNode;
}

interface RuleTableProps<R> {
  caption: string;
  columns: readonly RuleColumn<R>[];
  rows: readonly R[];
  /** Name of the row in the address, unique on the page. */
  rowId: (row: R) => string;
}

/** A table to be read and printed: nothing scrolls or sorts, long texts wrap, each row can be linked to. */
export function RuleTable<R>({ caption, columns, rows, rowId }: RuleTableProps<R>) {
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" style={{ width: column.width }} data-align={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)} id={rowId(row)} tabIndex={-1}>
            {columns.map((column, place) =>
              place === 0 ? (
                <th key={column.head} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.head} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
