import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { serverNow } from "#api/call-endpoint.ts";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { openCasesQuery } from "#api/open-cases.ts";
import type { Register } from "#api/quarter-results.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { serverMoment } from "#domain/rectification-clock.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { turnsOf } from "#domain/rectification-turns.ts";
import { unitNamer } from "./case-words.ts";
import {
  type BoardCounts,
  type BoardItem,
  countBoard,
  type PassedToday,
  readBoard,
  toPassedToday,
} from "./to-board-series.ts";
import { toCaseQuery } from "./use-rectification-view.ts";

const TWO_MINUTES = 120_000;

/** What passed today, by lane: sums of the server, right however many passed. */
export function usePassedToday(filters: ResolvedFilters, today: string): PassedToday[] {
  const { caseStates } = filters;
  const isAsked = caseStates.length === 0 || caseStates.includes("passed");
  const query = endpointQuery(contract.rectificationFixTimes, {
    ...toCaseQuery(filters),
    closedFrom: today,
    closedTo: today,
  });
  const times = useSuspenseQuery({ ...query, refetchInterval: TWO_MINUTES }).data;
  return useMemo(() => (isAsked ? toPassedToday(times) : []), [times, isAsked]);
}

/** The open cases at the server's present moment, and how fresh the list is. */
export interface LiveBoard {
  now: string;
  items: readonly BoardItem[];
  counts: BoardCounts;
  /** Open cases on the server; more than `items` when the list was cut. */
  total: number;
  /** False when the list was cut before its first case that is still within its limit: more may be overdue. */
  isOverdueKnown: boolean;
  /** The server's moment at which the list was read. */
  readAt: string;
  /** Why the latest poll failed; the list before it stays. */
  failure: Error | null;
  retry: () => void;
}

export function useLiveBoard(register: Register, filters: ResolvedFilters): LiveBoard {
  const query = useSuspenseQuery(openCasesQuery({ ...toCaseQuery(filters), state: filters.caseStates }));
  const { rows, total } = query.data;
  const turns = useMemo(() => turnsOf(rows), [rows]);
  const now = useServerMinute(turns);
  const items = useMemo(() => readBoard(rows, unitNamer(register.units), now), [rows, register.units, now]);
  const counts = useMemo(() => countBoard(items), [items]);
  return {
    now,
    items,
    counts,
    total,
    isOverdueKnown: total <= items.length || rows.some(({ progress }) => isAhead(progress, now)),
    readAt: serverMoment(query.dataUpdatedAt, serverNow().getTime() - Date.now()),
    failure: query.error,
    retry: () => void query.refetch(),
  };
}

/** The list begins with the first to fall due, so after a case ahead of its limit none is overdue. */
function isAhead({ dueAt }: Progress, now: string): boolean {
  return dueAt !== null && Date.parse(dueAt) > Date.parse(now);
}
