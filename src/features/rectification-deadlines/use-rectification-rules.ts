import { useSuspenseQuery } from "@tanstack/react-query";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { RectificationRules } from "#domain/rectification.ts";

/** Every version of the rules, oldest first. */
export function useRuleVersions(): readonly RectificationRules[] {
  return useSuspenseQuery(endpointQuery(contract.rectificationRules, {})).data;
}
