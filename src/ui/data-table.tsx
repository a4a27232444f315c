import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import styles from "./data-table.module.css";
import { nextSort, type RowSort, type SortValue, sortRows } from "./sort-rows.ts";
import { useRowWindow } from "./use-row-window.ts";

export interface DataColumn<R> {
  id: string;
  head: ReactNode;
  /** Numbers stand right, text stands left. */
  align?: "left" | "right";
  cell: (row: R) => ReactNode;
  /** Makes the column sortable. */
  sortBy?: (row: R) => SortValue;
  /** Cell of the 合计 row. */
  total?: ReactNode;
  /** Definition of the figure, on hover and for screen readers. */
  explanation?: string;
}

interface DataTableProps<R> {
  /** Names the table; shown above it only by the figure around it. */
  caption: string;
  columns: readonly DataColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** 24 px rows instead of 32. */
  dense?: boolean;
  /** Scrolls inside this height, with head and total in sight; long lists draw only the rows near it. */
  maxHeight?: number;
  isPicked?: (row: R) => boolean;
}

export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, dense = false, maxHeight } = props;
  const [sort, setSort] = useState<RowSort | null>(null);
  const sorted = useMemo(() => {
    const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
    return sort === null || sortBy === undefined ? rows : sortRows(rows, sortBy, sort.direction);
  }, [rows, columns, sort]);
  const view = useRowWindow(sorted.length, dense ? 24 : 32, maxHeight);
  const box = useScrollStop();
  return (
    <section
      className={styles["scroller"]}
      style={maxHeight === undefined ? undefined : { maxHeight }}
      aria-label={caption}
      ref={box}
      onScroll={view.onScroll}
    >
      <table
        className={styles["table"]}
        data-dense={dense || undefined}
        data-windowed={view.windowed || undefined}
        aria-rowcount={view.windowed ? sorted.length + 1 : undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={view.from} height={dense ? 24 : 32} columns={columns.length} />
          {sorted.slice(view.from, view.to).map((row, index) => (
            <BodyRow
              key={props.rowKey(row)}
              row={row}
              columns={columns}
              index={view.windowed ? view.from + index + 2 : undefined}
              picked={props.isPicked?.(row) ?? false}
            />
          ))}
          <Gap rows={sorted.length - view.to} height={dense ? 24 : 32} columns={columns.length} />
        </tbody>
        <TotalRow columns={columns} />
      </table>
    </section>
  );
}

/**
 * A box that scrolls must be reachable by keyboard (WCAG 2.1.1); one that does not would be an empty stop.
 * Asked after the browser has laid the page out: asking in an effect would make it lay out twice.
 */
function useScrollStop() {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = box.current;
    const table = element?.firstElementChild;
    if (!element || !table || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => {
      const scrolls = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
  return box;
}

interface HeadCellProps<R> {
  column: DataColumn<R>;
  sort: RowSort | null;
  onSort: (sort: RowSort | null) => void;
}

function HeadCell<R>({ column, sort, onSort }: HeadCellProps<R>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const arrow = direction === undefined ? "↕" : { ascending: "↑", descending: "↓" }[direction];
  return (
    <th
      scope="col"
      data-align={column.align}
      title={column.explanation}
      aria-sort={column.sortBy === undefined ? undefined : (direction ?? "none")}
    >
      {column.sortBy === undefined ? (
        column.head
      ) : (
        <button type="button" className={styles["sorter"]} onClick={() => onSort(nextSort(sort, column.id))}>
          {column.head}
          <span aria-hidden="true" className={styles["arrow"]} data-on={direction !== undefined || undefined}>
            {arrow}
          </span>
        </button>
      )}
    </th>
  );
}

interface BodyRowProps<R> {
  row: R;
  columns: readonly DataColumn<R>[];
  index: number | undefined;
  picked: boolean;
}

/** The first column names the row and stays in sight. */
function BodyRow<R>({ row, columns, index, picked }: BodyRowProps<R>) {
  return (
    <tr aria-rowindex={index} data-picked={picked || undefined}>
      {columns.map((column, place) =>
        place === 0 ? (
          <th key={column.id} scope="row" data-align={column.align}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} data-align={column.align}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function TotalRow<R>({ columns }: { columns: readonly DataColumn<R>[] }) {
  if (columns.every((column) => column.total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, place) =>
          place === 0 ? (
            <th key={column.id} scope="row" data-align={column.align}>
              {column.total ?? "合计"}
            </th>
          ) : (
            <td key={column.id} data-align={column.align}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

/** Room of rows that are not drawn. */
function Gap({ rows, height, columns }: { rows: number; height: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr className={styles["gap"]}>
      <td colSpan={columns} style={{ height: rows * height }} />
    </tr>
  );
}
