import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { scoreRange } from "./score-range.ts";
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
    step.caps.join(),
  ]);
}

it("walks from the full mark over each indicator that cost something to the score and marks the cap", () => {
  expect(steps()).toEqual([
    ["fullMark", 100, 100, ""],
    ["indicator", -10, 90, "indicator"],
    ["bonus", 2, 92, ""],
    ["score", 0, 92, ""],
  ]);
});

it("shows what does not apply leaving, and the rest brought back to the full mark", () => {
  expect(steps(noService, [aTotal("open", 6)])).toEqual([
    ["fullMark", 100, 100, ""],
    ["attainable", -25, 75, ""],
    ["indicator", -6, 69, ""],
    ["rescale", 23, 92, ""],
    ["score", 0, 92, ""],
  ]);
});

it("ends a veto at the score that the scheme writes", () => {
  const kinds = steps(aCoverage(), [aTotal("veto", 0, { confirmedCount: 1 })]);
  expect(kinds.slice(-2)).toEqual([
    ["veto", -41, 59, ""],
    ["score", 0, 59, ""],
  ]);
});

it("ends a veto without a score with the veto itself", () => {
  const blank = { ...scheme, vetoScore: null };
  const score = scoreUnit(blank, aUnit(), aCoverage(), [aTotal("veto", 0, { confirmedCount: 1 })]);
  expect(scoringSteps(blank, score).map((step) => step.kind)).toEqual(["fullMark", "veto"]);
});

it("keeps a bonus that the gate turned away as a step of nothing", () => {
  const gate = { ...scheme, bonus: { gate: toPoints(80), max: toPoints(5) } };
  const totals = [aTotal("open", 10), aTotal("service", 10), aTotal("bonus", 2)];
  const score = scoreUnit(gate, aUnit(), aCoverage(), totals);
  expect(scoringSteps(gate, score).find((step) => step.kind === "bonus")).toMatchObject({ delta: 0, held: 20_000 });
});

it("stands an indicator that is only disputed, with what it would cost", () => {
  const totals = [aTotal("open", 0, { disputed: toPoints(3), disputedCount: 1 })];
  const range = scoreRange(scheme, aUnit(), aCoverage(), totals);
  const steps = scoringSteps(scheme, scoreUnit(scheme, aUnit(), aCoverage(), totals), range?.upheld);
  expect(steps[1]).toMatchObject({ kind: "indicator", indicatorId: "open", delta: 0, disputed: 30_000 });
});

it("has no steps for a unit that was missed", () => {
  expect(steps(aCoverage({ state: "missed" }))).toEqual([]);
});
