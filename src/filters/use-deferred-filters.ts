import { useDeferredValue, useEffect, useState } from "react";

/** A change that is shown sooner needs no veil: dimming and clearing again would cost two more frames than the change. */
const PATIENCE_MS = 150;

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

function useLasting(isOn: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasts(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isOn]);
  return isOn && lasts;
}
