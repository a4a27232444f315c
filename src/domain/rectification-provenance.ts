import { describeProvenance, type Provenance } from "./provenance.ts";
import { calendarPeriod, type Quarter } from "./quarter.ts";
import { type RectificationRules, rulesAt } from "./rectification.ts";
import { shanghaiDay } from "./shanghai-time.ts";
import type { Source } from "./source.ts";

/** "错误整改台账 · 数据截至 2026-10-08 17:30 · 时限规则 v1": each case is measured by the version frozen on it. */
export function describeCaseProvenance(sources: readonly Source[], ruleVersions: readonly string[]): Provenance {
  const provenance = describeProvenance(sources, "rectifications");
  return { ...provenance, source: `${provenance.source} · 时限规则 ${ruleVersions.join("、")}` };
}

/** The versions in force at any time of the quarters, oldest first. */
export function versionsInQuarters(quarters: readonly Quarter[], versions: readonly RectificationRules[]): string[] {
  const inForce = new Set<string>();
  for (const quarter of quarters) {
    const { start, end } = calendarPeriod(quarter);
    const { from } = shanghaiDay(start);
    const { to } = shanghaiDay(end);
    inForce.add(rulesAt(versions, from).ruleVersion);
    for (const { effectiveFrom, ruleVersion } of versions)
      if (isWithin(effectiveFrom, from, to)) inForce.add(ruleVersion);
  }
  return inTimeOrder(inForce, versions);
}

function isWithin(moment: string, from: string, to: string): boolean {
  return Date.parse(moment) >= Date.parse(from) && Date.parse(moment) < Date.parse(to);
}

/** Known versions oldest first, then names that only a case still carries. */
export function inTimeOrder(names: ReadonlySet<string>, versions: readonly RectificationRules[]): string[] {
  const known = versions.map(({ ruleVersion }) => ruleVersion).filter((name) => names.has(name));
  return [...known, ...[...names].filter((name) => !known.includes(name))];
}
