import { expect, it } from "vitest";
import { toQuarter } from "./quarter.ts";
import { aUnit } from "./test-builders.ts";
import { byOrder, isActiveIn, sideOf } from "./unit.ts";

const quarter = toQuarter(2025, 2);

it.each([
  [null, null, true],
  ["2025-06-30", null, true],
  ["2025-07-01", null, false],
  [null, "2025-04-01", true],
  [null, "2025-03-31", false],
])("a unit from %s to %s is active in 2025Q2: %s, by a single day of the quarter", (activeFrom, activeTo, active) =>
  expect(isActiveIn(aUnit({ activeFrom, activeTo }), quarter)).toBe(active),
);

it("puts the office on the side of the departments", () => {
  const sides = (["office", "department", "township"] as const).map((kind) => sideOf(aUnit({ kind })));
  expect(sides).toEqual(["department", "department", "township"]);
});

it("orders by administrative order, then by id", () => {
  const units = [aUnit({ id: "c", order: 2 }), aUnit({ id: "b", order: 1 }), aUnit({ id: "a", order: 2 })];
  expect(units.sort(byOrder).map((unit) => unit.id)).toEqual(["b", "a", "c"]);
});
