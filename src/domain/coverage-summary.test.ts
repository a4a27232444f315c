import { expect, it } from "vitest";
import { summariseCoverage } from "./coverage-summary.ts";
import { toQuarter } from "./quarter.ts";
import { aCoverage, aUnit } from "./test-builders.ts";

const quarter = toQuarter(2025, 3);
const units = ["c", "a", "b", "closed"].map((id) =>
  aUnit({ id, order: id.charCodeAt(0), activeTo: id === "closed" ? "2025-06-30" : null }),
);

it("keeps 未检 (said so) apart from 未报 (nothing said), and 应检 is their sum with 实检", () => {
  const coverage = [
    aCoverage({ unitId: "a" }),
    aCoverage({ unitId: "b", state: "missed", reason: "机构改革" }),
    aCoverage({ unitId: "c", quarter: toQuarter(2025, 2) }),
    aCoverage({ unitId: "closed" }),
  ];
  const { due, inspected, missed, notReported } = summariseCoverage(units, coverage, quarter);
  const ids = [due, inspected, missed, notReported].map((list) => list.map((unit) => unit.id));
  expect(ids).toEqual([["a", "b", "c"], ["a"], ["b"], ["c"]]);
});
