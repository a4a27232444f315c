import { expect, it } from "vitest";
import type { DeductionTotal } from "./finding.ts";
import { findStreaks } from "./finding-streak.ts";
import type { Coverage } from "./inspection.ts";
import { toPoints } from "./points.ts";
import { type Quarter, toQuarter } from "./quarter.ts";
import { scoreQuarter } from "./quarter-result.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const scheme = aScheme({
  groups: [aGroup("g1", 100)],
  indicators: [anIndicator({ id: "a", points: toPoints(50) }), anIndicator({ id: "b", points: toPoints(50) })],
});
const units = [aUnit({ id: "u1", order: 1 }), aUnit({ id: "u2", order: 2 })];

/** A quarter in which units lost points: `["u1", "a", 1.5]`. */
function aQuarter(quarter: Quarter, lost: [string, string, number][], coverage: Partial<Coverage>[] = []) {
  const totals: DeductionTotal[] = lost.map(([unitId, id, points]) => aTotal(id, points, { unitId, quarter }));
  const covered = units.map((unit) =>
    aCoverage({ unitId: unit.id, quarter, ...coverage.find((row) => row.unitId === unit.id) }),
  );
  const result = scoreQuarter(quarter, {
    units,
    schemes: [scheme],
    inspections: [
      {
        quarter,
        kind: "quarterly",
        name: "季度检查",
        schemeId: "s1",
        periodStart: "2025-01-01",
        periodEnd: "2025-03-31",
        status: "published",
        publishedOn: null,
      },
    ],
    coverage: covered,
    totals,
  });
  if (result === null) throw new Error("no result");
  return result;
}

const [Q1, Q2, Q3] = [1, 2, 3].map((number) => toQuarter(2025, number)) as [Quarter, Quarter, Quarter];
const shown = (results: Parameters<typeof findStreaks>[0]) =>
  findStreaks(results).map((streak) => [
    streak.unitId,
    streak.indicatorId,
    streak.quarters.length,
    streak.total / 10_000,
  ]);

it("counts the quarters in a row up to the latest, and what they cost together", () => {
  const results = [aQuarter(Q1, [["u1", "a", 1]]), aQuarter(Q2, [["u1", "a", 2]]), aQuarter(Q3, [["u1", "a", 0.5]])];
  expect(shown(results)).toEqual([["u1", "a", 3, 3.5]]);
});

it("names nobody for one quarter, nor for a streak that has ended", () => {
  expect(shown([aQuarter(Q1, []), aQuarter(Q2, [["u1", "a", 1]])])).toEqual([]);
  expect(shown([aQuarter(Q1, [["u1", "a", 1]]), aQuarter(Q2, [["u1", "a", 1]]), aQuarter(Q3, [])])).toEqual([]);
});

it("does not join different indicators", () =>
  expect(shown([aQuarter(Q1, [["u1", "a", 1]]), aQuarter(Q2, [["u1", "b", 1]])])).toEqual([]));

it("a quarter without an inspection ends a streak, for nobody looked", () => {
  const missed = aQuarter(Q2, [["u1", "a", 1]], [{ unitId: "u1", state: "missed" }]);
  expect(shown([aQuarter(Q1, [["u1", "a", 1]]), missed, aQuarter(Q3, [["u1", "a", 1]])])).toEqual([]);
});

it("disputed points make no streak until they are confirmed", () => {
  const disputed = aQuarter(Q2, []);
  const results = [aQuarter(Q1, [["u1", "a", 1]]), disputed, aQuarter(Q3, [["u1", "a", 1]])];
  expect(shown(results)).toEqual([]);
});

it("lists the longest first, then the most points", () => {
  const lost: [string, string, number][] = [
    ["u1", "a", 1],
    ["u2", "a", 3],
  ];
  const results = [
    aQuarter(Q1, [["u1", "b", 1]]),
    aQuarter(Q2, [...lost, ["u1", "b", 1]]),
    aQuarter(Q3, [...lost, ["u1", "b", 1]]),
  ];
  expect(shown(results)).toEqual([
    ["u1", "b", 3, 3],
    ["u2", "a", 2, 6],
    ["u1", "a", 2, 2],
  ]);
});
