import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarPeriod,
  describeQuarter,
  describeQuarters,
  latestCompleteQuarter,
  previousQuarter,
  quarterSchema,
  quartersOf,
  sameQuarterLastYear,
  shiftQuarter,
  toQuarter,
} from "./quarter.ts";

const anyQuarter = fc
  .tuple(fc.integer({ min: 2020, max: 2080 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => toQuarter(year, number));

describe("shifting", () => {
  it("there and back is the same quarter", () => {
    fc.assert(
      fc.property(anyQuarter, fc.integer({ min: -60, max: 60 }), (quarter, by) => {
        expect(shiftQuarter(shiftQuarter(quarter, by), -by)).toBe(quarter);
      }),
    );
  });

  it("forward sorts later as text", () => {
    fc.assert(
      fc.property(anyQuarter, fc.integer({ min: 1, max: 60 }), (quarter, by) => {
        expect(shiftQuarter(quarter, by) > quarter).toBe(true);
      }),
    );
  });

  it("gives the bases of 环比 and 同比 over the turn of the year", () => {
    expect(previousQuarter(toQuarter(2025, 1))).toBe("2024Q4");
    expect(sameQuarterLastYear(toQuarter(2025, 1))).toBe("2024Q1");
  });
});

describe("calendar", () => {
  it("has four quarters that join without gap or overlap", () => {
    expect(quartersOf(2024).map(calendarPeriod)).toEqual([
      { start: "2024-01-01", end: "2024-03-31" },
      { start: "2024-04-01", end: "2024-06-30" },
      { start: "2024-07-01", end: "2024-09-30" },
      { start: "2024-10-01", end: "2024-12-31" },
    ]);
  });

  it.each([
    ["2025-01-01", "2024Q4"],
    ["2025-03-31", "2024Q4"],
    ["2025-04-01", "2025Q1"],
    ["2025-12-31", "2025Q3"],
  ])("on %s the latest quarter that has ended is %s", (today, quarter) =>
    expect(latestCompleteQuarter(today)).toBe(quarter),
  );
});

describe("words", () => {
  it("name one quarter", () => expect(describeQuarter(toQuarter(2024, 3))).toBe("2024年三季度"));

  it("name several in time order and a whole year as 全年", () => {
    expect(describeQuarters([toQuarter(2025, 2), toQuarter(2024, 4), toQuarter(2025, 1)])).toBe(
      "2024年四季度，2025年一季度、二季度",
    );
    expect(describeQuarters(quartersOf(2024))).toBe("2024年全年");
  });
});

it.each(["2024Q5", "2024Q0", "2024-Q1", "1999Q1", "2024Q1 "])("refuses %s", (text) =>
  expect(quarterSchema.safeParse(text).success).toBe(false),
);
