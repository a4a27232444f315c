import { DEFAULT_FILTERS, type Filters } from "#domain/filters.ts";
import { toSearchText, writeFilters } from "./filter-params.ts";

/** The search part of an address with these picks and no others, for a link to another page. */
export function filterSearch(picks: Partial<Filters>): string {
  return toSearchText(writeFilters(new URLSearchParams(), { ...DEFAULT_FILTERS, ...picks }, DEFAULT_FILTERS));
}
