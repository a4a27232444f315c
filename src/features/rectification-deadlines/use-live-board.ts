import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { serverNow } from "#api/call-endpoint.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { openCasesQuery } from "#api/open-cases.ts";
import type { Register } from "#api/quarter-results.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
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
import { type CaseWithProgress, toCaseQuery } from "./use-rectification-view.ts";

const TWO_MINUTES = 120_000;

/** What passed today, by lane: sums of the server, right however many passed. */
export function usePassedToday(filters: ResolvedFilters, today: string): PassedToday[] {
  const { caseStates } = filters;
  const isAsked = caseStates.length === 0 || caseStates.includes("passed");
  const query = endpointQuery(rectificationContract.rectificationFixTimes, {
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
  const { items, counts } = boardAt(rows, register.units, now);
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

/** How many cases are open; undefined until the list is first read. A page that asks this waits for nothing. */
export function useOpenTotal(filters: ResolvedFilters): number | undefined {
  const query = openCasesQuery({ ...toCaseQuery(filters), state: filters.caseStates });
  return useQuery({ ...query, select: ({ total }) => total }).data;
}

interface Board {
  units: Register["units"];
  now: string;
  items: readonly BoardItem[];
  counts: BoardCounts;
}

/** The latest reading of each list: the board, the timeline and the truth table read the same one at the same moment. */
const boards = new WeakMap<readonly CaseWithProgress[], Board>();

function boardAt(rows: readonly CaseWithProgress[], units: Register["units"], now: string): Board {
  const known = boards.get(rows);
  if (known?.now === now && known.units === units) return known;
  const items = readBoard(rows, unitNamer(units), now);
  const board = { units, now, items, counts: countBoard(items) };
  boards.set(rows, board);
  return board;
}

/** The list begins with the first to fall due, so after a case ahead of its limit none is overdue. */
function isAhead({ dueAt }: Progress, now: string): boolean {
  return dueAt !== null && Date.parse(dueAt) > Date.parse(now);
}
