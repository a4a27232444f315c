import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRate, percentShares, rate } from "./share.ts";

describe("shares", () => {
  it("大姚: 3, 1, 2 and 2 of 8 are 37, 13, 25 and 25", () => {
    expect(percentShares([3, 1, 2, 2])).toEqual([37, 13, 25, 25]);
  });

  it("are 33.4, 33.3 and 33.3 for three equal parts", () => {
    expect(percentShares([1, 1, 1], 1)).toEqual([33.4, 33.3, 33.3]);
  });

  it("are all 0 when there is nothing to share", () => {
    expect(percentShares([0, 0])).toEqual([0, 0]);
    expect(percentShares([])).toEqual([]);
  });

  it("add up to 100, and each is less than one step from its exact value", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const sum = counts.reduce((all, count) => all + count, 0);
        fc.pre(sum > 0);
        const shares = percentShares(counts);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(100);
        shares.forEach((share, index) => {
          expect(Math.abs(share - (100 * (counts[index] ?? 0)) / sum)).toBeLessThan(1);
        });
      }),
    );
  });
});

describe("rates", () => {
  it("have no value when nothing was counted", () => expect(rate(0, 0)).toBeNull());

  it("are marked small under five cases", () => {
    expect([rate(4, 4)?.small, rate(4, 5)?.small]).toEqual([true, false]);
  });

  // Four published rates that the counts beside them contradict: 63.6 %, 96 %, 94.3 % and a truncated 92.18 %.
  it.each([
    ["重庆 2021Q4", 55, 88, 1, "62.5%"],
    ["海南 2018", 119, 126, 1, "94.4%"],
    ["青海 2020Q3", 126, 134, 1, "94.0%"],
    ["黔江", 59, 64, 2, "92.19%"],
    ["巫山 2022", 15, 54, 1, "27.8%"],
  ])("%s: %d of %d", (_place, numerator, denominator, decimals, text) => {
    const result = rate(numerator, denominator);
    expect(result && formatRate(result, decimals)).toBe(text);
  });
});
