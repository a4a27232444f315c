import { describeDuration, describeTimeLeft } from "#domain/duration-text.ts";
import { describeNear, STEP_WORD } from "./case-words.ts";
import type { BoardItem } from "./to-board-series.ts";

/** What an item of the board says besides whose it is. */
export interface ItemWords {
  /** "余 18 小时 47 分", "已超 3 小时 12 分", "用时 12 小时 25 分". */
  time: string;
  /** Due time, or the time of the report while the clock has stopped. */
  moment: string;
  /** The word of the colour, 暂停 or 逾期报结; empty in the first half. */
  tag: string;
}

export function describeItem({ entry, reading }: BoardItem, now: string): ItemWords {
  const { mode, secondsLeft, usedSeconds, dueAt, step } = reading;
  if (mode === "stopped") {
    const { reportedAt } = entry.progress;
    return {
      time: `用时 ${describeDuration(usedSeconds)}`,
      moment: describeNear(reportedAt ?? dueAt, now),
      tag: secondsLeft < 0 ? "逾期" : "",
    };
  }
  const time = describeTimeLeft(secondsLeft);
  if (mode === "paused") return { time, moment: "到期待定", tag: "暂停" };
  return { time, moment: describeNear(dueAt, now), tag: STEP_WORD[step] };
}
