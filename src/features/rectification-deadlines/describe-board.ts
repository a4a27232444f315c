import type { BoardCounts, BoardItem } from "./to-board-series.ts";

/** "在办 20 条，已超期 4 条，一小时内到期 1 条；最久超期：归雁镇。" */
export function describeConclusion(
  counts: BoardCounts,
  items: readonly BoardItem[],
  { total, isOverdueKnown }: { total: number; isOverdueKnown: boolean },
): string[] {
  if (total === 0) return ["当前没有在办件。"];
  const open = `在办 ${total} 条`;
  if (counts.overdue === 0)
    return [
      `${open}，`,
      "没有超期，",
      counts.withinHour.length === 0 ? "一小时内没有到期的。" : `一小时内到期 ${counts.withinHour.length} 条。`,
    ];
  const longest = items.reduce<BoardItem | null>(
    (worst, item) =>
      item.reading.mode === "running" && (worst === null || item.reading.secondsLeft < worst.reading.secondsLeft)
        ? item
        : worst,
    null,
  );
  return [
    `${open}，`,
    `已超期${isOverdueKnown ? "" : "至少"} ${counts.overdue} 条，`,
    `一小时内到期 ${counts.withinHour.length} 条；`,
    `最久超期：${longest?.unitName ?? ""}。`,
  ];
}

/** "超期 4 条，另有 3 条将到期，2 条暂停；同栏按剩余时间从少到多。看板为当前在办，不随季度筛选。" */
export function describeBoard(counts: BoardCounts, items: readonly BoardItem[], total: number): string {
  const cut = total > items.length ? `共 ${total} 条在办，列出最先到期的 ${items.length} 条，其中` : "";
  const parts = [`超期 ${counts.overdue} 条`, `将到期 ${counts.soon} 条`, `暂停 ${counts.paused} 条`].join("、");
  return `${cut}${parts}；同栏按剩余时间从少到多。看板为当前在办，不随季度筛选。`;
}

/** "在办 13 条，超期 2 条、将到期 2 条、暂停 1 条；按剩余时间从少到多。" */
export function describeLane(counts: BoardCounts, isCut: boolean): string {
  const open = `在办 ${counts.open}${isCut ? " 条以上" : " 条"}`;
  return `${open}，超期 ${counts.overdue} 条、将到期 ${counts.soon} 条、暂停 ${counts.paused} 条；按剩余时间从少到多。`;
}
