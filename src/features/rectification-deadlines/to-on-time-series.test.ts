import { expect, it } from "vitest";
import { toQuarter } from "#domain/quarter.ts";
import { onTimeRate, type RectificationFact, type RectificationOutcome } from "#domain/rectification-facts.ts";
import type { Unit } from "#domain/unit.ts";
import { describeQuarterRates, describeUnitRates } from "./describe-on-time.ts";
import {
  hasRate,
  quartersBack,
  toOnTimeSeries,
  toOnTimeTable,
  toQuarterEntries,
  toUnitEntries,
} from "./to-on-time-series.ts";

const Q3 = toQuarter(2026, 3);

function aFact(unitId: string, outcome: RectificationOutcome, cases: number, quarter = Q3): RectificationFact {
  const done = outcome.startsWith("verified") ? cases : 0;
  return {
    quarter,
    unitId,
    severity: "general",
    outcome,
    cases,
    reported: done,
    reportedOnTime: outcome === "verifiedOnTime" ? cases : 0,
    rechecked: done,
    rechecks: done,
    failedRechecks: 0,
  };
}

function aUnit(id: string, order: number): Unit {
  return {
    id,
    name: `清源区${id}`,
    shortName: id,
    pinyin: id,
    kind: "township",
    class: "一类",
    order,
    activeFrom: null,
    activeTo: null,
  };
}

const UNITS = ["甲镇", "乙镇", "丙镇", "丁镇"].map(aUnit);
const FACTS = [
  aFact("甲镇", "verifiedOnTime", 10),
  aFact("乙镇", "verifiedOnTime", 7),
  aFact("乙镇", "verifiedLate", 2),
  aFact("乙镇", "openOverdue", 3),
  aFact("丙镇", "verifiedOnTime", 3),
  aFact("丙镇", "verifiedLate", 1),
];
const WHOLE = onTimeRate(FACTS, "verified", "cases");

it("the worst rate stands first, units without any case last", () => {
  const entries = toUnitEntries(FACTS, UNITS, "verified");
  expect(entries.map((entry) => entry.name)).toEqual(["丙镇", "乙镇", "甲镇", "丁镇"]);
  expect(entries.filter(hasRate).map((entry) => entry.name)).toEqual(["乙镇", "甲镇"]);
});

it("open cases past due stand beside the rate and are not in it", () => {
  const { rows } = toOnTimeSeries(toUnitEntries(FACTS, UNITS, "verified").filter(hasRate), true);
  expect(rows[0]).toMatchObject({ share: 7 / 9, rateText: "77.8%", countText: "7/9", openOverdueText: "3" });
  expect(rows[1]?.openOverdueText).toBe("");
});

it("four cases are counts, none is ——", () => {
  const table = toOnTimeTable(toUnitEntries(FACTS, UNITS, "verified"), "单位", WHOLE);
  const rates = table.rows.map((row) => [row.id, row.cells["onTime"], row.cells["all"], row.cells["rate"]]);
  expect(rates).toContainEqual(["丙镇", 3, 4, "样本少"]);
  expect(rates).toContainEqual(["丁镇", 0, 0, null]);
  expect(rates[4]).toEqual(["total", 20, 23, 20 / 23]);
});

it("the finding names the whole, the worst, and what is left out", () => {
  expect(describeUnitRates(toUnitEntries(FACTS, UNITS, "verified"), WHOLE, "verified")).toBe(
    "按时整改率 87.0%（20/23 条）；最低乙镇 77.8%（7/9）；可计率的 2 家中 1 家全部按时，另 2 家样本少或没有，只列件数。在办超期 3 条、待复核 0 条另列，不在率内。",
  );
});

it("quarters run in time from the first that has a case, a small one keeps its place", () => {
  const facts = [aFact("甲镇", "verifiedOnTime", 2, toQuarter(2026, 1)), ...FACTS];
  const entries = toQuarterEntries(facts, quartersBack(Q3), "verified", "cases");
  const { rows } = toOnTimeSeries(entries, false);
  expect(rows.map((row) => [row.name, row.rateText, row.countText])).toEqual([
    ["2026年一季度", "样本少", "2/2"],
    ["2026年二季度", "——", "0/0"],
    ["2026年三季度", "87.0%", "20/23"],
  ]);
  expect(describeQuarterRates(entries, WHOLE, "verified", "cases")).toContain("2026年三季度 87.0%（20/23 条）");
});

it("by units, a unit is on time only with all its cases", () => {
  const [entry] = toQuarterEntries(FACTS, [Q3], "verified", "units");
  expect(entry?.standing.rate).toMatchObject({ numerator: 1, denominator: 3 });
});

it("where no unit has enough cases the finding speaks of counts only", () => {
  const facts = [aFact("丙镇", "verifiedOnTime", 3)];
  const entries = toUnitEntries(facts, UNITS, "verified");
  expect(describeUnitRates(entries, onTimeRate(facts, "verified", "cases"), "verified")).toBe(
    "按时整改率样本少，3/3 条；4 家样本少或没有，只列件数。",
  );
});
