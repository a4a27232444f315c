import { expect, it } from "vitest";
import { NOTHING_HELD } from "./ledger-intake.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";

const HEAD = ["问题编号", "复查日期", "复查结果", "复查单位"];

function readRows(rows: readonly string[][], heldIds: readonly string[] = ["f1"]) {
  return readSheets([aSheet("问题复查", HEAD, ...rows)], { ...NOTHING_HELD, hasFinding: (id) => heldIds.includes(id) });
}

it("reads a look at a finding that is held", () => {
  const { ledger, errors } = readRows([["f1", "2025年10月25日", "整改不到位", "示例测评机构"]]);
  expect(errors).toEqual([]);
  expect(ledger.findingRechecks).toEqual([
    { findingId: "f1", recheckedOn: "2025-10-25", result: "notFixed", by: "示例测评机构", note: null },
  ]);
});

it("names row and reason of a look at nothing, a look given twice and a result that means nothing", () => {
  const { ledger, errors } = readRows([
    ["f9", "2025-10-25", "已整改", "示例测评机构"],
    ["f1", "2025-10-25", "已整改", "示例测评机构"],
    ["f1", "2025-10-25", "未整改", "示例测评机构"],
    ["f1", "2025-10-26", "差不多", "示例测评机构"],
  ]);
  expect(ledger.findingRechecks).toHaveLength(1);
  // What one row says by itself is judged while reading; what it refers to, row by row in the same pass.
  expect(errors.map(({ row, reason }) => [row, reason])).toEqual([
    [2, "“扣分明细”表和系统中都没有这个编号（或该行未能导入）"],
    [4, "与第 3 行重复（问题编号和复查日期都相同）"],
    [5, expect.stringContaining("已整改")],
  ]);
});
