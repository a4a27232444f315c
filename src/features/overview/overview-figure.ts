import type { Register } from "#api/quarter-results.ts";
import type { ResolvedFilters } from "#domain/filters.ts";

/** What each figure of the page is given. */
export interface OverviewProps {
  register: Register;
  filters: ResolvedFilters;
  /** The figures shown are not yet those asked for. */
  stale: boolean;
}
