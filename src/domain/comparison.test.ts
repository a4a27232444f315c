import { expect, it } from "vitest";
import { baseQuarters, describeBase, meaningOfChange } from "./comparison.ts";
import { quartersOf, toQuarter } from "./quarter.ts";

it("holds a quarter against the one before (环比) or a year ago (同比)", () => {
  expect(baseQuarters([toQuarter(2026, 1)], "qoq")).toEqual(["2025Q4"]);
  expect(baseQuarters([toQuarter(2026, 1)], "yoy")).toEqual(["2025Q1"]);
  expect(baseQuarters([toQuarter(2026, 1)], "none")).toEqual([]);
  expect(baseQuarters([toQuarter(2026, 1)], "picked", toQuarter(2024, 3))).toEqual(["2024Q3"]);
  expect(baseQuarters([toQuarter(2026, 1)], "picked")).toEqual([]);
});

it("holds a whole year against the year before, by either comparison", () => {
  expect(baseQuarters(quartersOf(2026), "qoq")).toEqual(quartersOf(2025));
  expect(baseQuarters(quartersOf(2026), "yoy")).toEqual(quartersOf(2025));
});

it("names the base, with its year when that differs", () => {
  expect(describeBase([toQuarter(2026, 3)], [toQuarter(2026, 2)])).toBe("较二季度");
  expect(describeBase([toQuarter(2026, 1)], [toQuarter(2025, 4)])).toBe("较2025年四季度");
  expect(describeBase(quartersOf(2026), quartersOf(2025))).toBe("较2025年全年");
  expect(describeBase([toQuarter(2026, 3)], [])).toBe("");
  const three = [1, 2, 3].map((number) => toQuarter(2026, number));
  expect(describeBase(three, baseQuarters(three, "yoy"))).toBe("较2025年同期");
  expect(describeBase(three, baseQuarters(three, "qoq"))).toBe("较前 3 个季度");
});

it("reads a change by its meaning: fewer deductions are good, a lower score is not", () => {
  expect(meaningOfChange(-1, "less")).toBe("good");
  expect(meaningOfChange(-1, "more")).toBe("worse");
  expect(meaningOfChange(0, "less")).toBe("same");
});
