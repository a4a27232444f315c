import type { ApplicationClock } from "#domain/application-standing.ts";
import type { OpenApplication } from "./open-application.ts";

/** Working days ahead that 即将到期 looks. */
export const SOON_DAYS = 5;
const OLDEST = 10;
/** Amber from here on: the limit is nearly used up. */
const SOON_SHARE = 0.8;

export interface OpenLists {
  overdue: readonly OpenApplication[];
  /** Due within the next five working days, today included; the first to fall due first. */
  soon: readonly OpenApplication[];
  /** The longest open ones by day of receipt; those whose receipt is not confirmed come last. */
  oldest: readonly OpenApplication[];
}

export function toOpenLists(rows: readonly OpenApplication[]): OpenLists {
  const remaining = ({ clock }: OpenApplication) => clock.remainingDays ?? Number.POSITIVE_INFINITY;
  const byRemaining = [...rows].sort((a, b) => remaining(a) - remaining(b) || byReceipt(a, b));
  return {
    overdue: byRemaining.filter(({ clock }) => clock.timeliness === "openOverdue"),
    soon: byRemaining.filter(({ clock }) => clock.timeliness === "open" && isWithin(clock, SOON_DAYS)),
    oldest: [...rows].sort(byReceipt).slice(0, OLDEST),
  };
}

function isWithin({ remainingDays }: ApplicationClock, days: number): boolean {
  return remainingDays !== null && remainingDays >= 0 && remainingDays <= days;
}

function byReceipt(a: OpenApplication, b: OpenApplication): number {
  const [first, second] = [a, b].map(({ effectiveOn }) => effectiveOn ?? "9999-12-31");
  if (first !== second) return (first ?? "") < (second ?? "") ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export type RemainingLook = "overdue" | "soon" | "plain" | "quiet";

/** "已超 3 个工作日", "余 4 个工作日", "今天到期"; words always stand beside the colour. */
export function describeLeft(clock: ApplicationClock): { text: string; look: RemainingLook } {
  const { timeliness, remainingDays, mode } = clock;
  if (mode === "notStarted") return { text: "尚未起算", look: "quiet" };
  if (mode === "waiting") return { text: "等待申请人", look: "quiet" };
  if (timeliness === "unknown" || remainingDays === null) return { text: "日历未维护，仅供参考", look: "quiet" };
  if (timeliness === "openOverdue") {
    return { text: remainingDays === 0 ? "已超期" : `已超 ${Math.abs(remainingDays)} 个工作日`, look: "overdue" };
  }
  const text = remainingDays === 0 ? "今天到期" : `余 ${remainingDays} 个工作日`;
  const pause = mode === "paused" ? "（暂停中）" : "";
  return { text: `${text}${pause}`, look: isSoon(clock) ? "soon" : "plain" };
}

function isSoon({ usedDays, limitDays, mode }: ApplicationClock): boolean {
  return mode === "running" && usedDays !== null && limitDays !== null && usedDays >= limitDays * SOON_SHARE;
}

/** The due day, or why there is none. */
export function describeDue({ dueOn, unmaintained, mode }: ApplicationClock): string {
  if (dueOn !== null) return dueOn;
  if (unmaintained !== null && unmaintained.referenceDueOn !== null)
    return `约 ${unmaintained.referenceDueOn}（仅供参考）`;
  return mode === "notStarted" ? "未确认收到" : "——";
}

/** "在办 26 件：已超期 2 件，5 个工作日内到期 7 件；最早收到的是 2026-08-21，区公安局。" */
export function describeOpen(lists: OpenLists, total: number, nameOf: (unitId: string) => string): string {
  const [first] = lists.oldest;
  if (total === 0 || first === undefined) return "没有在办的申请。";
  const late = lists.overdue.length === 0 ? "没有超期" : `已超期 ${lists.overdue.length} 件`;
  const oldest = first.effectiveOn === null ? "" : `；最早收到的是 ${first.effectiveOn}，${nameOf(first.unitId)}`;
  return `在办 ${total} 件：${late}，${SOON_DAYS} 个工作日内到期 ${lists.soon.length} 件${oldest}。`;
}
