import { describe, expect, it } from "vitest";
import type { ReportHeading } from "#domain/annual-report.ts";
import { DEFAULT_FILTERS } from "#domain/filters.ts";
import type { InspectionStatus } from "#domain/inspection.ts";
import { quarterSchema, quartersOf } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { settleFilters, settleReport } from "./settle-filters.ts";

const q = (text: string) => quarterSchema.parse(text);
const anInspection = (quarter: string, status: InspectionStatus = "published") => ({ quarter: q(quarter), status });

function aUnit(id: string, change: Partial<Unit> = {}): Unit {
  return {
    id,
    name: `${id}全称`,
    shortName: id,
    pinyin: id,
    kind: "department",
    class: "一类",
    order: 1,
    activeFrom: null,
    activeTo: null,
    ...change,
  };
}

const known = {
  inspections: [
    anInspection("2025Q4"),
    anInspection("2026Q1"),
    anInspection("2026Q2"),
    anInspection("2026Q3", "draft"),
  ],
  units: [aUnit("u1"), aUnit("u2", { kind: "township", class: "二类", shortName: "云溪镇" })],
};

describe("settleFilters", () => {
  it("takes the latest published quarter by default, not a draft", () => {
    expect(settleFilters(DEFAULT_FILTERS, known)).toEqual({
      filters: { ...DEFAULT_FILTERS, quarters: ["2026Q2"] },
      ignored: [],
    });
  });

  it("takes the latest draft when nothing is published", () => {
    const drafts = { ...known, inspections: [anInspection("2026Q1", "draft")] };
    expect(settleFilters(DEFAULT_FILTERS, drafts).filters?.quarters).toEqual(["2026Q1"]);
  });

  it("compares with a picked quarter, by default the one a year before or the latest before it", () => {
    const picked = { ...DEFAULT_FILTERS, quarters: [q("2026Q2")], compare: "picked" as const };
    expect(settleFilters({ ...picked, base: q("2025Q4") }, known).filters?.base).toBe("2025Q4");
    expect(settleFilters(picked, known).filters?.base).toBe("2026Q1");
    expect(
      settleFilters(picked, { ...known, inspections: [...known.inspections, anInspection("2025Q2")] }).filters?.base,
    ).toBe("2025Q2");
    const { filters, ignored } = settleFilters({ ...picked, base: q("2019Q1") }, known);
    expect(filters?.base).toBe("2026Q1");
    expect(ignored).toEqual(["已忽略：对比季度 2019Q1（没有可比的检查）"]);
  });

  it("does not compare several quarters with one", () => {
    const { filters, ignored } = settleFilters(
      { ...DEFAULT_FILTERS, quarters: [q("2026Q1"), q("2026Q2")], compare: "picked", base: q("2025Q4") },
      known,
    );
    expect(filters).toMatchObject({ compare: "qoq", base: null });
    expect(ignored).toEqual(["已忽略：比较 指定季度（只用于单个季度）"]);
  });

  it("has no filters while nothing was inspected", () => {
    expect(settleFilters(DEFAULT_FILTERS, { ...known, inspections: [] }).filters).toBeNull();
  });

  it("ignores a quarter without an inspection, and says so", () => {
    const { filters, ignored } = settleFilters({ ...DEFAULT_FILTERS, quarters: [q("2019Q1"), q("2026Q1")] }, known);
    expect(filters?.quarters).toEqual(["2026Q1"]);
    expect(ignored).toEqual(["已忽略：季度 2019Q1（没有这期检查）"]);
  });

  it("takes a whole year as the quarters that were inspected, without a note", () => {
    const { filters, ignored } = settleFilters({ ...DEFAULT_FILTERS, quarters: quartersOf(2026) }, known);
    expect(filters?.quarters).toEqual(["2026Q1", "2026Q2", "2026Q3"]);
    expect(ignored).toEqual([]);
  });

  it("notes a whole year that has no inspection at all", () => {
    expect(settleFilters({ ...DEFAULT_FILTERS, quarters: quartersOf(2019) }, known).ignored).toHaveLength(1);
  });

  it("ignores unknown units and classes, and units outside the picked side", () => {
    const { filters, ignored } = settleFilters(
      { ...DEFAULT_FILTERS, side: "department", unitClass: "九类", units: ["u1", "u2", "zzz"] },
      known,
    );
    expect(filters).toMatchObject({ side: "department", unitClass: null, units: ["u1"] });
    expect(ignored).toEqual([
      "已忽略：单位类别 九类（没有这个类别）",
      "已忽略：单位 zzz（名册里没有）",
      "已忽略：单位 云溪镇（不在“部门”之内）",
    ]);
  });
});

describe("settleReport", () => {
  const aHeading = (bodyId: string, year: number): ReportHeading => ({
    bodyId,
    bodyName: bodyId,
    level: "unit",
    year,
    form: "2021",
  });
  const headings = [aHeading("district", 2024), aHeading("district", 2025), aHeading("office", 2023)];

  it("takes the first body and its latest year by default", () => {
    expect(settleReport({ body: null, year: null }, headings).heading).toEqual(aHeading("district", 2025));
  });

  it("keeps the body when only its year is unknown", () => {
    const { heading, ignored } = settleReport({ body: "office", year: 2019 }, headings);
    expect(heading).toEqual(aHeading("office", 2023));
    expect(ignored).toEqual(["已忽略：年度 2019（没有这一年的年度报告）"]);
  });

  it("has no heading while no report was imported", () => {
    expect(settleReport({ body: "zzz", year: null }, [])).toEqual({
      heading: null,
      ignored: ["已忽略：填报单位 zzz（没有它的年度报告）"],
    });
  });
});
