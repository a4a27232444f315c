import { useCallback, useLayoutEffect, useRef } from "react";
import type { FilterState } from "./use-filters.ts";

/** Adds a unit to those picked or takes it away again; one function for the life of the page, as memoised figures need. */
export function useUnitPick(control: FilterState): (unitId: string) => void {
  const latest = useRef(control);
  useLayoutEffect(() => {
    latest.current = control;
  });
  return useCallback((unitId) => {
    const { filters, changeFilters } = latest.current;
    const { units } = filters;
    changeFilters({ units: units.includes(unitId) ? units.filter((id) => id !== unitId) : [...units, unitId] });
  }, []);
}
