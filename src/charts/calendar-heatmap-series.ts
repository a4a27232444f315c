/** One day; class 0 has no fill, 1–6 are the ramp. */
export interface CalendarDay {
  date: string;
  /** Column, counted from the week of the first day. */
  week: number;
  /** Row: 0 is Monday. */
  weekday: number;
  text: string;
  ramp: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** For hover and screen readers: 10-08 星期四. */
  title: string;
}

/** A stretch of days, usually a quarter: weeks run to the right, weekdays down. */
export interface CalendarBlock {
  id: string;
  title: string;
  subtitle: string;
  weeks: number;
  /** Where a month begins: 7月 over its first whole week. */
  months: readonly { week: number; text: string }[];
  days: readonly CalendarDay[];
}

export interface CalendarHeatmapSeries {
  blocks: readonly CalendarBlock[];
  /** 条 */
  unit: string;
  /** 交办 */
  subject: string;
  /** Legend of the ramp, classes 1–6. */
  rampLabels: readonly string[];
}
