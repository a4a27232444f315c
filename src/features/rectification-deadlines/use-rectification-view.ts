import { useSuspenseQuery } from "@tanstack/react-query";
import type { RectificationCaseStanding } from "#api/case-contract.ts";
import { caseContract } from "#api/case-contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { Register } from "#api/quarter-results.ts";
import { rectificationContract, rectificationWrites } from "#api/rectification-contract.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import type { Quarter } from "#domain/quarter.ts";
import type { RectificationFact } from "#domain/rectification-facts.ts";

/** A case as lists give it: without its log, with all that follows from it. */
export type CaseWithProgress = RectificationCaseStanding;

/** One case with its log. */
export type CaseDetail = ReplyOf<typeof rectificationContract.rectification>;

/** What a panel shows. It stays the same while a new choice is on its way, so that a memoised panel rests. */
export interface ViewProps {
  register: Register;
  filters: ResolvedFilters;
}

/** What a figure needs besides. */
export interface PanelProps extends ViewProps {
  /** Opens the drawer of a case. */
  openCase: (caseId: string) => void;
}

/** The picks that every request about cases understands; quarter and state are for the caller to add. */
export function toCaseQuery({ units, side, unitClass, severity, errorTypes, errorSources }: ResolvedFilters) {
  return {
    unit: units,
    side: side ?? undefined,
    unitClass: unitClass ?? undefined,
    severity: severity ?? undefined,
    errorType: errorTypes,
    source: errorSources,
  };
}

const MINUTE = 60_000;

/** Sums by outcome for the quarters of the due day; asked again now and then, because outcomes turn with time. */
export function useRectificationFacts(filters: ResolvedFilters, quarters: readonly Quarter[]): RectificationFact[] {
  const query = endpointQuery(rectificationContract.rectificationFacts, {
    ...toCaseQuery(filters),
    quarter: [...quarters],
  });
  return useSuspenseQuery({ ...query, refetchInterval: 5 * MINUTE }).data;
}

/** The case as the server has it now; asked again while the drawer is open, because others record too. */
export function useCaseDetail(caseId: string): CaseDetail {
  const query = endpointQuery(rectificationContract.rectification, { id: caseId });
  return useSuspenseQuery({ ...query, staleTime: 0, refetchInterval: MINUTE / 2 }).data;
}

/** Every read that an entry may change. */
const CHANGED_BY_EVENTS = [
  caseContract.rectifications,
  rectificationContract.rectification,
  rectificationContract.rectificationFacts,
  rectificationContract.rectificationFixTimes,
  rectificationContract.rectificationArrivals,
  rectificationContract.rectificationRelapses,
];

/** Adds an entry to the log of a case. */
export function useRecordEvent() {
  return useEndpointMutation(rectificationWrites.recordRectificationEvent, CHANGED_BY_EVENTS);
}
