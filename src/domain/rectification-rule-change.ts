import { describeDuration } from "./duration-text.ts";
import { freezeTerms, type RectificationRules, rulesAt, type Terms } from "./rectification.ts";
import { dueAfterStops, dueWithoutStops, toMoment, toSeconds } from "./rectification-limit.ts";
import type { Progress } from "./rectification-progress.ts";
import { stopsOf } from "./rectification-standstill.ts";
import { formatShanghai } from "./shanghai-time.ts";
import type { WorkingDayCalendar } from "./workday.ts";

/** What another version of the rules would make of an open case; it stays measured by its own. */
export interface RuleDifference {
  ruleVersion: string;
  dueAt: string;
  /** Later is positive. */
  seconds: number;
  text: string;
}

/** The due moment of an open case under other rules, beside its own; null when it is closed, or nothing would differ. */
export function compareWithRules(
  own: Progress,
  rules: RectificationRules,
  calendar: WorkingDayCalendar,
): RuleDifference | null {
  if (own.dueAt === null || own.dispatchedAt === null || own.terms === null || own.state === "passed") return null;
  const limit = rules.limits[own.severity];
  const stops = stopsOf({ ...own, terms: freezeTerms(rules) });
  const due = dueAfterStops(limit, dueWithoutStops(limit, toSeconds(own.dispatchedAt), calendar), stops, calendar);
  const seconds = due - toSeconds(own.dueAt);
  if (seconds === 0) return null;
  const dueAt = toMoment(due);
  const shift = `${seconds > 0 ? "晚" : "早"} ${describeDuration(Math.abs(seconds))}（${formatShanghai(dueAt)}）`;
  const text = `规则 ${rules.ruleVersion} 下到期时间会${shift}；本件仍按交办时的规则 ${own.terms.ruleVersion} 计算。`;
  return { ruleVersion: rules.ruleVersion, dueAt, seconds, text };
}

/**
 * The difference that the version in force now makes to an open case, when it began after the dispatch. A limit that
 * the notice itself had set belongs to the notice: no version of the rules would have changed it.
 */
export function laterRuleDifference(
  own: Progress,
  versions: readonly RectificationRules[],
  now: string,
  calendar: WorkingDayCalendar,
): RuleDifference | null {
  if (own.terms === null) return null;
  const { terms } = own;
  const inForce = rulesAt(versions, now);
  const known = versions.find(({ ruleVersion }) => ruleVersion === terms.ruleVersion);
  if (inForce.ruleVersion === terms.ruleVersion || (known !== undefined && !isSameLimits(known, terms))) return null;
  return compareWithRules(own, inForce, calendar);
}

function isSameLimits(a: Pick<Terms, "limits">, b: Pick<Terms, "limits">): boolean {
  const text = ({ serious, general }: Terms["limits"]) =>
    [serious, general].map((limit) => Object.entries(limit).sort().flat().join(" ")).join("|");
  return text(a.limits) === text(b.limits);
}
