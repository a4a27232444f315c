import type { Progress } from "./rectification-progress.ts";

const SECOND = 1_000;
/** Seconds are shown below this many of them. */
const HOUR = 3600;

/**
 * The moments (ms, sorted) at which open cases change between two minutes: the first second past due, because the due
 * second itself is on time, and the first second of the last hour.
 */
export function turnsOf(cases: readonly { progress: Pick<Progress, "dueAt" | "state"> }[]): number[] {
  return cases
    .flatMap(({ progress: { dueAt, state } }) =>
      dueAt === null || state === "passed" || state === "awaitingRecheck" ? [] : [Date.parse(dueAt)],
    )
    .flatMap((due) => [due + SECOND, due - (HOUR - 1) * SECOND])
    .sort((a, b) => a - b);
}
