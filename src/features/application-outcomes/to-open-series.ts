import type { BarListSeries } from "#charts/bar-list-series.ts";
import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import { APPLICATION_STATE_LABEL } from "#domain/application.ts";
import type { OpenApplication } from "./open-application.ts";
import { describeDue, describeLeft } from "./to-open-lists.ts";

/** Rows drawn; the table has all of them. */
export const MOST_ROWS = 20;

/** Working days used, the least left first: what is late is red and says so. */
export function toOpenSeries(rows: readonly OpenApplication[], nameOf: (unitId: string) => string): BarListSeries {
  const shown = rows.slice(0, MOST_ROWS).map((row): BarListSeries["rows"][number] => {
    const left = describeLeft(row.clock);
    const { usedDays, limitDays } = row.clock;
    return {
      id: row.id,
      label: `${nameOf(row.unitId)} ${row.id}`,
      indent: 0,
      value: usedDays ?? 0,
      valueText: usedDays === null ? "——" : `${usedDays}${limitDays === null ? "" : `/${limitDays}`}`,
      shareText: left.text,
      runningText: describeDue(row.clock),
      base: null,
      fill: left.look === "overdue" ? { kind: "overdue" } : { kind: "plain", weight: 2 },
      picked: false,
    };
  });
  return {
    words: { value: "已用/期限", share: "余时", running: "到期日", hint: "点击查看时限怎么算的" },
    rows: shown,
    maximum: Math.max(1, ...shown.map(({ value }) => value)),
    unit: "个工作日",
  };
}

/** Every open application: numbers and days, nothing of the applicant. */
export function toOpenTable(rows: readonly OpenApplication[], nameOf: (unitId: string) => string): FigureTable {
  return {
    columns: [
      { key: "id", head: "编号", align: "left", kind: "text" },
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "received", head: "收到日", align: "left", kind: "text" },
      { key: "due", head: "到期日", align: "left", kind: "text" },
      { key: "used", head: "已用工作日", align: "right", kind: "number" },
      { key: "limit", head: "期限工作日", align: "right", kind: "number" },
      { key: "left", head: "余时", align: "left", kind: "text" },
      { key: "state", head: "状态", align: "left", kind: "text" },
    ],
    rows: rows.map(
      (row): FigureRow => ({
        id: row.id,
        cells: {
          id: row.id,
          unit: nameOf(row.unitId),
          received: row.effectiveOn ?? "未确认收到",
          due: describeDue(row.clock),
          used: row.clock.usedDays,
          limit: row.clock.limitDays ?? "约定日期",
          left: describeLeft(row.clock).text,
          state: APPLICATION_STATE_LABEL[row.state],
        },
      }),
    ),
  };
}
