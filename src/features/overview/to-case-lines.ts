import type { RectificationCaseStanding } from "#api/case-contract.ts";
import { describeDuration } from "#domain/duration-text.ts";
import { type ClockReading, clockAt, describeClock, isOverdue } from "#domain/rectification-clock.ts";
import { toSeconds } from "#domain/rectification-limit.ts";
import { type AttentionLine, nameSome, type SharedPicks } from "./attention-line.ts";

const HOUR = 3600;

interface ReadCase {
  entry: RectificationCaseStanding;
  reading: ClockReading;
}

/** What runs out within the hour, what is overdue, and what waits for the third party. */
export function toCaseLines(
  cases: readonly RectificationCaseStanding[],
  { total, now }: { total: number; now: string },
  nameOf: (unitId: string) => string,
  picks: SharedPicks,
): AttentionLine[] {
  const read = cases.flatMap((entry): ReadCase[] => {
    const reading = clockAt(entry.progress, now);
    return reading === null ? [] : [{ entry, reading }];
  });
  const names = (list: readonly ReadCase[]) => nameSome(list.map(({ entry }) => nameOf(entry.unitId)));
  const within = read
    .filter(({ reading }) => reading.mode === "running" && reading.secondsLeft >= 0 && reading.secondsLeft < HOUR)
    .sort((a, b) => a.reading.secondsLeft - b.reading.secondsLeft);
  const overdue = read
    .filter(({ reading }) => isOverdue(reading))
    .sort((a, b) => a.reading.secondsLeft - b.reading.secondsLeft);
  const waiting = read.filter(({ entry }) => entry.progress.state === "awaitingRecheck");
  const isCut = total > cases.length;
  const base = { unit: "条", path: "/rectifications" };
  return [
    {
      ...base,
      id: "withinHour",
      count: within.length,
      label: "一小时内到期",
      detail: within[0] === undefined ? "" : `${names(within)}，最近一条${describeClock(within[0].reading)}`,
      tone: within.length > 0 ? "soon" : null,
      picks,
    },
    {
      ...base,
      id: "overdue",
      count: overdue.length,
      label: "整改已超期",
      detail: overdue[0] === undefined ? "" : `${names(overdue)}，最久${describeClock(overdue[0].reading)}`,
      tone: overdue.length > 0 ? "overdue" : null,
      picks,
    },
    {
      ...base,
      id: "recheck",
      count: waiting.length,
      label: "待第三方复核",
      detail: describeWaiting(waiting, now, isCut),
      tone: null,
      picks: { ...picks, caseStates: ["awaitingRecheck"] },
    },
  ];
}

/** How long the oldest report has waited; a list that was cut says that there may be more. */
function describeWaiting(waiting: readonly ReadCase[], now: string, isCut: boolean): string {
  const reported = waiting.flatMap(({ entry }) => entry.progress.reportedAt ?? []).sort();
  const longest =
    reported[0] === undefined ? "" : `最久已等 ${describeDuration(toSeconds(now) - toSeconds(reported[0]))}`;
  return [longest, isCut ? "在办件多，只数了最先到期的一部分" : ""].filter((part) => part !== "").join("；");
}
