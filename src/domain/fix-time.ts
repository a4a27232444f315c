import { z } from "zod";
import { quarterSchema } from "./quarter.ts";
import { errorSeveritySchema } from "./rectification.ts";
import { usedToFix } from "./rectification-clock.ts";
import { type CaseStanding, dueQuarter } from "./rectification-facts.ts";
import { type Rate, rate } from "./share.ts";

/**
 * Closed cases by the time that counted until the report whose re-check passed, in minutes rounded up: exactly 24
 * hours is minute 1440, one second more is 1441, so that counts per minute keep what was on time apart from what was not.
 */
export const fixTimeSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    severity: errorSeveritySchema,
    minutes: z.int().min(0),
    cases: z.int().min(0),
  })
  .meta({ id: "RectificationFixTime" });
export type FixTime = z.infer<typeof fixTimeSchema>;

/** Counts per unit, quarter of the due day, severity and minute. */
export function toFixTimes(cases: readonly CaseStanding[]): FixTime[] {
  const counts = new Map<string, FixTime>();
  for (const { unitId, progress } of cases) {
    const seconds = usedToFix(progress).verified;
    const quarter = dueQuarter(progress);
    if (seconds === null || quarter === null) continue;
    const { severity } = progress;
    const minutes = Math.ceil(seconds / 60);
    const key = [quarter, unitId, severity, minutes].join("|");
    counts.set(key, { quarter, unitId, severity, minutes, cases: (counts.get(key)?.cases ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Steps of the cumulative curve: after `minutes`, `fixed` of all were fixed. Ends at all of them. */
export function cumulate(times: readonly FixTime[]): { minutes: number; fixed: number }[] {
  const counts = new Map<number, number>();
  for (const { minutes, cases } of times) counts.set(minutes, (counts.get(minutes) ?? 0) + cases);
  let fixed = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([minutes, cases]) => {
      fixed += cases;
      return { minutes, fixed };
    });
}

/** Fixed within so many hours, n/N of the closed cases. */
export function fixedWithin(times: readonly FixTime[], hours: number): Rate | null {
  const count = (list: readonly FixTime[]) => list.reduce((sum, entry) => sum + entry.cases, 0);
  return rate(count(times.filter((entry) => entry.minutes <= hours * 60)), count(times));
}

/** The time within which the given percentage was fixed (nearest rank): 50 is the median; null without cases. */
export function fixTimeAt(times: readonly FixTime[], percent: number): number | null {
  const steps = cumulate(times);
  const all = steps[steps.length - 1]?.fixed ?? 0;
  return steps.find((step) => step.fixed * 100 >= all * percent)?.minutes ?? null;
}
