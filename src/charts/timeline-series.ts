/** A stretch of time in seconds since 1970. */
export interface TimelineSpan {
  from: number;
  to: number;
}

/** One case: from its dispatch to its report or to now, against its due moment. */
export interface TimelineRow {
  id: string;
  /** Rows of one unit stand together; its name stands in the first of them. */
  groupId: string;
  group: string;
  label: string;
  /** 严重 is the dark mark, 一般 the light one. */
  weight: 1 | 2;
  /** Amber instead: the limit is nearly used up. */
  isSoon: boolean;
  from: number;
  /** Report, or now while the clock runs. */
  to: number;
  due: number;
  /** False for a case that was reported fixed: what was left of its limit is not drawn. */
  isOpen: boolean;
  pauses: readonly TimelineSpan[];
  /** 余 18 小时 47 分, beside the plot. */
  remark: string;
  remarkLook: "overdue" | "soon" | "plain" | "quiet";
  /** For hover and screen readers. */
  lines: readonly (readonly [string, string])[];
}

export interface TimelineSeries {
  /** Seconds since 1970; a chart has no clock of its own. */
  now: number;
  /** 现在 14:36 */
  nowText: string;
  from: number;
  to: number;
  /** Midnights and noons inside, with their words: 10-08, 12时. */
  ticks: readonly { at: number; text: string; isDay: boolean }[];
  rows: readonly TimelineRow[];
}
