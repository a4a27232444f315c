import { useDeferredValue } from "react";

/**
 * Charts follow the picks one step behind, so that a control answers at once. While `stale` is true
 * the page shows the data of the picks before: dim it, say 更新中 and refuse exports.
 * Pass a record that keeps its identity between renders, as `useFilters` and `useSettledFilters` give it.
 */
export function useDeferredFilters<F>(filters: F): { filters: F; stale: boolean } {
  const deferred = useDeferredValue(filters);
  return { filters: deferred, stale: deferred !== filters };
}
