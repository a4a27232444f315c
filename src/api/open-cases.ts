import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { clockAt, isOverdue } from "#domain/rectification-clock.ts";
import { turnsOf } from "#domain/rectification-turns.ts";
import { caseContract } from "./case-contract.ts";
import type { QueryInputOf } from "./endpoint.ts";
import { endpointQuery } from "./endpoint-query.ts";
import { useServerMinute } from "./live-clock.ts";

export type CaseQuery = QueryInputOf<typeof caseContract.rectifications>;

const POLL_MS = 30_000;
/** More open cases than this are given as the first to fall due, with the number of all. */
const MOST_OPEN = 300;

/**
 * The open cases, the first to fall due at the head. Asked again in a background tab too, whose title tells the number
 * overdue; a failed poll keeps the list before it.
 */
export function openCasesQuery(picks: CaseQuery) {
  return {
    ...endpointQuery(caseContract.rectifications, { ...picks, open: true, limit: MOST_OPEN }),
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: true,
  };
}

const NO_CASES: readonly never[] = [];

/** Overdue cases of the whole district at the server's present moment; 0 while they are not known. */
export function useOverdueCount(): number {
  const { data } = useQuery(openCasesQuery({}));
  const rows = data?.rows ?? NO_CASES;
  const now = useServerMinute(useMemo(() => turnsOf(rows), [rows]));
  return useMemo(() => rows.filter(({ progress }) => isOverdue(clockAt(progress, now))).length, [rows, now]);
}
