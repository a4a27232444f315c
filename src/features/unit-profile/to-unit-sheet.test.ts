import { describe, expect, it } from "vitest";
import type { DeductionTotal } from "#domain/finding.ts";
import type { Coverage } from "#domain/inspection.ts";
import { toPoints } from "#domain/points.ts";
import { type Quarter, toQuarter } from "#domain/quarter.ts";
import { type QuarterResult, scoreQuarter } from "#domain/quarter-result.ts";
import { anIndicator, aScheme, aUnit } from "#domain/test-builders.ts";
import { describeSheet, toSheetTable, toUnitSheet } from "./to-unit-sheet.ts";
import type { UnitSheetFacts } from "./unit-sheet-facts.ts";

const Q2 = toQuarter(2026, 2);
const Q3 = toQuarter(2026, 3);
const town = aUnit({ id: "t1", name: "归雁镇", shortName: "归雁镇", kind: "township" });
const other = aUnit({ id: "t2", name: "霜叶镇", shortName: "霜叶镇", kind: "township", order: 2 });

const tier = (level: number, name: string, lower: number | null, upper: number | null) => ({
  level,
  name,
  lower: lower === null ? null : { value: toPoints(lower), inclusive: false },
  upper: upper === null ? null : { value: toPoints(upper), inclusive: true },
  qualified: level < 2,
});

const scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers: [tier(1, "一档", null, 2), tier(2, "二档", 2, null)] }],
  indicators: [
    anIndicator({ id: "a", name: "重点领域", points: toPoints(60) }),
    anIndicator({ id: "b", name: "栏目更新", points: toPoints(40) }),
  ],
});

function total(quarter: Quarter, unitId: string, indicatorId: string, confirmed: number, disputed = 0): DeductionTotal {
  return {
    quarter,
    unitId,
    indicatorId,
    confirmed: toPoints(confirmed),
    disputed: toPoints(disputed),
    confirmedCount: confirmed > 0 ? 1 : 0,
    disputedCount: disputed > 0 ? 1 : 0,
  };
}

function aResult(quarter: Quarter, totals: readonly DeductionTotal[], missed: readonly string[] = []): QuarterResult {
  const coverage = [town, other].map(
    ({ id }): Coverage => ({
      quarter,
      unitId: id,
      state: missed.includes(id) ? "missed" : "inspected",
      reason: missed.includes(id) ? "网站迁移" : null,
      notApplicable: [],
      notReported: [],
    }),
  );
  const inspection = {
    quarter,
    kind: "quarterly" as const,
    name: "检查",
    schemeId: scheme.id,
    periodStart: "2026-07-01",
    periodEnd: "2026-09-30",
    status: "published" as const,
    publishedOn: "2026-10-08",
  };
  const result = scoreQuarter(quarter, {
    units: [town, other],
    schemes: [scheme],
    inspections: [inspection],
    coverage,
    totals,
  });
  if (result === null) throw new Error("the quarter is scored");
  return result;
}

function facts(changes: Partial<UnitSheetFacts> = {}): UnitSheetFacts {
  return {
    unit: town,
    quarter: Q3,
    results: [
      aResult(Q2, [total(Q2, "t1", "a", 4)]),
      aResult(Q3, [total(Q3, "t1", "a", 1.6), total(Q3, "t1", "b", 0.6, 0.4), total(Q3, "t2", "a", 0.2)]),
    ],
    findings: [],
    cases: [],
    now: "2026-11-16T01:30:00.000Z",
    rectifications: [],
    applications: null,
    ...changes,
  };
}

const cellOf = (series: ReturnType<typeof toUnitSheet>, id: string) => series.cells.find((cell) => cell.id === id);

describe("toUnitSheet", () => {
  it("heads the sheet with score, tier and the place in the class", () => {
    const sheet = toUnitSheet(facts());
    expect(cellOf(sheet, "score")).toMatchObject({ value: "97.80", unit: "分", basis: "较二季度 +1.8" });
    expect(cellOf(sheet, "deduction")).toMatchObject({ value: "2.2", basis: "二档", mark: { level: 2 } });
    expect(cellOf(sheet, "place")).toMatchObject({ value: "第 1 / 2", basis: "镇街，扣分从多到少" });
  });

  it("draws each quarter against the tiers of its own scheme, on the score axis", () => {
    const { points, domain } = toUnitSheet(facts()).trend;
    expect(points.map(({ value, tier: at }) => [value, at?.name])).toEqual([
      [96, "二档"],
      [97.8, "二档"],
    ]);
    expect(points[1]?.tiers).toEqual([
      { level: 1, name: "一档", from: 98 },
      { level: 2, name: "二档", from: null },
    ]);
    expect(domain).toEqual([94, 100]);
  });

  it("lists what cost most first, and what cost points twice in a row", () => {
    const sheet = toUnitSheet(facts());
    expect(sheet.deductions.items.map(({ lead, value }) => [lead, value])).toEqual([
      ["重点领域", "−1.6"],
      ["栏目更新", "−0.6"],
    ]);
    const notes = Object.fromEntries(sheet.notes.items.map(({ lead, text }) => [lead, text]));
    expect(notes["连续两季度扣分"]).toBe("重点领域");
    expect(notes["拟扣、申诉中"]).toBe("未计入；若全部成立，得 97.40 分");
  });

  it("gives a missed unit a sheet that says so and why", () => {
    const missed = facts({ results: [aResult(Q3, [], ["t1"])] });
    const sheet = toUnitSheet(missed);
    expect(cellOf(sheet, "score")).toMatchObject({ value: "未检", basis: "网站迁移" });
    expect(cellOf(sheet, "place")).toMatchObject({ value: "——" });
    expect(sheet.steps).toBeNull();
    expect(describeSheet(missed)).toBe("归雁镇2026年三季度未检查（网站迁移），没有得分。");
  });

  it("says that a quarter was not inspected at all, and keeps 未报 apart from 0", () => {
    const none = facts({ results: [] });
    expect(describeSheet(none)).toBe("2026年三季度没有检查，归雁镇没有得分。");
    expect(cellOf(toUnitSheet(none), "applications")).toMatchObject({ value: "未报" });
    expect(toUnitSheet(none).trend.points).toEqual([]);
  });

  it("reads out every line of the sheet in its table", () => {
    const sheet = toUnitSheet(facts());
    const { rows } = toSheetTable(sheet);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.map((row) => row.cells["part"])).toContain("备注");
    expect(rows.find((row) => row.cells["name"] === "重点领域" && row.cells["value"] === "−1.6")).toBeDefined();
  });
});
