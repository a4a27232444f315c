import { expect, it } from "vitest";
import { toQuarter } from "./quarter.ts";
import { describeScheme, schemeInForce, schemeSchema, tiersFor } from "./scheme.ts";
import { aScheme, aTier } from "./test-builders.ts";

const old = aScheme({ id: "old", effectiveFrom: toQuarter(2024, 1), effectiveTo: toQuarter(2024, 4) });
const current = aScheme({ id: "current", effectiveFrom: toQuarter(2025, 1), effectiveTo: null });

it.each([
  [toQuarter(2023, 4), undefined],
  [toQuarter(2024, 1), "old"],
  [toQuarter(2024, 4), "old"],
  [toQuarter(2025, 1), "current"],
  [toQuarter(2029, 4), "current"],
])("scores %s under scheme %s: a past quarter keeps its version", (quarter, id) =>
  expect(schemeInForce([old, current], quarter)?.id).toBe(id),
);

it("takes the tiers of the unit's class, else those of every class, else none", () => {
  const own = { unitClass: "一类", tiers: [aTier(1, "领先", 90, null)] };
  const any = { unitClass: "*", tiers: [aTier(1, "领先", 60, null)] };
  const scheme = aScheme({ classTiers: [any, own] });
  expect(tiersFor(scheme, "一类")).toBe(own.tiers);
  expect(tiersFor(scheme, "二类")).toBe(any.tiers);
  expect(tiersFor(aScheme({ classTiers: [own] }), "二类")).toEqual([]);
});

it("names the version with the scheme", () => expect(describeScheme(aScheme())).toBe("评分规则（v1）"));

it("is data: a scheme survives JSON", () => {
  expect(schemeSchema.parse(JSON.parse(JSON.stringify(old)))).toEqual(old);
});
