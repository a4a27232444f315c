import { useCallback, useMemo } from "react";
import { type Location, useLocation, useNavigate } from "react-router";
import { DEFAULT_FILTERS, type Filters } from "#domain/filters.ts";
import { readFilters, toSearchText, writeFilters } from "./filter-params.ts";

/**
 * What was already asked for while the page still stands at a location: the second of two changes
 * in one tick builds on the first instead of losing it.
 */
const askedFrom = new WeakMap<Location, string>();

export interface FilterState {
  filters: Filters;
  /** Chinese notes on values of the address that mean nothing. */
  ignored: readonly string[];
  changeFilters: (patch: Partial<Filters>) => void;
  resetFilters: () => void;
}

/** The one reader and the one writer of the address bar. Each change is a step that Back undoes. */
export function useFilters(): FilterState {
  const location = useLocation();
  const navigate = useNavigate();
  const reading = useMemo(() => readFilters(new URLSearchParams(location.search), DEFAULT_FILTERS), [location.search]);

  const write = useCallback(
    (change: (latest: Filters) => Filters) => {
      const asked = askedFrom.get(location) ?? location.search;
      const params = new URLSearchParams(asked);
      const search = toSearchText(
        writeFilters(params, change(readFilters(params, DEFAULT_FILTERS).filters), DEFAULT_FILTERS),
      );
      if (search === asked) return;
      askedFrom.set(location, search);
      void navigate({ pathname: location.pathname, search }, { preventScrollReset: true });
    },
    [location, navigate],
  );
  const changeFilters = useCallback((patch: Partial<Filters>) => write((latest) => ({ ...latest, ...patch })), [write]);
  const resetFilters = useCallback(() => write(() => DEFAULT_FILTERS), [write]);

  return { ...reading, changeFilters, resetFilters };
}
