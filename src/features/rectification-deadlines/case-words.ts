import type { ErrorSeverity, ErrorType } from "#domain/rectification.ts";
import type { ClockStep } from "#domain/rectification-clock.ts";
import { formatShanghai, shanghaiDate } from "#domain/shanghai-time.ts";
import type { Unit } from "#domain/unit.ts";

/** One or two words for an item of the board; tables and the drawer give the kind in full. */
export const ERROR_TYPE_SHORT = {
  leaderNameOrTitle: "领导人信息",
  politicalWording: "政治表述",
  territorySovereignty: "领土地图",
  rankOrder: "领导排序",
  partyHistoryTerm: "党史表述",
  fallenOfficial: "落马官员",
  personalData: "个人隐私",
  typo: "错别字",
  brokenLink: "错链断链",
  externalLink: "不良外链",
  dateLogic: "日期逻辑",
  format: "格式错误",
  blankColumn: "空白栏目",
  staleColumn: "更新不及时",
  other: "其他错误",
} satisfies Record<ErrorType, string>;

export const SEVERITY_SHORT = { serious: "严重", general: "一般" } satisfies Record<ErrorSeverity, string>;

/** The word that goes with a colour; the first half of a limit needs none. */
export const STEP_WORD = { early: "", half: "过半", soon: "将到期", overdue: "已超期" } satisfies Record<
  ClockStep,
  string
>;

const DAY_WORDS = new Map([
  [-1, "昨天"],
  [0, "今天"],
  [1, "明天"],
]);
const DAY = 86_400_000;

/** A moment near `now` as the office says it: "今天 14:48", "明天 09:24", "10-10 08:42". */
export function describeNear(moment: string, now: string): string {
  const days = Math.round((Date.parse(shanghaiDate(moment)) - Date.parse(shanghaiDate(now))) / DAY);
  const text = formatShanghai(moment);
  return `${DAY_WORDS.get(days) ?? text.slice(5, 10)} ${text.slice(11)}`;
}

/** Short names by id; an id that the register does not know stands for itself. */
export function unitNamer(units: readonly Unit[]): (unitId: string) => string {
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
  return (unitId) => names.get(unitId) ?? unitId;
}
