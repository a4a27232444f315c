const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** The limits of 24 and 48 hours are spoken of in hours; only what is longer than them is told in days. */
const TOLD_IN_DAYS = 3 * DAY;

/** A length of time rounded down to the minute: "18 小时 47 分", "12 分", "9 天 3 小时" from three days on, "45 秒". */
export function describeDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return `${whole} 秒`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} 分`;
  if (whole < TOLD_IN_DAYS)
    return `${Math.floor(whole / HOUR)} 小时 ${twoDigits(Math.floor((whole % HOUR) / MINUTE))} 分`;
  return `${Math.floor(whole / DAY)} 天 ${Math.floor((whole % DAY) / HOUR)} 小时`;
}

/** What is left, rounded down, with seconds in the last hour only: "余 18 小时 47 分", "余 12 分 05 秒", "余 0 秒". */
export function describeRemaining(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE || whole >= HOUR) return `余 ${describeDuration(whole)}`;
  return `余 ${Math.floor(whole / MINUTE)} 分 ${twoDigits(whole % MINUTE)} 秒`;
}

/** What is past due counts up, rounded down: "已超 3 小时 12 分"; the first minute is "已超不足 1 分". */
export function describeOverdue(seconds: number): string {
  return seconds < MINUTE ? "已超不足 1 分" : `已超 ${describeDuration(seconds)}`;
}

/** Time left where a negative number is past due: (4500) → "余 1 小时 15 分", (−4500) → "已超 1 小时 15 分". */
export function describeTimeLeft(seconds: number): string {
  return seconds < 0 ? describeOverdue(-seconds) : describeRemaining(seconds);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
