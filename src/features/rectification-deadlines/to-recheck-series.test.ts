import { expect, it } from "vitest";
import { describeRecheck, toRecheckFigureTable, toRecheckSeries } from "./to-recheck-series.ts";

const TABLE = { reportedPassed: 30, reportedFailed: 2, reportedUnchecked: 5, unreported: 0 };

it("what was never reported cannot have been re-checked: ——, not 0", () => {
  const [reported, unreported] = toRecheckSeries(TABLE).panels[0]?.rows ?? [];
  expect(reported?.cells.map((cell) => cell.text)).toEqual(["30", "2", "5"]);
  expect(unreported?.cells.map((cell) => cell.kind)).toEqual(["notApplicable", "notApplicable", "zero"]);
});

it("totals of rows, columns and the whole agree", () => {
  const [panel] = toRecheckSeries(TABLE).panels;
  expect(panel?.columnTotals).toEqual(["30", "2", "5"]);
  expect(panel?.grandTotal).toBe("37");
  expect(toRecheckFigureTable(TABLE).rows.map((row) => row.cells["total"])).toEqual([37, 0, 37]);
});

it("the pass rate keeps its counts and is left out without re-checks", () => {
  expect(describeRecheck(TABLE, { numerator: 30, denominator: 32, small: false })).toBe(
    "单位报已整改 37 条，第三方认可 30 条、不认可 2 条、尚未复核 5 条；未报整改 0 条；复核通过 93.8%（30/32 次）。",
  );
  expect(describeRecheck(TABLE, null)).toMatch(/未报整改 0 条。$/);
});
