import type { ErrorType } from "./rectification.ts";
import type { CaseStanding } from "./rectification-facts.ts";
import { dayOf, toSeconds } from "./rectification-limit.ts";
import type { Progress } from "./rectification-progress.ts";

/** 屡改屡犯: the same kind of error at the same unit soon after one was closed. */
export interface Relapse {
  caseId: string;
  unitId: string;
  errorType: ErrorType;
  /** The closed case that it repeats: the latest before it. */
  earlierId: string;
  /** Calendar days between the closing and the new dispatch. */
  days: number;
}

/** What a repetition is told by. */
export interface RelapseCandidate extends Omit<CaseStanding, "progress"> {
  progress: Pick<Progress, "dispatchedAt" | "closedAt">;
}

/**
 * Cases dispatched within so many calendar days (Asia/Shanghai) after a case of the same unit and type was closed; the
 * days are those of the rules in force at the dispatch.
 */
export function findRelapses(cases: readonly RelapseCandidate[], daysAt: (dispatchedAt: string) => number): Relapse[] {
  const groups = new Map<string, RelapseCandidate[]>();
  for (const entry of cases) {
    const key = `${entry.unitId}|${entry.errorType}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group) => group.flatMap((entry) => relapseOf(entry, group, daysAt) ?? []));
}

function relapseOf(
  entry: RelapseCandidate,
  group: readonly RelapseCandidate[],
  daysAt: (dispatchedAt: string) => number,
): Relapse | null {
  const { dispatchedAt } = entry.progress;
  if (dispatchedAt === null) return null;
  const dispatched = toSeconds(dispatchedAt);
  let latest: { id: string; closed: number } | null = null;
  for (const { id, progress } of group) {
    if (id === entry.id || progress.closedAt === null) continue;
    const closed = toSeconds(progress.closedAt);
    if (closed <= dispatched && (latest === null || closed > latest.closed)) latest = { id, closed };
  }
  if (latest === null) return null;
  const between = dayOf(dispatched) - dayOf(latest.closed);
  if (between > daysAt(dispatchedAt)) return null;
  return { caseId: entry.id, unitId: entry.unitId, errorType: entry.errorType, earlierId: latest.id, days: between };
}
