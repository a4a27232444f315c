import { type RectificationRules, rulesAt } from "#domain/rectification.ts";
import { laterRuleDifference } from "#domain/rectification-rule-change.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

/**
 * "规则 v2 自 2026-11-15 00:00 起生效：在办件中 12 条如按新规则到期时间不同，仍按交办时的规则计时。"; empty while every case
 * stands under the version in force, or none would differ.
 */
export function describeLaterRule(
  cases: readonly CaseWithProgress[],
  versions: readonly RectificationRules[],
  now: string,
): string {
  const differing = cases.filter(
    ({ progress }) => laterRuleDifference(progress, versions, now, WORKING_DAY_CALENDAR) !== null,
  ).length;
  if (differing === 0) return "";
  const { ruleVersion, effectiveFrom } = rulesAt(versions, now);
  return `规则 ${ruleVersion} 自 ${formatShanghai(effectiveFrom)} 起生效：在办件中 ${differing} 条如按新规则到期时间不同，仍按交办时的规则计时，差别见各件的“时限怎么算的”。`;
}
