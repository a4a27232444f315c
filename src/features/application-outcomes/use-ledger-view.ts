import { useSuspenseQueries } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { Register } from "#api/quarter-results.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { baseQuarters } from "#domain/comparison.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import type { Quarter } from "#domain/quarter.ts";
import { type LedgerView, toLedgerView } from "./ledger-view.ts";

/** What a panel shows. It stays the same while a new choice is on its way, so that a memoised panel rests. */
export interface ViewProps {
  register: Register;
  filters: ResolvedFilters;
}

/** What a figure needs besides. */
export interface PanelProps extends ViewProps {
  /** The figures shown are not yet those asked for. */
  stale: boolean;
}

const toLists = <T>(replies: readonly { data: T }[]): T[] => replies.map(({ data }) => data);

/**
 * Facts of each quarter, in the order asked. One request a quarter for the whole district: a quarter that two figures
 * share, or a click and the trend, is fetched once, and picking units asks nothing.
 */
export function useApplicationFacts(quarters: readonly Quarter[]): readonly (readonly ApplicationFact[])[] {
  return useSuspenseQueries({
    queries: quarters.map((quarter) => endpointQuery(applicationContract.applicationFacts, { quarter: [quarter] })),
    combine: toLists,
  });
}

/** The chosen quarters against the same of the year before. */
export function useLedgerView(register: Register, filters: ResolvedFilters): LedgerView {
  const lists = useApplicationFacts([...new Set([...filters.quarters, ...baseQuarters(filters.quarters, "yoy")])]);
  return viewOf(register, filters, lists);
}

interface KnownView {
  register: Register;
  lists: readonly (readonly ApplicationFact[])[];
  view: LedgerView;
}

/** One view per choice, shared by the panels of the page: they ask for the same one in the same moment. */
const viewByFilters = new WeakMap<ResolvedFilters, KnownView>();

function viewOf(register: Register, filters: ResolvedFilters, lists: KnownView["lists"]): LedgerView {
  const known = viewByFilters.get(filters);
  if (known !== undefined && known.register === register && isSame(known.lists, lists)) return known.view;
  const view = toLedgerView(register, filters, lists.flat());
  viewByFilters.set(filters, { register, lists, view });
  return view;
}

function isSame(a: KnownView["lists"], b: KnownView["lists"]): boolean {
  return a.length === b.length && a.every((list, index) => list === b[index]);
}
