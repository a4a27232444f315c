import { useDeferredValue } from "react";
import { useLasting } from "#ui/use-lasting.ts";

export interface DeferredFilters<F> {
  filters: F;
  /** What is shown is not yet what was picked: for the page's aria-busy, at once. */
  busy: boolean;
  /** It has been so for a moment that a reader notices: dim it, say 更新中 and refuse exports. */
  stale: boolean;
}

/**
 * Charts follow the picks one step behind, so that a control answers at once.
 * Pass a record that keeps its identity between renders, as `useFilters` and `useSettledFilters` give it.
 */
export function useDeferredFilters<F>(filters: F): DeferredFilters<F> {
  const deferred = useDeferredValue(filters);
  const busy = deferred !== filters;
  return { filters: deferred, busy, stale: useLasting(busy) };
}
