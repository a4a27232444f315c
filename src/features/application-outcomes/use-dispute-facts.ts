import { useSuspenseQuery } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { DisputeFact } from "#domain/dispute.ts";

/** All quarters at once: disputes are few, and the time axis needs them all. */
export function useDisputeFacts(): readonly DisputeFact[] {
  return useSuspenseQuery(endpointQuery(applicationContract.disputeFacts, {})).data;
}
