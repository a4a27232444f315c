import { expect, it } from "vitest";
import { layOutStep, limitsOf, stepPath } from "./step-layout.ts";
import type { StepCurve, StepSeries } from "./step-series.ts";

function aCurve(changes: Partial<StepCurve> = {}): StepCurve {
  return {
    id: "serious",
    name: "严重",
    weight: 1,
    steps: [
      { hours: 6, share: 0.25 },
      { hours: 24, share: 1 },
    ],
    limit: { hours: 24, label: "严重 24 小时限", share: 1, text: "限内 4/4" },
    ...changes,
  };
}

const GENERAL = aCurve({
  id: "general",
  name: "一般",
  weight: 2,
  steps: [
    { hours: 30, share: 0.5 },
    { hours: 90, share: 1 },
  ],
  limit: { hours: 48, label: "一般 48 小时限", share: 0.5, text: "限内 1/2" },
});

function aSeries(curves: readonly StepCurve[]): StepSeries {
  return { curves, maximum: 72, ticks: [0, 12, 24, 36, 48, 60, 72], readings: [] };
}

it("a curve goes along first and then up, and on to the end of the axis", () => {
  const layout = layOutStep(aSeries([aCurve()]), 400);
  const { left, right, bottom, xOf, yOf } = layout;
  const path = stepPath(aCurve(), layout, 72);
  expect(path).toBe(`M${left} ${bottom}H${xOf(6)}V${yOf(0.25)}H${xOf(24)}V${yOf(1)}H${right}`);
});

it("steps beyond the end of the axis are not drawn", () => {
  const layout = layOutStep(aSeries([GENERAL]), 400);
  expect(stepPath(GENERAL, layout, 72).split("V")).toHaveLength(2);
});

it("equal limits share one line and both names", () => {
  const same = aCurve({ id: "b", limit: { hours: 24, label: "一般 24 小时限", share: 1, text: "" } });
  expect(limitsOf(aSeries([aCurve(), same]))).toEqual([{ hours: 24, label: "严重 24 小时限、一般 24 小时限" }]);
});

it("names of limits that would meet stand one under the other", () => {
  const bases = (width: number) => layOutStep(aSeries([aCurve(), GENERAL]), width).limits.map((limit) => limit.base);
  expect(bases(600)).toEqual([12, 12]);
  expect(bases(300)).toEqual([12, 28]);
});

it("the first curve is named above its dot on the left, the other below its dot on the right", () => {
  const [first, second] = layOutStep(aSeries([aCurve(), GENERAL]), 600).labels;
  expect(first).toMatchObject({ anchor: "end" });
  expect(second).toMatchObject({ anchor: "start" });
  expect(second?.base).toBeGreaterThan(second?.dot?.y ?? 0);
});

it("no label stands below the axis", () => {
  const low = aCurve({ id: "low", limit: { hours: 48, label: "限", share: 0, text: "限内 0/9" } });
  const layout = layOutStep(aSeries([aCurve(), low]), 600);
  expect((layout.labels[1]?.base ?? 0) + 16).toBeLessThanOrEqual(layout.bottom);
});
