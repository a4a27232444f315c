import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS, type ResolvedFilters } from "#domain/filters.ts";
import { quarterSchema } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeNames, describeScope } from "./describe-filters.ts";

const q = (text: string) => quarterSchema.parse(text);

const units: Unit[] = ["云溪镇", "归雁镇", "霜叶镇", "区公安局", "区水利局"].map((shortName, index) => ({
  id: `u${index}`,
  name: shortName,
  shortName,
  pinyin: "",
  kind: index < 3 ? "township" : "department",
  class: index === 0 ? "二类" : "一类",
  order: index,
  activeFrom: null,
  activeTo: shortName === "区水利局" ? "2025-12-31" : null,
}));

const picks = (change: Partial<ResolvedFilters> = {}): ResolvedFilters => ({
  ...DEFAULT_FILTERS,
  quarters: [q("2026Q3")],
  ...change,
});

describe("describeFilters", () => {
  it("names quarter, scope with its size, order and comparison", () => {
    expect(describeFilters(picks({ side: "township" }), units)).toBe(
      "2026年三季度 · 镇街 3 家（全部）· 按扣分从多到少 · 环比",
    );
  });

  it("counts only units that existed in the quarters", () => {
    expect(describeFilters(picks(), units, { parts: ["units"] })).toBe("全部 4 家");
    expect(describeFilters(picks({ quarters: [q("2025Q4")] }), units, { parts: ["units"] })).toBe("全部 5 家");
  });

  it("spells names out up to a limit, and all of them in a file", () => {
    const many = picks({ units: ["u0", "u1", "u2", "u3"] });
    expect(describeFilters(many, units, { parts: ["units"], names: 3 })).toBe("单位：云溪镇、归雁镇等 4 家");
    expect(describeFilters(many, units, { parts: ["units"], names: Number.POSITIVE_INFINITY })).toBe(
      "单位：云溪镇、归雁镇、霜叶镇、区公安局",
    );
  });

  it("leaves the comparison out when there is none, and says the fixed order", () => {
    expect(describeFilters(picks({ compare: "none", sort: "register" }), units)).toBe(
      "2026年三季度 · 全部 4 家 · 固定顺序",
    );
  });

  it("joins side and class", () => {
    expect(describeFilters(picks({ side: "township", unitClass: "一类" }), units, { parts: ["units"] })).toBe(
      "镇街一类 2 家（全部）",
    );
  });
});

describe("describeScope", () => {
  it("is short enough for a file name", () => {
    expect(describeScope(picks(), units)).toBe("全部单位");
    expect(describeScope(picks({ side: "township" }), units)).toBe("镇街");
    expect(describeScope(picks({ units: ["u1"] }), units)).toBe("归雁镇");
    expect(describeScope(picks({ units: ["u1", "u2"] }), units)).toBe("2家单位");
  });
});

describe("describeNames", () => {
  it("never shortens one name to none", () => expect(describeNames(["甲", "乙"], 1)).toBe("甲等 2 家"));
});
