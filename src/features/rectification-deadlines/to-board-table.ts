import type { FigureTable } from "#charts/figure-spec.ts";
import { ERROR_SOURCE_LABEL, ERROR_TYPE_LABEL, RECTIFICATION_STATE_LABEL } from "#domain/rectification.ts";
import { CLOCK_STEP_LABEL, describeClock } from "#domain/rectification-clock.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { SEVERITY_SHORT } from "./case-words.ts";
import type { BoardItem } from "./to-board-series.ts";

/** Every open case with what a chase needs: whose, what is wrong, until when. */
export function toBoardTable(items: readonly BoardItem[], nameInFull: (unitId: string) => string): FigureTable {
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "severity", head: "级别", align: "left", kind: "text" },
      { key: "state", head: "状态", align: "left", kind: "text" },
      { key: "left", head: "余时", align: "left", kind: "text" },
      { key: "dueAt", head: "到期时间", align: "left", kind: "text" },
      { key: "used", head: "已用时限", align: "right", kind: "percent", decimals: 0 },
      { key: "step", head: "时限提示", align: "left", kind: "text" },
      { key: "attempt", head: "第几次整改", align: "right", kind: "number" },
      { key: "type", head: "错误类型", align: "left", kind: "text" },
      { key: "wrong", head: "错敏字", align: "left", kind: "text" },
      { key: "suggested", head: "建议修改", align: "left", kind: "text" },
      { key: "source", head: "发现来源", align: "left", kind: "text" },
      { key: "dispatchedAt", head: "交办时间", align: "left", kind: "text" },
      { key: "url", head: "网址", align: "left", kind: "text" },
      { key: "id", head: "编号", align: "left", kind: "text" },
    ],
    rows: items.map((item) => ({ id: item.entry.id, cells: toCells(item, nameInFull) })),
  };
}

function toCells({ entry, reading }: BoardItem, nameInFull: (unitId: string) => string) {
  const { progress } = entry;
  return {
    unit: nameInFull(entry.unitId),
    severity: SEVERITY_SHORT[progress.severity],
    state: RECTIFICATION_STATE_LABEL[progress.state],
    left: describeClock(reading),
    dueAt: formatShanghai(reading.dueAt),
    used: Math.round(reading.usedShare * 1000) / 1000,
    step: reading.mode === "stopped" ? "已报结" : CLOCK_STEP_LABEL[reading.step],
    attempt: progress.attempt,
    type: ERROR_TYPE_LABEL[entry.errorType],
    wrong: entry.wrongText,
    suggested: entry.suggestedText,
    source: ERROR_SOURCE_LABEL[entry.source],
    dispatchedAt: progress.dispatchedAt === null ? null : formatShanghai(progress.dispatchedAt),
    url: entry.url,
    id: entry.id,
  };
}
