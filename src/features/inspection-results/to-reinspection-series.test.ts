import { expect, it } from "vitest";
import type { Reinspection } from "#domain/finding-recheck.ts";
import { aUnit } from "#domain/test-builders.ts";
import { describeReinspection, toReinspectionTotals } from "./describe-reinspection.ts";
import { toReinspectionSeries } from "./to-reinspection-series.ts";

const aRow = (unitId: string, changes: Partial<Reinspection> = {}): Reinspection => ({
  unitId,
  found: 6,
  rechecked: 5,
  fixed: 3,
  notFixed: 2,
  pointsLeft: 0,
  ...changes,
});
const units = [aUnit({ id: "u1", shortName: "云溪镇" }), aUnit({ id: "u2", shortName: "归雁镇" })];

it("sets what is left beside what was found, with n/N of what was put right", () => {
  const { rows, maximum } = toReinspectionSeries(
    [aRow("u1"), aRow("u2", { rechecked: 0, fixed: 0, notFixed: 0 })],
    units,
    ["u1"],
  );
  expect(
    rows.map(({ label, value, shareText, base, picked }) => [label, value, shareText, base?.valueText, picked]),
  ).toEqual([["云溪镇", 2, "已改 3/5", "首检 6", true]]);
  expect(maximum).toBe(6);
});

it("says how many were looked at again, put right, and where most is left", () => {
  const rows = [aRow("u1"), aRow("u2", { found: 4, rechecked: 4, fixed: 4, notFixed: 0 })];
  expect(toReinspectionTotals(rows)).toEqual({ found: 10, rechecked: 9, fixed: 7, notFixed: 2, units: 2 });
  expect(describeReinspection(rows, units)).toBe(
    "首检发现 10 条，回头看 9 条、覆盖 2 家，已整改 7/9（77.8%），仍未整改 2 条；最多的是云溪镇（2 条）。",
  );
});

it("gives counts only where few were looked at, and says when nobody looked again", () => {
  expect(describeReinspection([aRow("u1", { rechecked: 3, fixed: 3, notFixed: 0 })], units)).toBe(
    "首检发现 6 条，回头看 3 条、覆盖 1 家，已整改 3/3（样本少），没有未整改的。",
  );
  expect(describeReinspection([aRow("u1", { rechecked: 0, fixed: 0, notFixed: 0 })], units)).toBe(
    "首检发现 6 条，还没有回头看。",
  );
});
