import { describeDuration, describeTimeLeft } from "./duration-text.ts";
import { lengthUntil, toMoment, toSeconds } from "./rectification-limit.ts";
import type { Progress } from "./rectification-progress.ts";
import { stopsOf } from "./rectification-standstill.ts";

/** How much of the limit is used: from half, from 80 % or with at most four hours left, and past due. */
export type ClockStep = "early" | "half" | "soon" | "overdue";

export const CLOCK_STEP_LABEL = {
  early: "时限未过半",
  half: "时限过半",
  soon: "即将到期",
  overdue: "已超期",
} satisfies Record<ClockStep, string>;

/** Four hours: the rest of a half day at the desk. */
const SOON_SECONDS = 4 * 3600;

/** A clock read at one moment; a page reads it again from absolute times, it never counts down by itself. */
export interface ClockReading {
  /** stopped: reported fixed or closed; the figures are those of the latest report. */
  mode: "running" | "paused" | "stopped";
  dueAt: string;
  /** Negative past due; 0 is the due second itself and still on time. */
  secondsLeft: number;
  /** Time that counted, without pauses. */
  usedSeconds: number;
  /** 0 to 1 within the limit, more past due. */
  usedShare: number;
  step: ClockStep;
}

/** The clock of a case at `now` (the server's time, UTC); null before the dispatch. */
export function clockAt(progress: Progress, now: string): ClockReading | null {
  const { dispatchedAt, dueAt, reportedAt, state } = progress;
  if (dispatchedAt === null || dueAt === null) return null;
  const pausedAt = progress.pauses.find((pause) => pause.to === null)?.from ?? null;
  const stoppedAt = state === "awaitingRecheck" || state === "passed" ? reportedAt : null;
  const readAt = toSeconds(stoppedAt ?? pausedAt ?? now);
  const secondsLeft = toSeconds(dueAt) - readAt;
  const usedSeconds = usedUntil(progress, readAt);
  const total = usedSeconds + secondsLeft;
  return {
    mode: modeOf(stoppedAt, pausedAt),
    dueAt,
    secondsLeft,
    usedSeconds,
    usedShare: total > 0 ? usedSeconds / total : 1,
    step: stepOf(secondsLeft, usedSeconds),
  };
}

function modeOf(stoppedAt: string | null, pausedAt: string | null): ClockReading["mode"] {
  if (stoppedAt !== null) return "stopped";
  return pausedAt === null ? "running" : "paused";
}

/** Open and past due; a case that waits for its re-check has stopped its clock. */
export function isOverdue(reading: ClockReading | null): boolean {
  return reading !== null && reading.mode !== "stopped" && reading.secondsLeft < 0;
}

/** Least time left first; what stands still comes after what runs. */
export function byTimeLeft(a: ClockReading, b: ClockReading): number {
  return Number(a.mode === "paused") - Number(b.mode === "paused") || a.secondsLeft - b.secondsLeft;
}

/** "余 18 小时 47 分", "已超 3 小时 12 分", "暂停中，余 6 小时 00 分", "用时 12 小时 25 分，逾期 2 小时 03 分". */
export function describeClock(reading: ClockReading): string {
  const { mode, secondsLeft, usedSeconds } = reading;
  if (mode === "running") return describeTimeLeft(secondsLeft);
  if (mode === "paused") return `暂停中，${describeTimeLeft(secondsLeft)}`;
  const verdict = secondsLeft < 0 ? `逾期 ${describeDuration(-secondsLeft)}` : "按时";
  return `用时 ${describeDuration(usedSeconds)}，${verdict}`;
}

/** Seconds from dispatch to `until` without what was stopped; nights and weekends count. */
export function usedUntil(progress: Progress, until: number): number {
  if (progress.dispatchedAt === null) return 0;
  const stopped = stopsOf(progress).reduce((sum, span) => sum + lengthUntil(span, until), 0);
  return Math.max(0, until - toSeconds(progress.dispatchedAt) - stopped);
}

/** Time that counted until the unit's first report, and until the report whose re-check passed; null where there is none. */
export function usedToFix(progress: Progress): { firstReport: number | null; verified: number | null } {
  const { firstReportedAt, reportedAt, closedAt } = progress;
  return {
    firstReport: firstReportedAt === null ? null : usedUntil(progress, toSeconds(firstReportedAt)),
    verified: closedAt === null || reportedAt === null ? null : usedUntil(progress, toSeconds(reportedAt)),
  };
}

/** The server's moment as the desk knows it: its own clock corrected by the measured offset. */
export function serverMoment(deskMilliseconds: number, offsetMilliseconds: number): string {
  return toMoment(Math.floor((deskMilliseconds + offsetMilliseconds) / 1000));
}

function stepOf(secondsLeft: number, usedSeconds: number): ClockStep {
  if (secondsLeft < 0) return "overdue";
  const total = usedSeconds + secondsLeft;
  if (secondsLeft <= SOON_SECONDS || usedSeconds * 10 >= total * 8) return "soon";
  return usedSeconds * 2 >= total ? "half" : "early";
}
