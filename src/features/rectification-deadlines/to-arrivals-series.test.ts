import { expect, it } from "vitest";
import { toQuarter } from "#domain/quarter.ts";
import { daysOf, describeArrivals, toArrivalsSeries } from "./to-arrivals-series.ts";

const Q3 = toQuarter(2026, 3);

it("a quarter has a cell for each of its days, in weeks from Monday", () => {
  const [block] = toArrivalsSeries([Q3], [{ date: "2026-07-05", cases: 4 }], "2026-12-31").blocks;
  expect(block?.days).toHaveLength(92);
  expect(block?.days[0]).toMatchObject({ date: "2026-07-01", week: 0, weekday: 2, text: "0", ramp: 0 });
  expect(block?.days[4]).toMatchObject({ date: "2026-07-05", week: 0, weekday: 6, text: "4", ramp: 4 });
  expect(block?.days[5]).toMatchObject({ date: "2026-07-06", week: 1, weekday: 0 });
  expect(block?.weeks).toBe(14);
  expect(block?.months.map((month) => month.text)).toEqual(["7月", "8月", "9月"]);
});

it("a day to come is not a day without dispatches", () => {
  expect(daysOf([Q3], [], "2026-07-03")).toHaveLength(3);
});

it("dispatches outside the quarters are not counted", () => {
  const days = daysOf([Q3], [{ date: "2026-06-30", cases: 9 }], "2026-12-31");
  expect(describeArrivals(days)).toBe("所选季度没有交办。");
});

it("the finding tells the busiest day and the weekends", () => {
  const arrivals = [
    { date: "2026-07-01", cases: 6 },
    { date: "2026-07-04", cases: 3 },
  ];
  expect(describeArrivals(daysOf([Q3], arrivals, "2026-07-10"))).toBe(
    "交办 9 条，平均每天 0.9 条；最多的一天是 2026-07-01，6 条；周六、周日交办 3 条。",
  );
});

it("a busy district gets wider classes, so that the ramp still tells days apart", () => {
  const labels = (cases: number) =>
    toArrivalsSeries([Q3], [{ date: "2026-07-01", cases }], "2026-12-31").rampLabels.join(" ");
  expect(labels(12)).toBe("1 2 3 4–5 6–8 ≥9");
  expect(labels(13)).toBe("1–2 3–5 6–10 11–20 21–40 ≥41");
});
