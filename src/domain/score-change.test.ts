import { expect, it } from "vitest";
import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { toPoints } from "./points.ts";
import { type Quarter, toQuarter } from "./quarter.ts";
import { type QuarterResult, scoreQuarter } from "./quarter-result.ts";
import { biggestMovers, compareScores } from "./score-change.ts";
import { aCoverage, aScheme, aTotal, aUnit } from "./test-builders.ts";

const units = ["u1", "u2", "u3", "u4"].map((id, order) => aUnit({ id, shortName: id, order }));
const before = toQuarter(2025, 2);
const now = toQuarter(2025, 3);

function aResult(quarter: Quarter, points: Record<string, number>, missed: readonly string[] = []): QuarterResult {
  const coverage: Coverage[] = units.map(({ id }) =>
    aCoverage({ quarter, unitId: id, state: missed.includes(id) ? "missed" : "inspected" }),
  );
  const totals: DeductionTotal[] = Object.entries(points).map(([unitId, value]) =>
    aTotal("i1", value, { quarter, unitId }),
  );
  const inspection = {
    quarter,
    kind: "quarterly" as const,
    name: "检查",
    schemeId: "s1",
    periodStart: "2025-01-01",
    periodEnd: "2025-03-31",
    status: "published" as const,
    publishedOn: null,
  };
  const result = scoreQuarter(quarter, { units, schemes: [aScheme()], inspections: [inspection], coverage, totals });
  if (result === null) throw new Error("no scheme");
  return result;
}

const everyone = () => true;

it("sets the deduction of each unit against its own of the other quarter, fewest first", () => {
  const { changes } = compareScores(
    [aResult(now, { u1: 5, u2: 1, u3: 2, u4: 2 })],
    [aResult(before, { u1: 3, u2: 4, u3: 2, u4: 2.04 })],
    everyone,
  );
  expect(changes.map((entry) => [entry.unit.id, entry.change / toPoints(1)])).toEqual([
    ["u2", -3],
    ["u3", 0],
    ["u4", 0],
    ["u1", 2],
  ]);
});

it("lists a unit that was missed in either quarter apart and gives it no change", () => {
  const { changes, incomparable } = compareScores(
    [aResult(now, { u1: 5 }, ["u2"])],
    [aResult(before, { u1: 3 }, ["u3"])],
    everyone,
  );
  expect(changes.map((entry) => entry.unit.id)).toEqual(["u4", "u1"]);
  expect(incomparable.map((unit) => unit.id)).toEqual(["u2", "u3"]);
});

it("names those that gained and lost most, and nobody who did not move", () => {
  const { changes } = compareScores(
    [aResult(now, { u1: 9, u2: 5, u3: 1, u4: 2 })],
    [aResult(before, { u1: 3, u2: 4, u3: 4, u4: 2 })],
    everyone,
  );
  const movers = biggestMovers(changes, 1);
  expect(movers.better.map((entry) => entry.unit.id)).toEqual(["u3"]);
  expect(movers.worse.map((entry) => entry.unit.id)).toEqual(["u1"]);
  expect(biggestMovers(changes, 9).worse.map((entry) => entry.unit.id)).toEqual(["u1", "u2"]);
});

it("compares nobody without a base", () => {
  expect(compareScores([aResult(now, { u1: 5 })], [], everyone)).toEqual({ changes: [], incomparable: [] });
});
