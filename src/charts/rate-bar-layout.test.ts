import { expect, it } from "vitest";
import { layOutRateBars, rateBarFreeBox } from "./rate-bar-layout.ts";
import type { RateBarSeries } from "./rate-bar-series.ts";

function aSeries(count: number, changes: Partial<RateBarSeries> = {}, openOverdueText = ""): RateBarSeries {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `u${index}`,
    name: "文化和旅游局",
    share: 0.9,
    rateText: "90.0%",
    countText: "9/10",
    openOverdueText,
    picked: false,
  }));
  return { rows, countHead: "按时/到期", hasList: false, ...changes };
}

it("rows run down the first column before the second", () => {
  const { columns, height } = layOutRateBars(aSeries(11), 900);
  expect(columns.map(({ from, to }) => [from, to])).toEqual([
    [0, 6],
    [6, 11],
  ]);
  expect(height).toBe(22 + 6 * 22 + 2);
});

it("a narrow plot and a picture of a document have one column", () => {
  expect(layOutRateBars(aSeries(11), 562).columns).toHaveLength(1);
});

it("a picture of a document sets many rows closer, so that every department stands on one page", () => {
  expect(layOutRateBars(aSeries(24), 562, true).height).toBe(22 + 24 * 22 + 2);
  expect(layOutRateBars(aSeries(31), 562, true).height).toBeLessThanOrEqual(22 + 24 * 22 + 2);
  expect(layOutRateBars(aSeries(31), 562).rowHeight).toBe(22);
});

it("all words stand inside the column", () => {
  for (const { x, openRight } of layOutRateBars(aSeries(11, {}, "2"), 900).columns) {
    expect(openRight - x).toBeLessThanOrEqual(430);
  }
});

it("the page's list has its room beside the rows only where the plot is wide, and never in a picture", () => {
  const series = aSeries(11, { hasList: true });
  expect(rateBarFreeBox(series, 900)).toBeNull();
  const box = rateBarFreeBox(series, 1200);
  const right = Math.max(...layOutRateBars(series, 1200).columns.map((column) => column.openRight));
  expect(box?.x).toBeGreaterThan(right);
  expect(Math.max(...layOutRateBars(series, 1200, true).columns.map((column) => column.openRight))).toBeGreaterThan(
    1100,
  );
});
