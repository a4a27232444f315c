import type { ReplyTime } from "#domain/application-standing.ts";
import { formatRate, rate } from "#domain/share.ts";
import { bandCounts, countReplies } from "./to-reply-time-series.ts";

/** "答复 112 件，中位数 14 个工作日；未延期 95 件中 92 件在 20 个工作日内，延期 17 件；超期 3 件，最长 26 个工作日。" */
export function describeReplyTimes(times: readonly ReplyTime[]): string {
  const whole = countReplies(times);
  const extended = countReplies(times.filter((time) => time.extended));
  const late = times.filter((time) => time.late);
  const longest = Math.max(0, ...times.map(({ workingDays }) => workingDays));
  const lateText =
    late.length === 0
      ? `没有超期，最长 ${longest} 个工作日`
      : `超期 ${countReplies(late)} 件，最长 ${Math.max(...late.map(({ workingDays }) => workingDays))} 个工作日`;
  return `答复 ${whole} 件，中位数 ${medianOf(times)} 个工作日；其中延期 ${extended} 件；${lateText}。`;
}

/** Middle reply; between two middle ones the mean, as a calculator gives it. */
export function medianOf(times: readonly ReplyTime[]): string {
  const whole = countReplies(times);
  const at = (place: number) => {
    let seen = 0;
    for (const time of [...times].sort((a, b) => a.workingDays - b.workingDays)) {
      seen += time.applications;
      if (seen > place) return time.workingDays;
    }
    return 0;
  };
  const median = (at(Math.floor((whole - 1) / 2)) + at(Math.floor(whole / 2))) / 2;
  return Number.isInteger(median) ? String(median) : median.toFixed(1);
}

/** "10 个工作日内答复 48/112（42.9%），其中当日 6 件；超期 3/112（2.7%）。" */
export function describeBands(times: readonly ReplyTime[]): string {
  const whole = countReplies(times);
  const counts = bandCounts(times);
  const sameDay = counts.get("sameDay") ?? 0;
  const quick = sameDay + (counts.get("within10") ?? 0);
  return `10 个工作日内答复 ${shareText(quick, whole)}，其中当日 ${sameDay} 件；超期 ${shareText(counts.get("late") ?? 0, whole)}。`;
}

function shareText(part: number, whole: number): string {
  const share = rate(part, whole);
  const counts = `${part}/${whole}`;
  return share === null || share.small ? `${counts}（样本少）` : `${counts}（${formatRate(share)}）`;
}
