import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPoints, formatPointsChange, roundPoints, toPoints } from "./points.ts";

describe("points", () => {
  it.each([
    [1.28, 12_800],
    [0.1 + 0.2, 3000],
    [1.00005, 10_001],
    [-2.5, -25_000],
    [0, 0],
  ])("keep %d as %d ten-thousandths", (value, points) => expect(toPoints(value)).toBe(points));

  it("survive every four-decimal number that a scheme can print", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (points) => {
        expect(toPoints(Number((points / 10_000).toFixed(4)))).toBe(points + 0);
      }),
    );
  });
});

describe("display", () => {
  it.each([
    [813_394, 2, "81.34"],
    [813_350, 2, "81.34"],
    [813_349, 2, "81.33"],
    [10_050, 2, "1.01"],
    [-10_050, 2, "−1.01"],
    [889_999, 0, "89"],
    [35_500, 1, "3.6"],
  ])("%d to %d decimals is %s: half up, away from zero", (points, decimals, text) =>
    expect(formatPoints(points, decimals)).toBe(text),
  );

  it("never prints a negative zero", () => {
    expect(formatPoints(-400, 1)).toBe("0.0");
    expect(formatPointsChange(-400, 1)).toBe("0.0");
    expect(Object.is(roundPoints(-400, 1), 0)).toBe(true);
  });

  it("signs a change with + or a true minus", () => {
    expect([6000, -6000, 0].map((points) => formatPointsChange(points))).toEqual(["+0.6", "−0.6", "0.0"]);
  });
});
