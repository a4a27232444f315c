import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { scoreUnit } from "./scoring.ts";
import { scoringSteps } from "./scoring-steps.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const scheme = aScheme({
  bonus: { gate: toPoints(80), max: toPoints(5) },
  vetoScore: toPoints(59),
  groups: [aGroup("open", 75), aGroup("service", 25)],
  indicators: [
    anIndicator({ id: "open", groupId: "open" }),
    anIndicator({ id: "service", groupId: "service" }),
    anIndicator({ id: "bonus", groupId: "open", effect: "bonus" }),
    anIndicator({ id: "veto", groupId: "open", effect: "veto" }),
  ],
});
const noService = aCoverage({ notApplicable: ["service"] });

function steps(coverage = aCoverage(), totals = [aTotal("open", 12), aTotal("bonus", 2)]) {
  const score = scoreUnit(scheme, aUnit(), coverage, totals);
  return scoringSteps(scheme, score).map((step) => [
    step.kind,
    step.delta / 10_000,
    step.running / 10_000,
    step.capped,
  ]);
}

it("walks from the full mark over each group to the score and marks the cap", () => {
  expect(steps()).toEqual([
    ["fullMark", 100, 100, false],
    ["group", -10, 90, true],
    ["group", 0, 90, false],
    ["bonus", 2, 92, false],
    ["score", 0, 92, false],
  ]);
});

it("shows what does not apply leaving, and the rest brought back to the full mark", () => {
  expect(steps(noService, [aTotal("open", 6)])).toEqual([
    ["fullMark", 100, 100, false],
    ["attainable", -25, 75, false],
    ["group", -6, 69, false],
    ["group", 0, 69, false],
    ["rescale", 23, 92, false],
    ["score", 0, 92, false],
  ]);
});

it("ends a veto at the score that the scheme writes", () => {
  const kinds = steps(aCoverage(), [aTotal("veto", 0, { confirmedCount: 1 })]);
  expect(kinds.slice(-2)).toEqual([
    ["veto", -41, 59, false],
    ["score", 0, 59, false],
  ]);
});

it("has no steps for a unit that was missed", () => {
  expect(steps(aCoverage({ state: "missed" }))).toEqual([]);
});
