import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReplyTime } from "#domain/application-standing.ts";
import { describeBands, describeReplyTimes, medianOf } from "./describe-reply-times.ts";
import { q } from "./ledger-test-builders.ts";
import { toBandSeries, toReplyTimeSeries, toReplyTimeTable } from "./to-reply-time-series.ts";

function aTime(workingDays: number, changes: Partial<ReplyTime> = {}): ReplyTime {
  return { quarter: q("2026Q3"), unitId: "u1", workingDays, extended: false, late: false, applications: 1, ...changes };
}

const times = [
  aTime(0, { applications: 2 }),
  aTime(10),
  aTime(20, { applications: 4 }),
  aTime(23, { late: true }),
  aTime(33, { extended: true }),
  aTime(43, { extended: true, late: true }),
];

it("sets extended cases apart, with a line of their own", () => {
  const { panels } = toReplyTimeSeries(times);
  expect(panels.map(({ title, limit, lateText }) => [title, limit?.value, limit?.label, lateText])).toEqual([
    ["未延期的 8 件", 20, "法定 20 个工作日", "超期 1 件"],
    ["延期的 2 件", 40, "延期后最长 40 个工作日", "超期 1 件"],
  ]);
});

it("has a bar for every day from 0, so that a day without a reply is a gap", () => {
  const [base] = toReplyTimeSeries(times).panels;
  expect(base?.bins).toHaveLength(46);
  expect(base?.bins[20]).toMatchObject({ onTime: 4, late: 0 });
  expect(base?.bins[11]).toMatchObject({ onTime: 0, late: 0 });
});

it("gathers what took longer than the axis in its last bar, and says so", () => {
  const { maximum, panels } = toReplyTimeSeries([...times, aTime(75, { extended: true, applications: 3 })]);
  expect(maximum).toBe(60);
  expect(panels[1]?.bins.at(-1)).toMatchObject({ label: "60 及以上", onTime: 3 });
});

it("counts every reply once in table and bars", () => {
  const anyTime = fc.record({
    days: fc.nat(90),
    extended: fc.boolean(),
    late: fc.boolean(),
    applications: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(anyTime, { maxLength: 30 }), (list) => {
      const own = list.map(({ days, ...rest }) => aTime(days, rest));
      const whole = own.reduce((sum, time) => sum + time.applications, 0);
      const bars = toReplyTimeSeries(own).panels.flatMap(({ bins }) => bins);
      expect(bars.reduce((sum, bin) => sum + bin.onTime + bin.late, 0)).toBe(whole);
      const total = toReplyTimeTable(own).rows.at(-1)?.cells ?? {};
      expect(["base", "baseLate", "extended", "extendedLate"].reduce((sum, key) => sum + Number(total[key]), 0)).toBe(
        whole,
      );
    }),
    { numRuns: 40 },
  );
});

it("has five bands with n/N whose shares add up to 100; a late reply is in no other band", () => {
  const { rows } = toBandSeries(times);
  expect(rows.map(({ label, valueText }) => [label, valueText])).toEqual([
    ["当日答复", "2/10"],
    ["10 个工作日内", "1/10"],
    ["20 个工作日内", "4/10"],
    ["延期后按期", "1/10"],
    ["超期", "2/10"],
  ]);
  expect(rows.reduce((sum, { shareText }) => sum + Number.parseFloat(shareText), 0)).toBeCloseTo(100, 6);
  expect(rows.filter(({ fill }) => fill.kind === "overdue").map(({ id }) => id)).toEqual(["late"]);
});

it("counts alone where replies are few", () => {
  expect(new Set(toBandSeries([aTime(3, { applications: 4 })]).rows.map(({ shareText }) => shareText))).toEqual(
    new Set([""]),
  );
  expect(describeBands([aTime(3)])).toBe("10 个工作日内答复 1/1（样本少），其中当日 0 件；超期 0/1（样本少）。");
});

it("tells the middle reply and the longest late one", () => {
  expect(describeReplyTimes(times)).toBe(
    "答复 10 件，中位数 20 个工作日；其中延期 2 件；超期 2 件，最长 43 个工作日。",
  );
  expect(medianOf([aTime(4), aTime(7)])).toBe("5.5");
  expect(describeReplyTimes([aTime(4), aTime(7)])).toMatch(/没有超期，最长 7 个工作日。$/);
});
