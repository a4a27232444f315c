import { describeDuration, describeTimeLeft } from "./duration-text.ts";
import { describeLimit, ERROR_SEVERITY_LABEL, type ErrorSeverity, type RectificationRules } from "./rectification.ts";
import { type ClockReading, clockAt } from "./rectification-clock.ts";
import type { EventDraft, RectificationEvent } from "./rectification-event.ts";
import { type CaseLog, judgeEvent, readLog, toEvent } from "./rectification-log.ts";
import type { Progress } from "./rectification-progress.ts";
import { formatShanghai } from "./shanghai-time.ts";
import { CalendarNotMaintained, type WorkingDayCalendar } from "./workday.ts";

/** What an entry would do to a case, told before it is recorded. */
export interface Forecast {
  /** True when the case would be past due the moment the entry is recorded. */
  overdueAtOnce: boolean;
  text: string;
}

export interface ForecastContext {
  now: string;
  rules: RectificationRules;
  calendar: WorkingDayCalendar;
}

/** "交办后限 24 小时（自然时间）（规则 v1），到 2026-10-09 17:30 到期。"; null when the case cannot be dispatched. */
export function foreseeDispatch(
  log: CaseLog,
  draft: Extract<EventDraft, { kind: "dispatched" }>,
  context: ForecastContext,
): Forecast | null {
  return guarded(() => {
    const after = afterDraft(log, draft, context);
    if (after?.reading == null || after.progress.terms === null) return null;
    const { progress, reading } = after;
    const { ruleVersion, limits } = after.progress.terms;
    const source = draft.limit === null ? `按规则 ${ruleVersion}` : "按通知另定的时限，不按规则";
    const limit = describeLimit(limits[progress.severity]);
    const overdueAtOnce = reading.secondsLeft < 0;
    const atOnce = reading.secondsLeft <= 0 ? "，交办即到期" : "";
    return {
      overdueAtOnce,
      text: `${source}：${limit}。现在交办，${formatShanghai(reading.dueAt)} 到期${atOnce}；时限从交办那一刻起算，不能撤回重算。`,
    };
  });
}

/** "改为严重错误后，时限从交办时刻重新计算，到期时间由 … 提前到 …，改后即超期，已超 3 小时 12 分。" */
export function foreseeSeverity(log: CaseLog, severity: ErrorSeverity, context: ForecastContext): Forecast | null {
  return guarded(() => {
    const draft: EventDraft = {
      kind: "severityChanged",
      id: "forecast",
      by: { role: "office", organisation: "-" },
      note: "",
      severity,
    };
    const before = readLog(log, context.calendar);
    const after = afterDraft(log, draft, context);
    if (after?.reading == null || before.dueAt === null) return null;
    return tellSeverity(ERROR_SEVERITY_LABEL[severity], before.dueAt, after.progress, after.reading);
  });
}

function tellSeverity(label: string, before: string, { pauses }: Progress, reading: ClockReading): Forecast {
  const kept = pauses.length === 0 ? "" : "，已批准的暂停保留";
  const start = `改为${label}后，时限从交办时刻重新计算${kept}，${tellMove(before, reading.dueAt)}`;
  const isLate = reading.secondsLeft < 0;
  if (reading.mode === "stopped")
    return { overdueAtOnce: false, text: `${start}；${isLate ? "已有的报告改判为逾期" : "已有的报告仍算按时"}。` };
  const end = isLate ? `改为${label}后即超期，` : "";
  return { overdueAtOnce: isLate, text: `${start}；${end}${describeTimeLeft(reading.secondsLeft)}。` };
}

function tellMove(before: string, after: string): string {
  const seconds = (Date.parse(after) - Date.parse(before)) / 1000;
  if (seconds === 0) return "到期时间不变";
  const length = describeDuration(Math.abs(seconds));
  return `到期时间由 ${formatShanghai(before)} ${seconds < 0 ? "提前" : "推后"} ${length}，到 ${formatShanghai(after)}`;
}

function afterDraft(log: CaseLog, draft: EventDraft, { now, rules, calendar }: ForecastContext) {
  const event = toEvent(log, draft, now, { rules, calendar });
  return judgeEvent(log, event, now, calendar).accepted ? foresee(log, event, now, calendar) : null;
}

/** A limit that runs into a year without a calendar cannot be foreseen; the server refuses it with the same words. */
function guarded(foretell: () => Forecast | null): Forecast | null {
  try {
    return foretell();
  } catch (error) {
    if (!(error instanceof CalendarNotMaintained)) throw error;
    return { overdueAtOnce: false, text: `${error.year} 年的工作日历未维护，算不出到期时间，不能登记。` };
  }
}

/** What a case would be if an event were recorded now, to be told before it is. */
function foresee(
  log: CaseLog,
  event: RectificationEvent,
  now: string,
  calendar: WorkingDayCalendar,
): { progress: Progress; reading: ClockReading | null } {
  const progress = readLog({ ...log, events: [...log.events, event] }, calendar);
  return { progress, reading: clockAt(progress, now) };
}

/** What a failed re-check would do at `now`; null when the case does not wait for one. */
export interface FailedRecheckForecast {
  overdueAtOnce: boolean;
  attempt: number;
  dueAt: string;
  secondsLeft: number;
  /** "复核不通过将恢复原时限，记为第 2 次整改，到期时间不变，立即超期，已超 3 小时 12 分。" */
  text: string;
}

export function foreseeFailedRecheck(
  log: CaseLog,
  now: string,
  calendar: WorkingDayCalendar,
): FailedRecheckForecast | null {
  const before = readLog(log, calendar);
  if (before.state !== "awaitingRecheck") return null;
  const event: RectificationEvent = {
    kind: "recheckFailed",
    id: "forecast",
    sequence: before.sequence + 1,
    at: now,
    by: { role: "thirdParty", organisation: "-" },
    note: "",
  };
  const { progress, reading } = foresee(log, event, now, calendar);
  if (reading === null || progress.state !== "failed") return null;
  const { dueAt, secondsLeft } = reading;
  const overdueAtOnce = secondsLeft < 0;
  const due = dueAt === before.dueAt ? "到期时间不变" : "等待复核的时间顺延";
  const text = `复核不通过将恢复原时限，记为第 ${progress.attempt} 次整改，${due}，${overdueAtOnce ? "立即超期，" : ""}${describeTimeLeft(secondsLeft)}。`;
  return { overdueAtOnce, attempt: progress.attempt, dueAt, secondsLeft, text };
}
