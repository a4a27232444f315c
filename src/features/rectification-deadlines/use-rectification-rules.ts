import { useSuspenseQuery } from "@tanstack/react-query";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { type RectificationRules, rulesAt } from "#domain/rectification.ts";

/** The rules in force at a moment. Cases are measured by their own; these name the limits of a figure. */
export function useRectificationRules(moment: string): RectificationRules {
  const rules = useSuspenseQuery(endpointQuery(contract.rectificationRules, {})).data;
  return rulesAt(rules, moment);
}
