import { describeDuration } from "./duration-text.ts";
import { ERROR_SEVERITY_LABEL, type Limit, type Terms } from "./rectification.ts";
import { usedUntil } from "./rectification-clock.ts";
import { EVENT_LABEL, inOrder, PAUSE_REASON_LABEL } from "./rectification-event.ts";
import { dateOf, dayOf, toSeconds, workingSeconds } from "./rectification-limit.ts";
import { type CaseLog, readLog } from "./rectification-log.ts";
import { type Pause, type Progress, REFUSAL_TEXT } from "./rectification-progress.ts";
import type { RuleDifference } from "./rectification-rule-change.ts";
import { formatShanghai } from "./shanghai-time.ts";
import { isWorkingDay, type WorkingDayCalendar } from "./workday.ts";

/** One step of how a limit was counted, for 时限怎么算的 and for the dispatch slip (交办单). */
export interface ExplanationStep {
  kind:
    | "dispatch"
    | "rule"
    | "severity"
    | "days"
    | "pause"
    | "due"
    | "laterRule"
    | "report"
    | "recheck"
    | "notCounted"
    | "reading";
  /** The moment that it is about; null where it is about none. */
  at: string | null;
  text: string;
}

/**
 * How the due moment of a case came about and how its reports and re-checks count, in the order of reasoning. `later` is
 * what a version of the rules that began after the dispatch would have made of it.
 */
export function explainCase(
  log: CaseLog,
  calendar: WorkingDayCalendar,
  later: RuleDifference | null = null,
): ExplanationStep[] {
  const progress = readLog(log, calendar);
  const { dispatchedAt, dueAt, terms } = progress;
  if (dispatchedAt === null || dueAt === null || terms === null)
    return [{ kind: "dispatch", at: null, text: "尚未交办，时限未起算。" }];
  const limit = terms.limits[progress.severity];
  return [
    { kind: "dispatch", at: dispatchedAt, text: `${writeMoment(dispatchedAt)} 交办，时限从这一刻起算，不论何时接收。` },
    { kind: "rule", at: null, text: describeRule(progress, limit, terms.ruleVersion) },
    ...severitySteps(log, progress),
    ...progress.pauses.map((pause) => pauseStep(pause, limit, calendar)),
    ...dayStep(limit, dispatchedAt, dueAt, calendar),
    dueStep(progress, dueAt),
    ...(later === null ? [] : [{ kind: "laterRule" as const, at: later.dueAt, text: `规则已有新版本。${later.text}` }]),
    ...reportSteps(progress, terms),
    ...notCountedSteps(log, progress),
    { kind: "reading", at: null, text: describeReading(terms) },
  ];
}

const RULE_TEXT: { [K in Limit["kind"]]: (limit: Extract<Limit, { kind: K }>) => string } = {
  elapsedHours: ({ hours }) => `${hours} 小时，连续计算，夜间、周末和节假日都计入`,
  workingDays: ({ days }) => `${days} 个工作日，交办当天不计，到第 ${days} 个工作日结束为止`,
  fixedDate: ({ date }) => `${date} 前，当天结束之前都算按时；交办晚于该日的，交办时刻即为到期时刻`,
  immediately: () => "立即整改，交办时刻即为到期时刻，不设宽限",
};

function describeRule({ severity }: Progress, limit: Limit, ruleVersion: string): string {
  const describe = RULE_TEXT[limit.kind] as (limit: Limit) => string;
  return `${ERROR_SEVERITY_LABEL[severity]}：${describe(limit)}。按交办时的规则 ${ruleVersion} 确定，此后规则变动不影响本件。`;
}

function severitySteps(log: CaseLog, { notCounted }: Progress): ExplanationStep[] {
  const ignored = new Set(notCounted.map((entry) => entry.eventId));
  return inOrder(log.events).flatMap((event) => {
    if (event.kind !== "severityChanged" || ignored.has(event.id)) return [];
    const label = ERROR_SEVERITY_LABEL[event.severity];
    const text = `${writeMoment(event.at)} 调整为${label}，从交办时刻重新计算，已批准的暂停保留；已有报告也按新时限判断。`;
    return [{ kind: "severity", at: event.at, text }];
  });
}

function pauseStep(pause: Pause, limit: Limit, calendar: WorkingDayCalendar): ExplanationStep {
  const cause = `（${PAUSE_REASON_LABEL[pause.reason]}；${pause.approver.organisation}批准）`;
  const start = `${writeMoment(pause.from)} 起暂停`;
  if (pause.to === null)
    return { kind: "pause", at: pause.from, text: `${start}${cause}，尚未恢复；恢复后到期时间按暂停时长顺延。` };
  const span = { from: toSeconds(pause.from), to: toSeconds(pause.to) };
  const length = describeDuration(span.to - span.from);
  const moved =
    limit.kind === "workingDays"
      ? `其中工作日时间 ${describeDuration(workingSeconds(span, calendar))}，到期时间按工作日顺延同样时长`
      : "到期时间顺延同样时长";
  const text = `${start}${cause}，${writeMoment(pause.to)} 恢复，共 ${length}，${moved}。`;
  return { kind: "pause", at: pause.from, text };
}

/** Which days a limit in working days left out, and which weekend days it counted. */
function dayStep(limit: Limit, dispatchedAt: string, dueAt: string, calendar: WorkingDayCalendar): ExplanationStep[] {
  if (limit.kind !== "workingDays") return [];
  const skipped: number[] = [];
  const makeUp: number[] = [];
  for (let day = dayOf(toSeconds(dispatchedAt)) + 1; day <= dayOf(toSeconds(dueAt)); day += 1) {
    if (!isWorkingDay(dateOf(day), calendar)) skipped.push(day);
    else if (isWeekend(day)) makeUp.push(day);
  }
  const out = skipped.length === 0 ? "期间没有休息日" : `跳过休息日 ${listDays(skipped)}`;
  const counted = makeUp.length === 0 ? "" : `；调休上班的 ${listDays(makeUp)} 计入`;
  return [{ kind: "days", at: null, text: `${out}${counted}。` }];
}

function dueStep({ pauses, state }: Progress, dueAt: string): ExplanationStep {
  const isPaused = state !== "passed" && pauses.some((pause) => pause.to === null);
  const text = isPaused
    ? `暂停前的到期时间为 ${writeMoment(dueAt)}，恢复后重新确定。`
    : `到期时间 ${writeMoment(dueAt)}，这一秒内报告仍算按时。`;
  return { kind: "due", at: dueAt, text };
}

function reportSteps(progress: Progress, terms: Terms): ExplanationStep[] {
  return progress.waits.flatMap(({ from, to, result }, index) => {
    const used = describeDuration(usedUntil(progress, toSeconds(from)));
    const verdict = describeVerdict(progress, index);
    const text = `${writeMoment(from)} 第 ${index + 1} 次报告整改完成，用时 ${used}${verdict}。`;
    const report: ExplanationStep = { kind: "report", at: from, text };
    if (to === null || result === null) {
      const waiting = "等待复核，计时停在报告时刻；报告整改完成不等于办结，复核通过才办结。";
      return [report, { kind: "recheck", at: null, text: waiting }];
    }
    const recheck = result === "passed" ? "复核通过，办结。" : describeFailure(index, terms);
    return [report, { kind: "recheck", at: to, text: `${writeMoment(to)} ${recheck}` }];
  });
}

function describeVerdict({ waits, firstReportOnTime, reportOnTime }: Progress, index: number): string {
  if (index === 0) return `，按时报结以此次为准：${firstReportOnTime ? "按时" : "逾期"}`;
  return index === waits.length - 1 ? `，${reportOnTime ? "在时限内" : "已过时限"}` : "";
}

function describeFailure(index: number, { recheckWait }: Terms): string {
  const wait = recheckWait === "counts" ? "等待复核不算暂停，到期时间不变" : "等待复核的时间顺延";
  return `复核不通过，恢复原时限，进入第 ${index + 2} 次整改；${wait}。`;
}

function notCountedSteps({ events }: CaseLog, { notCounted }: Progress): ExplanationStep[] {
  const codes = new Map(notCounted.map((entry) => [entry.eventId, entry.code]));
  return inOrder(events).flatMap((event) => {
    const code = codes.get(event.id);
    if (code === undefined) return [];
    const text = `${writeMoment(event.at)} 的“${EVENT_LABEL[event.kind]}”未计入：${REFUSAL_TEXT[code]}。`;
    return [{ kind: "notCounted", at: event.at, text }];
  });
}

/** No public rule says how the hours are counted, so the reading is told with every result. */
function describeReading({ recheckWait }: Terms): string {
  const wait =
    recheckWait === "counts"
      ? "只有经批准的暂停才停止计时，等待复核不是暂停，复核不通过时到期时间不变"
      : "复核不通过时，等待复核的时间从时限中扣除";
  return `口径说明：起算时刻、夜间和周末是否计入、等待复核如何计时，均未查到公开规定。本系统从记录的交办时刻起算；${wait}。规则可以调整，只对调整后交办的件生效。`;
}

/** To the minute, with the seconds where there are any: a due moment is a second. */
function writeMoment(moment: string): string {
  const second = toSeconds(moment) % 60;
  return `${formatShanghai(moment)}${second === 0 ? "" : `:${String(second).padStart(2, "0")}`}`;
}

/** 1 January 1970 was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** Neighbouring days as one: "2026-10-01 至 2026-10-07、2026-10-11". */
function listDays(days: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .map(({ first, last }) => (first === last ? dateOf(first) : `${dateOf(first)} 至 ${dateOf(last)}`))
    .join("、");
}
