import fc from "fast-check";
import { expect, it } from "vitest";
import { describeDuration, describeOverdue, describeRemaining, describeTimeLeft } from "./duration-text.ts";

it.each([
  [67_679, "余 18 小时 47 分"],
  [172_800, "余 48 小时 00 分"],
  [3600, "余 1 小时 00 分"],
  [3599, "余 59 分 59 秒"],
  [725.9, "余 12 分 05 秒"],
  [59, "余 59 秒"],
  [0, "余 0 秒"],
  [270_000, "余 3 天 3 小时"],
])("%d seconds left are rounded down, with seconds in the last hour only: %s", (seconds, text) => {
  expect(describeRemaining(seconds)).toBe(text);
});

it.each([
  [11_579, "已超 3 小时 12 分"],
  [59, "已超不足 1 分"],
  [60, "已超 1 分"],
  [3599, "已超 59 分"],
  [432_000, "已超 5 天 0 小时"],
])("%d seconds past due count up without seconds: %s", (seconds, text) => {
  expect(describeOverdue(seconds)).toBe(text);
  expect(describeTimeLeft(-seconds)).toBe(text);
});

it("tells lengths below three days in hours, as the limits are", () => {
  expect([44_700, 259_199, 259_200].map(describeDuration)).toEqual(["12 小时 25 分", "71 小时 59 分", "3 天 0 小时"]);
});

it("never tells more than there is", () => {
  const toNumbers = (text: string) => [...text.matchAll(/\d+/g)].map(Number);
  fc.assert(
    fc.property(fc.integer({ min: 3600, max: 259_199 }), (seconds) => {
      const [hours = 0, minutes = 0] = toNumbers(describeRemaining(seconds));
      const told = hours * 3600 + minutes * 60;
      expect(seconds - told).toBeGreaterThanOrEqual(0);
      expect(seconds - told).toBeLessThan(60);
    }),
  );
});
