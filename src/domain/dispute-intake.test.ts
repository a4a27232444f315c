import { describe, expect, it } from "vitest";
import type { SheetCell } from "./cell-text.ts";
import { type HeldLedger, NOTHING_HELD } from "./ledger-intake.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";
import { aUnit } from "./test-builders.ts";

const HELD: HeldLedger = {
  ...NOTHING_HELD,
  units: [aUnit()],
  rectifications: { ...NOTHING_HELD.rectifications, now: "2025-12-31T01:00:00Z" },
};

describe("复议诉讼", () => {
  const head = ["案号", "申请编号", "单位", "类型", "案由", "立案日期", "结果", "审结日期"];
  const disputeOf = (row: SheetCell[], held = HELD) => readSheets([aSheet("复议诉讼", head, row)], held);

  it("reads a dispute with or without its application", () => {
    const row = ["B1", "", "教育委员会", "复议", "逾期未答复", "2025-05-20", "撤销", "2025-07-01"];
    expect(disputeOf(row).ledger.disputes).toEqual([
      {
        id: "B1",
        applicationId: null,
        unitId: "u1",
        kind: "reconsideration",
        cause: "overdue",
        filedOn: "2025-05-20",
        result: "corrected",
        concludedOn: "2025-07-01",
      },
    ]);
    const known = { ...HELD, ownerOf: (id: string) => (id === "A1" ? "u1" : undefined) };
    const pending = ["B2", "A1", "教育委员会", "行政诉讼（复议后起诉）", "", "2025-05-20", "尚未审结", ""];
    expect(disputeOf(pending, known).ledger.disputes[0]).toMatchObject({
      applicationId: "A1",
      result: null,
      cause: "other",
    });
  });

  it.each<[SheetCell[], string]>([
    [
      ["B1", "A9", "教育委员会", "行政复议", "", "2025-05-20", "", ""],
      "“依申请公开”表和系统中都没有这个编号（或该行未能导入）；台账没有的请留空",
    ],
    [["B1", "", "教育委员会", "行政复议", "", "2025-05-20", "结果维持", ""], "有结果的须填审结日期"],
    [["B1", "", "教育委员会", "行政复议", "", "2025-05-20", "", "2025-07-01"], "填了审结日期须同时填结果"],
    [["B1", "", "教育委员会", "行政复议", "", "2025-05-20", "结果维持", "2025-05-01"], "审结日期早于立案日期"],
  ])("refuses %j", (row, reason) => {
    expect(disputeOf(row).errors[0]?.reason).toBe(reason);
  });
});
