import { expect, it } from "vitest";
import { toEntryTable } from "./to-entry-table.ts";

it("lists what is counted in a cell; what is open has no end", () => {
  const table = toEntryTable(
    [
      { kind: "application", id: "SQ1", unitId: "u1", from: "2025-03-03", to: "2025-03-20" },
      { kind: "dispute", id: "B1", unitId: "u1", from: "2025-05-06", to: null },
    ],
    () => "教育委员会",
  );
  expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
    ["SQ1", "申请", "教育委员会", "2025-03-03", "2025-03-20"],
    ["B1", "复议诉讼", "教育委员会", "2025-05-06", null],
  ]);
});
