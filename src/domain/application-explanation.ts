import {
  APPLICATION_EVENT_LABEL,
  type Application,
  CHANNEL_LABEL,
  type Channel,
  CONSULTED_LABEL,
} from "./application.ts";
import { clockOf } from "./application-clock.ts";
import {
  type ApplicationHistory,
  type ApplicationTerms,
  type Consultation,
  DEFAULT_TERMS,
  isPending,
  readHistory,
  stopsOf,
} from "./application-history.ts";
import { CONSULTATION_DAYS, REPLY_DAYS } from "./application-limit.ts";
import type { ApplicationClock, ApplicationStep } from "./application-standing.ts";
import { OUTCOME_ROW } from "./outcome.ts";
import { articleOf } from "./reply-kind.ts";
import { isWorkingDay, nextDate, type WorkingDayCalendar } from "./workday.ts";
import { knownDays, workingDaysOf } from "./working-days.ts";

/** How the due day of an application came about, in the order of reasoning. */
export function explainApplication(application: Application, today: string, terms = DEFAULT_TERMS): ApplicationStep[] {
  const history = readHistory(application, today, terms);
  const clock = clockOf(history, today, terms);
  return [
    receiptStep(application, history),
    ...restartSteps(history, terms),
    ...(history.clockFrom === null ? [] : limitSteps(history, clock)),
    ...pauseSteps(history, clock, today, terms),
    ...dayStep(clock, terms.calendar),
    ...dueSteps(clock),
    ...verdictSteps(history, clock, today),
    ...noteSteps(history, terms),
  ];
}

const RECEIPT_RULE: Record<Channel, string> = {
  inPerson: "当面提交的，以提交之日为收到申请之日",
  signedMail: "邮寄须签收的，以签收之日为收到申请之日",
  ordinaryLetter: "平常信函无须签收，以与申请人确认之日为收到申请之日",
  electronic: "互联网、传真提交的，以双方确认之日为收到申请之日",
};

function receiptStep({ channel, receivedOn }: Application, { effectiveOn }: ApplicationHistory): ApplicationStep {
  const rule = RECEIPT_RULE[channel];
  const text =
    effectiveOn === null
      ? `${CHANNEL_LABEL[channel]}，${receivedOn} 到达；${rule}，尚未确认，期限没有起算。`
      : `${CHANNEL_LABEL[channel]}，收到申请之日 ${effectiveOn}：${rule}。当日不计，从下一个工作日起算。`;
  return { kind: "receipt", article: "第三十一条", on: effectiveOn, text };
}

function restartSteps({ correction, fee, state }: ApplicationHistory, { rules }: ApplicationTerms): ApplicationStep[] {
  const steps: ApplicationStep[] = [];
  if (correction !== null) {
    const { requestedOn, deadline, correctedOn } = correction;
    const until = deadline === null ? "" : `，补正期限 ${deadline}`;
    const asked = `${requestedOn} 一次性告知补正${until}`;
    const text =
      correctedOn === null
        ? `${asked}，尚未收到补正，答复期限没有起算；无正当理由逾期不补正的，视为放弃申请。`
        : `${asked}，${correctedOn} 收到补正：答复期限从这一天重新起算，当日不计。`;
    steps.push({ kind: "restart", article: "第三十条", on: correctedOn ?? requestedOn, text });
  }
  if (fee !== null) steps.push(feeStep(fee, rules.feeRestarts, state === "awaitingPayment"));
  return steps;
}

function feeStep(
  { notifiedOn, paidOn }: { notifiedOn: string; paidOn: string | null },
  restarts: boolean,
  isWaiting: boolean,
): ApplicationStep {
  const paid = paidOn === null ? "尚未缴费" : `${paidOn} 缴费`;
  const effect = isWaiting ? "缴费之前答复期限不计算" : "答复期限从缴费之日重新起算";
  const text = restarts
    ? `${notifiedOn} 发出收费通知，${paid}：${effect}（按本系统规则，可调整）。`
    : `${notifiedOn} 发出收费通知，${paid}。收费是否中断答复期限未查到明文规定，按本系统规则不影响期限（可调整）。`;
  return { kind: restarts ? "restart" : "note", article: null, on: paidOn ?? notifiedOn, text };
}

function limitSteps({ extension, agreement, closed }: ApplicationHistory, clock: ApplicationClock): ApplicationStep[] {
  if (clock.mode === "waiting" || (closed !== null && clock.timeliness === "abandoned")) return [];
  const limit: ApplicationStep = {
    kind: "limit",
    article: "第三十三条",
    on: null,
    text: `不能当场答复的，自收到申请之日起 ${REPLY_DAYS} 个工作日内答复。`,
  };
  if (agreement !== null) {
    const text = `申请数量、频次明显超过合理范围（${agreement.reason}），${agreement.on} 告知申请人合理期限到 ${agreement.dueOn}，以此日为限。`;
    return [limit, { kind: "agreement", article: "第三十五条", on: agreement.on, text }];
  }
  if (extension === null) return [limit];
  const text = `经${extension.approver}同意，${extension.on} 告知申请人延期 ${extension.days} 个工作日，共 ${REPLY_DAYS + extension.days} 个工作日；延期只能一次，最长 20 个工作日。`;
  return [limit, { kind: "extension", article: "第三十三条", on: extension.on, text }];
}

function pauseSteps(
  history: ApplicationHistory,
  clock: ApplicationClock,
  today: string,
  { calendar }: ApplicationTerms,
): ApplicationStep[] {
  if (clock.mode === "waiting" || clock.timeliness === "abandoned") return [];
  const readOn = history.closed?.on ?? today;
  const days = workingDaysOf(calendar);
  return history.consultations.map((entry) => {
    const [span] = stopsOf({ consultations: [entry] }, readOn);
    const length = span === undefined ? null : knownDays(() => days.between(span.from, span.to));
    const article = entry.with === "thirdParty" ? "第三十二、三十三条" : "第三十三、三十四条";
    return { kind: "pause", article, on: entry.from, text: describePause(entry, length, readOn) };
  });
}

function describePause(entry: Consultation, length: number | null, readOn: string): string {
  const start = `${entry.from} 书面征求${CONSULTED_LABEL[entry.with]}意见`;
  const taken = length === null ? "所需时间不计入期限" : `所需 ${length} 个工作日不计入期限`;
  if (isPending(entry, readOn))
    return `${start}，尚未答复，期限暂停计算；到 ${readOn} ${taken}，最多 ${CONSULTATION_DAYS} 个工作日。`;
  const cut = entry.until !== null && (entry.answeredOn === null || entry.answeredOn > entry.until);
  if (cut) return `${start}，${CONSULTATION_DAYS} 个工作日内没有答复，由本机关决定；到 ${entry.until} ${taken}。`;
  return entry.answeredOn === null
    ? `${start}，未收到答复；${taken}。`
    : `${start}，${entry.answeredOn} 答复，${taken}。`;
}

/** Which weekdays were left out as days off, and which weekend days were counted. */
function dayStep({ clockFrom, dueOn, limitDays }: ApplicationClock, calendar: WorkingDayCalendar): ApplicationStep[] {
  if (clockFrom === null || dueOn === null || limitDays === null) return [];
  const daysOff: string[] = [];
  const makeUp: string[] = [];
  for (let date = nextDate(clockFrom); date <= dueOn; date = nextDate(date)) {
    const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
    const isWorking = knownDays(() => isWorkingDay(date, calendar));
    if (isWorking === false && !isWeekend) daysOff.push(date);
    if (isWorking === true && isWeekend) makeUp.push(date);
  }
  const off = daysOff.length === 0 ? "周末不计" : `周末和放假的 ${daysOff.join("、")} 不计`;
  const counted = makeUp.length === 0 ? "" : `；调休上班的 ${makeUp.join("、")} 计入`;
  return [{ kind: "days", article: null, on: null, text: `${off}${counted}。` }];
}

function dueSteps({ mode, dueOn, unmaintained }: ApplicationClock): ApplicationStep[] {
  if (unmaintained !== null) {
    const reference = unmaintained.referenceDueOn;
    const guess = reference === null ? "" : `只按周末推算为 ${reference}，`;
    const text = `${unmaintained.year} 年日历未维护，答复期限算不准：${guess}仅供参考，不作为是否超期的依据。`;
    return [{ kind: "due", article: null, on: null, text }];
  }
  if (dueOn === null) return [];
  const text =
    mode === "paused"
      ? `若当日收到意见，答复期限为 ${dueOn}；暂停期间每过一个工作日顺延一个工作日。`
      : `答复期限 ${dueOn}，当日答复仍算按期。`;
  return [{ kind: "due", article: null, on: dueOn, text }];
}

function verdictSteps({ closed }: ApplicationHistory, clock: ApplicationClock, today: string): ApplicationStep[] {
  if (closed !== null) {
    const result = OUTCOME_ROW[closed.outcome].label;
    const text = `${closed.on} 办结（${result}）${describeVerdict(clock)}。`;
    return [{ kind: "verdict", article: articleOf(closed.outcome), on: closed.on, text }];
  }
  if (clock.mode === "notStarted" || clock.mode === "waiting") return [];
  return [{ kind: "verdict", article: null, on: today, text: `到 ${today} ${describeRemaining(clock)}。` }];
}

function describeVerdict({ usedDays, timeliness, remainingDays }: ApplicationClock): string {
  if (timeliness === "abandoned") return "，申请人视为放弃，不计入按期答复率";
  if (timeliness === "unknown") return "，日历未维护，是否按期仅供参考";
  const used = usedDays === null ? "" : `，用时 ${usedDays} 个工作日`;
  if (timeliness === "onTime") return `${used}，按期`;
  return `${used}，超期${describeOver(remainingDays)}`;
}

/** "已用 12 个工作日，还剩 8 个工作日", "已超 3 个工作日", "日历未维护，仅供参考". */
export function describeRemaining({ timeliness, usedDays, remainingDays }: ApplicationClock): string {
  if (timeliness === "unknown" || remainingDays === null) return "日历未维护，仅供参考";
  if (timeliness === "openOverdue") return `已超期${describeOver(remainingDays)}`;
  const left = remainingDays === 0 ? "今天到期" : `还剩 ${remainingDays} 个工作日`;
  return usedDays === null ? left : `已用 ${usedDays} 个工作日，${left}`;
}

function describeOver(remainingDays: number | null): string {
  return remainingDays === null || remainingDays === 0 ? "不足 1 个工作日" : ` ${-remainingDays} 个工作日`;
}

function noteSteps({ faults, withoutEffect }: ApplicationHistory, { rules }: ApplicationTerms): ApplicationStep[] {
  const notes = [...withoutEffect, ...faults].map(({ event, reason }): ApplicationStep => {
    const text = `${event.on} 的“${APPLICATION_EVENT_LABEL[event.kind]}”未计入：${reason}。`;
    return { kind: "note", article: null, on: event.on, text };
  });
  const reading = `口径说明（规则 ${rules.version}）：收到之日不计，从下一个工作日起算；第三方和其他机关的意见最多等 ${CONSULTATION_DAYS} 个工作日，同时征求的只扣一次。`;
  return [...notes, { kind: "note", article: null, on: null, text: reading }];
}
