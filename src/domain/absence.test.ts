import { expect, it } from "vitest";
import { findAbsences } from "./absence.ts";
import type { Inspection } from "./inspection.ts";
import { type Quarter, toQuarter } from "./quarter.ts";
import { type QuarterResult, scoreQuarter } from "./quarter-result.ts";
import { aCoverage, aScheme, aUnit } from "./test-builders.ts";

const units = [aUnit({ id: "u1", order: 1 }), aUnit({ id: "u2", order: 2 })];
const [q1, q2, q3] = [toQuarter(2025, 1), toQuarter(2025, 2), toQuarter(2025, 3)];

/** What the ledger says of u1 and u2: inspected, missed, or nothing. */
function aResult(quarter: Quarter, states: readonly ("inspected" | "missed" | null)[]): QuarterResult {
  const inspection: Inspection = {
    quarter,
    kind: "quarterly",
    name: "检查",
    schemeId: "s1",
    periodStart: "2025-01-01",
    periodEnd: "2025-03-31",
    status: "published",
    publishedOn: null,
  };
  const result = scoreQuarter(quarter, {
    units,
    schemes: [aScheme()],
    inspections: [inspection],
    coverage: units.flatMap(({ id }, index) => {
      const state = states[index];
      const reason = state === "missed" ? "网站迁移" : null;
      return state ? [aCoverage({ quarter, unitId: id, state, reason })] : [];
    }),
    totals: [],
  });
  if (result === null) throw new Error("no scheme");
  return result;
}

it("tells 未检 with its reason from 未报, and says when the unit was last inspected", () => {
  const history = [
    aResult(q1, ["inspected", "inspected"]),
    aResult(q2, ["missed", "inspected"]),
    aResult(q3, ["missed", null]),
  ];
  expect(
    findAbsences(history, [q3], () => true).map(({ unit, kind, reason, lastInspected, inARow }) => [
      unit.id,
      kind,
      reason,
      lastInspected,
      inARow,
    ]),
  ).toEqual([
    ["u1", "missed", "网站迁移", q1, 2],
    ["u2", "notReported", null, q2, 1],
  ]);
});

it("lists the latest quarter first and only the units that are picked", () => {
  const history = [aResult(q1, ["missed", "missed"]), aResult(q2, ["missed", "inspected"])];
  const absences = findAbsences(history, [q1, q2], (unit) => unit.id === "u1");
  expect(absences.map(({ quarter, inARow, lastInspected }) => [quarter, inARow, lastInspected])).toEqual([
    [q2, 2, null],
    [q1, 1, null],
  ]);
});
