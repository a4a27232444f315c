import { useSuspenseQuery } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import type { OpenApplication } from "./open-application.ts";

const MOST = 500;
const REFRESH_MS = 5 * 60_000;

/** Open applications of the units chosen, as the server's day has them, the least working days left first. */
export function useOpenApplications({ units, side, unitClass }: ResolvedFilters): {
  rows: readonly OpenApplication[];
  total: number;
} {
  const query = endpointQuery(applicationContract.applicationsDue, {
    unit: units,
    side: side ?? undefined,
    unitClass: unitClass ?? undefined,
    limit: MOST,
  });
  return useSuspenseQuery({ ...query, staleTime: 60_000, refetchInterval: REFRESH_MS }).data;
}

/** One application with its log and the steps of its reply period. */
export function useApplication(id: string) {
  return useSuspenseQuery({ ...endpointQuery(applicationContract.application, { id }), staleTime: 60_000 }).data;
}
