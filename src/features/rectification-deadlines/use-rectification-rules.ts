import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import type { RectificationRules } from "#domain/rectification.ts";

/** Every version of the rules, oldest first. */
export function useRuleVersions(): readonly RectificationRules[] {
  return useSuspenseQuery(endpointQuery(rectificationContract.rectificationRules, {})).data;
}
