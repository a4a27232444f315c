import { describe, expect, it } from "vitest";
import type { SheetCell } from "./cell-text.ts";
import { type HeldLedger, NOTHING_HELD } from "./ledger-intake.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";
import { aUnit } from "./test-builders.ts";

const HELD: HeldLedger = {
  ...NOTHING_HELD,
  units: [aUnit(), aUnit({ id: "u2", name: "民政局", shortName: "民政局" })],
  rectifications: { ...NOTHING_HELD.rectifications, now: "2025-12-31T01:00:00Z" },
};

describe("模拟检查", () => {
  const head = ["年度", "轮次", "单位", "发出日期", "是否覆盖", "是否按期答复", "形式错误数"];

  it("reads a round, one unit a row", () => {
    const rows = [
      [2025, 1, "教育委员会", "2025-05-12", "是", "否", 2],
      [2025, 1, "民政局", "2025-05-12", "否", "", ""],
    ];
    expect(readSheets([aSheet("模拟检查", head, ...rows)], HELD).ledger.mockInspections).toEqual([
      { year: 2025, round: 1, unitId: "u1", sentOn: "2025-05-12", covered: true, answeredInTime: false, formErrors: 2 },
      {
        year: 2025,
        round: 1,
        unitId: "u2",
        sentOn: "2025-05-12",
        covered: false,
        answeredInTime: null,
        formErrors: null,
      },
    ]);
  });

  it("refuses a unit twice in a round, another year's day, and an answer of nobody", () => {
    const row = [2025, 1, "教育委员会", "2025-05-12", "是", "是", 0];
    const reasons = (rows: SheetCell[][]) =>
      readSheets([aSheet("模拟检查", head, ...rows)], HELD).errors.map(({ reason }) => reason);
    expect(reasons([row, row])).toEqual(["与第 2 行是同一轮的同一单位"]);
    expect(reasons([[2024, 1, "教育委员会", "2025-05-12", "是", "是", 0]])).toEqual(["发出日期不在所填年度内"]);
    expect(reasons([[2025, 1, "教育委员会", "2025-05-12", "否", "是", ""]])).toEqual(["未覆盖的单位没有答复，请留空"]);
  });
});
