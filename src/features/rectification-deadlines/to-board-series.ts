import { type FixTime, fixTimeAt } from "#domain/fix-time.ts";
import { type ErrorSeverity, errorSeveritySchema, type RectificationState, type Terms } from "#domain/rectification.ts";
import { byTimeLeft, type ClockReading, clockAt, isOverdue } from "#domain/rectification-clock.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

/** The columns with items; 通过 is told as a count and a median. */
export const OPEN_COLUMNS = [
  "awaitingReceipt",
  "rectifying",
  "awaitingRecheck",
  "failed",
] as const satisfies readonly RectificationState[];
export type OpenColumn = (typeof OPEN_COLUMNS)[number];

/** An open case with its clock at the moment of the board. */
export interface BoardItem {
  entry: CaseWithProgress;
  unitName: string;
  reading: ClockReading;
}

export interface BoardLane {
  severity: ErrorSeverity;
  columns: Readonly<Record<OpenColumn, readonly BoardItem[]>>;
  count: number;
}

/** What passed its re-check today. */
export interface PassedToday {
  severity: ErrorSeverity;
  cases: number;
  /** Median of the time that counted, in seconds; null without cases. */
  medianSeconds: number | null;
}

export interface BoardSeries {
  now: string;
  lanes: readonly BoardLane[];
  passed: readonly PassedToday[];
  /** All items, least time left first; what waits for its re-check comes last. */
  items: readonly BoardItem[];
  /** Open cases on the server; more than the items when the list was cut. */
  total: number;
  /** Of the rules in force: what a lane without cases names. */
  limits: Terms["limits"];
}

/** The clocks of the open cases at one moment. */
export function readBoard(
  cases: readonly CaseWithProgress[],
  nameOf: (unitId: string) => string,
  now: string,
): BoardItem[] {
  const items = cases.flatMap((entry) => {
    const reading = clockAt(entry.progress, now);
    return reading === null || !isOpenColumn(entry.progress.state)
      ? []
      : [{ entry, unitName: nameOf(entry.unitId), reading }];
  });
  return items.sort(
    (a, b) =>
      Number(a.reading.mode === "stopped") - Number(b.reading.mode === "stopped") ||
      byTimeLeft(a.reading, b.reading) ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
}

function isOpenColumn(state: RectificationState): state is OpenColumn {
  return OPEN_COLUMNS.some((column) => column === state);
}

export function toBoardSeries(
  items: readonly BoardItem[],
  passed: readonly PassedToday[],
  { now, total, limits }: Pick<BoardSeries, "now" | "total" | "limits">,
): BoardSeries {
  const lanes = errorSeveritySchema.options.map((severity) => {
    const own = items.filter((item) => item.entry.progress.severity === severity);
    const inColumn = (column: OpenColumn) => own.filter((item) => item.entry.progress.state === column);
    return {
      severity,
      count: own.length,
      columns: {
        awaitingReceipt: inColumn("awaitingReceipt"),
        rectifying: inColumn("rectifying"),
        awaitingRecheck: inColumn("awaitingRecheck"),
        failed: inColumn("failed"),
      },
    };
  });
  return { now, lanes, passed, items, total, limits };
}

export interface BoardCounts {
  open: number;
  overdue: number;
  overdueBySeverity: Readonly<Record<ErrorSeverity, number>>;
  withinHour: readonly BoardItem[];
  awaitingRecheck: number;
  failed: number;
  paused: number;
  soon: number;
}

const HOUR = 3600;

export function countBoard(items: readonly BoardItem[]): BoardCounts {
  const overdue = items.filter((item) => isOverdue(item.reading));
  const of = (severity: ErrorSeverity) => overdue.filter((item) => item.entry.progress.severity === severity).length;
  const inState = (state: OpenColumn) => items.filter((item) => item.entry.progress.state === state).length;
  return {
    open: items.length,
    overdue: overdue.length,
    overdueBySeverity: { serious: of("serious"), general: of("general") },
    withinHour: items.filter((item) => isWithinHour(item.reading)),
    awaitingRecheck: inState("awaitingRecheck"),
    failed: inState("failed"),
    paused: items.filter((item) => item.reading.mode === "paused").length,
    soon: items.filter((item) => item.reading.mode === "running" && item.reading.step === "soon").length,
  };
}

/** Running and due within the hour: the only clocks that show seconds. */
export function isWithinHour({ mode, secondsLeft }: ClockReading): boolean {
  return mode === "running" && secondsLeft >= 0 && secondsLeft < HOUR;
}

/** How many passed, and the median of their time that counted. */
export function toPassedToday(times: readonly FixTime[]): PassedToday[] {
  return errorSeveritySchema.options.map((severity) => {
    const own = times.filter((entry) => entry.severity === severity);
    const median = fixTimeAt(own, 50);
    return {
      severity,
      cases: own.reduce((sum, { cases }) => sum + cases, 0),
      medianSeconds: median === null ? null : median * 60,
    };
  });
}
