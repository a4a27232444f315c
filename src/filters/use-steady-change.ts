import { useCallback, useLayoutEffect, useRef } from "react";
import type { Filters } from "#domain/filters.ts";

/** One function for the life of the page, so that memoised figures rest while the address changes. */
export function useSteadyChange(changeFilters: (patch: Partial<Filters>) => void): (patch: Partial<Filters>) => void {
  const latest = useRef(changeFilters);
  useLayoutEffect(() => {
    latest.current = changeFilters;
  });
  return useCallback((patch) => latest.current(patch), []);
}
