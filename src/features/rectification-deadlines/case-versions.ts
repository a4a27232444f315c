import { type RectificationRules, rulesAt } from "#domain/rectification.ts";
import { inTimeOrder } from "#domain/rectification-provenance.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

/** The versions under which these were dispatched, oldest first; with none of them, the one in force. */
export function versionsOfCases(
  cases: readonly CaseWithProgress[],
  versions: readonly RectificationRules[],
  now: string,
): string[] {
  const frozen = new Set(cases.flatMap(({ progress }) => progress.terms?.ruleVersion ?? []));
  return frozen.size === 0 ? [rulesAt(versions, now).ruleVersion] : inTimeOrder(frozen, versions);
}
