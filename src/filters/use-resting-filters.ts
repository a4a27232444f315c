import { useMemo } from "react";
import { type Filters, filtersSchema } from "#domain/filters.ts";

/**
 * The picks as the figures of a page share them: `own` sets back those that one part reads for itself. The record stays
 * the same while the rest does, so that opening a case or turning one figure leaves every other figure at rest.
 */
export function useRestingFilters(filters: Filters, own: Partial<Filters>): Filters {
  const key = JSON.stringify({ ...filters, ...own });
  return useMemo(() => filtersSchema.parse(JSON.parse(key)), [key]);
}
