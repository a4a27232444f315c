import { useSuspenseQuery } from "@tanstack/react-query";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { type RectificationRules, rulesAt } from "#domain/rectification.ts";

/** Every version of the rules, oldest first. */
export function useRuleVersions(): readonly RectificationRules[] {
  return useSuspenseQuery(endpointQuery(contract.rectificationRules, {})).data;
}

/** The rules in force at a moment. Cases are measured by their own; these name the limits of a figure. */
export function useRectificationRules(moment: string): RectificationRules {
  return rulesAt(useRuleVersions(), moment);
}
