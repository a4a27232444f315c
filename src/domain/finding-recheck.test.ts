import { expect, it } from "vitest";
import { compareReinspection } from "./finding-recheck.ts";
import { toPoints } from "./points.ts";

it("sets what the second look left beside what the first inspection found", () => {
  const rows = compareReinspection(
    [
      { unitId: "u1", confirmedCount: 3, disputedCount: 1 },
      { unitId: "u1", confirmedCount: 2, disputedCount: 0 },
      { unitId: "u2", confirmedCount: 4, disputedCount: 0 },
      { unitId: "u3", confirmedCount: 0, disputedCount: 0 },
    ],
    [
      { unitId: "u1", fixed: 4, notFixed: 1, pointsLeft: toPoints(0.5) },
      { unitId: "u2", fixed: 1, notFixed: 2, pointsLeft: toPoints(1) },
    ],
  );
  expect(rows).toEqual([
    { unitId: "u2", found: 4, rechecked: 3, fixed: 1, notFixed: 2, pointsLeft: toPoints(1) },
    { unitId: "u1", found: 6, rechecked: 5, fixed: 4, notFixed: 1, pointsLeft: toPoints(0.5) },
  ]);
});

it("a unit that nobody looked at again is not a unit without problems", () => {
  expect(compareReinspection([{ unitId: "u1", confirmedCount: 2, disputedCount: 0 }], [])).toEqual([
    { unitId: "u1", found: 2, rechecked: 0, fixed: 0, notFixed: 0, pointsLeft: 0 },
  ]);
});
