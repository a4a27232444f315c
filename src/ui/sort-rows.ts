/** How the rows of a table stand; null is the order they came in. */
export interface RowSort {
  column: string;
  direction: "ascending" | "descending";
}

export type SortValue = number | string | null;

/** First click: largest first; second: smallest first; third: back to the fixed order. */
export function nextSort(sort: RowSort | null, column: string): RowSort | null {
  if (sort?.column !== column) return { column, direction: "descending" };
  return sort.direction === "descending" ? { column, direction: "ascending" } : null;
}

/** Rows without a value stay last either way; equal rows keep their order. */
export function sortRows<R>(
  rows: readonly R[],
  read: (row: R) => SortValue,
  direction: RowSort["direction"],
): readonly R[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (left === right) return 0;
    return left < right ? -sign : sign;
  });
}
