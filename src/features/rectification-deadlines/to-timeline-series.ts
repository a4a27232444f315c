import type { TimelineRow, TimelineSeries } from "#charts/timeline-series.ts";
import { describeDuration, describeOverdue } from "#domain/duration-text.ts";
import { ERROR_SEVERITY_LABEL, ERROR_TYPE_LABEL, RECTIFICATION_STATE_LABEL } from "#domain/rectification.ts";
import { byTimeLeft, type ClockReading, clockAt, describeClock } from "#domain/rectification-clock.ts";
import { toMoment, toSeconds } from "#domain/rectification-limit.ts";
import { stopsOf } from "#domain/rectification-standstill.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { ERROR_TYPE_SHORT } from "./case-words.ts";
import type { BoardItem } from "./to-board-series.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

const HOUR = 3600;
const HALF_DAY = 12 * HOUR;
/** Shanghai's half days begin at 4:00 and 16:00 UTC. */
const HALF_DAY_SHIFT = 8 * HOUR;
/** What the axis reaches at most: older dispatches begin at its edge. */
const BACK = 96 * HOUR;
const AHEAD = 72 * HOUR;
const MARGIN = 2 * HOUR;
/** Cases fixed within this time stand under the open ones. */
export const RECENT = 48 * HOUR;

/** Cases that passed and whose report is recent, with their stopped clocks. */
export function readRecentlyFixed(
  cases: readonly CaseWithProgress[],
  nameOf: (unitId: string) => string,
  now: string,
): BoardItem[] {
  return cases.flatMap((entry) => {
    const { reportedAt, state } = entry.progress;
    const reading = clockAt(entry.progress, now);
    const isRecent = state === "passed" && reportedAt !== null && toSeconds(now) - toSeconds(reportedAt) <= RECENT;
    return reading !== null && isRecent ? [{ entry, unitName: nameOf(entry.unitId), reading }] : [];
  });
}

/** Units in the order of their most urgent case, their cases together; what has stopped comes last. */
export function orderByUnit(items: readonly BoardItem[]): BoardItem[] {
  const urgent = [...items].sort(
    (a, b) =>
      Number(a.reading.mode === "stopped") - Number(b.reading.mode === "stopped") ||
      byTimeLeft(a.reading, b.reading) ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
  const groups = new Map<string, BoardItem[]>();
  for (const item of urgent) {
    const group = groups.get(item.entry.unitId);
    if (group === undefined) groups.set(item.entry.unitId, [item]);
    else group.push(item);
  }
  return [...groups.values()].flat();
}

export function toTimelineSeries(items: readonly BoardItem[], now: string): TimelineSeries {
  const at = toSeconds(now);
  const rows = orderByUnit(items).flatMap((item) => toRow(item, at) ?? []);
  const from = Math.max(at - BACK, Math.min(at - HALF_DAY, ...rows.map((row) => row.from)) - MARGIN);
  const to = Math.min(at + AHEAD, Math.max(at + HALF_DAY, ...rows.map((row) => row.due)) + MARGIN);
  return { now: at, nowText: `现在 ${formatShanghai(now).slice(11)}`, from, to, ticks: toTicks(from, to), rows };
}

function toRow({ entry, unitName, reading }: BoardItem, now: number): TimelineRow | null {
  const { progress } = entry;
  if (progress.dispatchedAt === null) return null;
  const isStopped = reading.mode === "stopped";
  const running = progress.pauses.find((pause) => pause.to === null);
  return {
    id: entry.id,
    groupId: entry.unitId,
    group: unitName,
    label: ERROR_TYPE_SHORT[entry.errorType],
    weight: progress.severity === "serious" ? 1 : 2,
    isSoon: reading.mode === "running" && reading.step === "soon",
    from: toSeconds(progress.dispatchedAt),
    to: isStopped && progress.reportedAt !== null ? toSeconds(progress.reportedAt) : now,
    // A running pause moves the due moment with every second.
    due: reading.mode === "paused" ? now + reading.secondsLeft : toSeconds(reading.dueAt),
    isOpen: !isStopped,
    pauses: [...stopsOf(progress), ...(running === undefined ? [] : [{ from: toSeconds(running.from), to: now }])],
    ...toRemark(reading),
    lines: [
      ["错误", `${ERROR_SEVERITY_LABEL[progress.severity]} · ${ERROR_TYPE_LABEL[entry.errorType]}`],
      ["状态", RECTIFICATION_STATE_LABEL[progress.state]],
      ["交办", formatShanghai(progress.dispatchedAt)],
      ["到期", reading.mode === "paused" ? "恢复后重定" : formatShanghai(reading.dueAt)],
      ["计时", describeClock(reading)],
    ],
  };
}

/** To the minute: the picture is drawn again once a minute, seconds would be wrong at once. */
function toRemark({ mode, secondsLeft, usedSeconds, step }: ClockReading): Pick<TimelineRow, "remark" | "remarkLook"> {
  if (mode === "stopped") {
    const remark = secondsLeft < 0 ? `逾期 ${describeDuration(-secondsLeft)}` : `用时 ${describeDuration(usedSeconds)}`;
    return { remark, remarkLook: "quiet" };
  }
  if (secondsLeft < 0) return { remark: describeOverdue(-secondsLeft), remarkLook: "overdue" };
  const left = secondsLeft < 60 ? "余不足 1 分" : `余 ${describeDuration(secondsLeft)}`;
  if (mode === "paused") return { remark: `暂停，${left}`, remarkLook: "plain" };
  return { remark: left, remarkLook: step === "soon" ? "soon" : "plain" };
}

/** Midnights and noons of Shanghai. */
function toTicks(from: number, to: number): TimelineSeries["ticks"] {
  const first = Math.ceil((from + HALF_DAY_SHIFT) / HALF_DAY);
  const last = Math.floor((to + HALF_DAY_SHIFT) / HALF_DAY);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const half = first + index;
    const at = half * HALF_DAY - HALF_DAY_SHIFT;
    const isDay = half % 2 === 0;
    return { at, isDay, text: isDay ? formatShanghai(toMoment(at)).slice(5, 10) : "12时" };
  });
}
