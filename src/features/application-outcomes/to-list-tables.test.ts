import { expect, it } from "vitest";
import { type DisputeRow, inListOrder, toDisputeListTable, toMockUnitTable } from "./to-list-tables.ts";

const nameOf = (id: string) => `${id}局`;

function aDispute(changes: Partial<DisputeRow>): DisputeRow {
  return {
    id: "B1",
    applicationId: "A1",
    unitId: "甲",
    kind: "reconsideration",
    cause: "overdue",
    filedOn: "2026-05-20",
    result: "corrected",
    concludedOn: "2026-07-01",
    application: null,
    ...changes,
  };
}

it("the list of disputes leaves with every case, its days and its result; a pending one has no end", () => {
  const rows = inListOrder([
    aDispute({}),
    aDispute({ id: "B2", applicationId: null, result: null, concludedOn: null }),
  ]);
  const table = toDisputeListTable(rows, nameOf);
  expect(table.columns.map(({ head }) => head)).toEqual([
    "编号",
    "单位",
    "类别",
    "事由",
    "申请编号",
    "立案日期",
    "结果",
    "审结日期",
  ]);
  expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
    ["B2", "甲局", "行政复议", "逾期未答复", null, "2026-05-20", "尚未审结", null],
    ["B1", "甲局", "行政复议", "逾期未答复", "A1", "2026-05-20", "结果纠正", "2026-07-01"],
  ]);
});

it("the list of mock inspections keeps numbers as numbers, and what is not judged is no zero", () => {
  const late = { unitId: "甲", planned: 2, covered: 2, judged: 2, inTime: 1, replies: 2, formErrors: 3 };
  const missed = { unitId: "乙", planned: 2, covered: 0, judged: 0, inTime: 0, replies: 0, formErrors: 0 };
  expect(toMockUnitTable([late, missed], nameOf).rows.map(({ cells }) => Object.values(cells))).toEqual([
    ["甲局", 2, 2, 2, 1, 2, 3],
    ["乙局", 2, 0, 0, null, 0, null],
  ]);
});
