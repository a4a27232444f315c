import type { SOURCE_TOPIC_LABEL, Source } from "#domain/source.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Asia/Shanghai has had no summer time since 1991: a fixed eight hours, whatever the desk's own clock says. */
export function formatShanghai(moment: string): string {
  return new Date(Date.parse(moment) + 8 * HOUR).toISOString().slice(0, 16).replace("T", " ");
}

/** 刚刚, 36 分钟前, 3 小时前, 12 天前; rounds down. A moment ahead of the clock has no age. */
export function describeAge(moment: string, now: Date): string {
  const age = now.getTime() - Date.parse(moment);
  if (Number.isNaN(age) || age < -MINUTE) return "";
  if (age < MINUTE) return "刚刚";
  if (age < HOUR) return `${Math.floor(age / MINUTE)} 分钟前`;
  if (age < 2 * DAY) return `${Math.floor(age / HOUR)} 小时前`;
  return `${Math.floor(age / DAY)} 天前`;
}

/** 台账截至 2026-10-08 17:30（3 小时前） */
export function describeSource(source: Pick<Source, "asOf">, word: string, now: Date): string {
  const age = describeAge(source.asOf, now);
  return `${word}截至 ${formatShanghai(source.asOf)}${age === "" ? "" : `（${age}）`}`;
}

/** Names the source in the head, where there is little room. */
export const SOURCE_WORD = {
  units: "名册",
  schemes: "方案",
  inspections: "台账",
  annualReports: "年报",
  rectifications: "整改台账",
  applications: "申请台账",
} satisfies Record<keyof typeof SOURCE_TOPIC_LABEL, string>;

/** Changes whenever something was imported. */
export function sourceFingerprint(sources: readonly Source[]): string {
  return sources.map((source) => `${source.topic} ${source.importedAt} ${source.rows}`).join("|");
}
