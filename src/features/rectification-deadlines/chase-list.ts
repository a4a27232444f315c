import { describeTimeLeft } from "#domain/duration-text.ts";
import { ERROR_TYPE_LABEL } from "#domain/rectification.ts";
import { describeNear, SEVERITY_SHORT } from "./case-words.ts";
import type { BoardItem } from "./to-board-series.ts";

/** One line a case, ready for a message: "【一般】竹影镇：错别字，今天 14:48 到期，余 11 分 20 秒". */
export function writeChaseList(items: readonly BoardItem[], now: string): string {
  return items
    .map(({ entry, unitName, reading }) => {
      const due = `${describeNear(reading.dueAt, now)} 到期`;
      const kind = ERROR_TYPE_LABEL[entry.errorType];
      return `【${SEVERITY_SHORT[entry.progress.severity]}】${unitName}：${kind}，${due}，${describeTimeLeft(reading.secondsLeft)}`;
    })
    .join("\n");
}
