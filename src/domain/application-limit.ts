import type { WorkingDays } from "./working-days.ts";

/** 条例第三十三条: reply within 20 working days, and once up to 20 more. */
export const REPLY_DAYS = 20;
/** 条例第三十二、三十四条: who is asked answers within 15 working days; silence then stops nothing any longer. */
export const CONSULTATION_DAYS = 15;
/** 条例第三十条: what is missing is asked for once, within 7 working days. */
export const CORRECTION_NOTICE_DAYS = 7;

/** A standstill: the days after `from` up to and including `to` do not count. */
export interface DaySpan {
  from: string;
  to: string;
}

/** Spans in order without overlaps, so that asking two at once takes the time of one. */
function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged[merged.length - 1];
    if (span.to <= span.from) continue;
    if (last !== undefined && span.from <= last.to) last.to = span.to > last.to ? span.to : last.to;
    else merged.push({ ...span });
  }
  return merged;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Working days after `from` up to `to` that count: without the standstills between them. */
export function countedDays({ from, to }: DaySpan, stops: readonly DaySpan[], days: WorkingDays): number {
  const stopped = mergeSpans(stops).reduce((sum, span) => {
    const start = later(span.from, from);
    const end = earlier(span.to, to);
    return end > start ? sum + days.between(start, end) : sum;
  }, 0);
  return days.between(from, to) - stopped;
}

/** The `count`-th counted working day after `from`; a standstill that begins after it changes nothing. */
export function dueAfter(from: string, count: number, stops: readonly DaySpan[], days: WorkingDays): string {
  let at = from;
  let left = count;
  for (const span of mergeSpans(stops)) {
    if (span.to <= at) continue;
    const candidate = days.after(at, left);
    const start = later(span.from, at);
    if (candidate <= start) return candidate;
    left -= days.between(at, start);
    at = span.to;
  }
  return days.after(at, left);
}
