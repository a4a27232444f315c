import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { toBalanceSeries } from "./to-balance-series.ts";

function series(bodyId: string, year: number) {
  return toBalanceSeries(outcomeTotals(publishedReport(bodyId, year)));
}

function segments(bodyId: string, year: number) {
  return series(bodyId, year).rows.map((row) => row.segments.map((segment) => [segment.name, segment.value]));
}

it("sets what was due against what became of it, both bars of one length", () => {
  expect(segments("tongnan-office", 2024)).toEqual([
    [["本年新收", 24]],
    [
      ["予以公开", 1],
      ["部分公开", 3],
      ["无法提供", 17],
      ["其他处理", 2],
      ["结转下年度", 1],
    ],
  ]);
  expect(series("tongnan-office", 2024)).toMatchObject({ maximum: 24, unit: "件" });
});

it("hatches what is carried forward and keeps the colours of the outcome groups", () => {
  const fills = series("suqian", 2024).rows[1]?.segments.map((segment) => segment.fill);
  expect(fills?.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6].map((slot) => ({ kind: "series", slot })));
  expect(fills?.[6]).toEqual({ kind: "nodata" });
});

it("shows outcomes that exceed what was due as a gap in the upper bar", () => {
  const [due, outcomes] = segments("pingtan", 2020);
  expect(due).toEqual([
    ["本年新收", 21],
    ["结果多列", 6],
  ]);
  expect(outcomes?.map(([name]) => name)).not.toContain("未归类");
  expect(series("pingtan", 2020).maximum).toBe(27);
});

it("shows cases without an outcome as a gap before what is carried forward", () => {
  const report = publishedReport("tongnan-office", 2024);
  const cells = { ...report.cells, "t3.unavailable.notHeld.total": "16" };
  const row = toBalanceSeries(outcomeTotals({ ...report, cells })).rows[1];
  expect(row?.segments.at(-2)).toMatchObject({ name: "未归类", value: 1, fill: { kind: "gap" } });
});

it("says 未报 instead of balancing over blank cells", () => {
  const rows = series("shanghai-office", 2019).rows;
  expect(rows.map((row) => row.totalText)).toEqual(["877 件", "未报"]);
  expect(rows[1]?.segments.map((segment) => segment.id)).toEqual(["carriedForward"]);
});
