import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS, type Filters, filtersSchema, isNarrowed, isUnitPicked } from "./filters.ts";
import { aUnit } from "./test-builders.ts";

const town = aUnit({ id: "t1", kind: "township", class: "二类" });

describe("picked units", () => {
  it("are all units when nothing is picked", () => {
    expect(isUnitPicked(town, DEFAULT_FILTERS)).toBe(true);
    expect(isNarrowed(DEFAULT_FILTERS)).toBe(false);
  });

  it.each([
    [{ side: "township" as const }, true],
    [{ side: "department" as const }, false],
    [{ unitClass: "二类" }, true],
    [{ unitClass: "一类" }, false],
    [{ units: ["t1", "t2"] }, true],
    [{ units: ["t2"] }, false],
    [{ side: "township" as const, unitClass: "一类" }, false],
  ])("with %o hold the township of class 二类: %s", (changes, picked) => {
    const filters = { ...DEFAULT_FILTERS, ...changes };
    expect(isUnitPicked(town, filters)).toBe(picked);
    expect(isNarrowed(filters)).toBe(true);
  });

  it("are not narrowed by what picks no units", () => {
    const filters: Filters = { ...DEFAULT_FILTERS, compare: "none", sort: "register", body: "b", year: 2024 };
    expect(isNarrowed(filters)).toBe(false);
  });
});

it("has defaults that pass its own schema", () => {
  expect(filtersSchema.parse(DEFAULT_FILTERS)).toEqual(DEFAULT_FILTERS);
});
