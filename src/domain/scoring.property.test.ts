import fc from "fast-check";
import { expect, it } from "vitest";
import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { scoreUnit } from "./scoring.ts";
import { scoringSteps } from "./scoring-steps.ts";
import { aCoverage, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const unit = aUnit();
const points = fc.integer({ min: 0, max: 400_000 });

const indicatorFor = (id: string): fc.Arbitrary<Indicator> =>
  fc
    .record({
      groupId: fc.constantFrom("g1", "g2"),
      parentId: fc.constantFrom(null, "i0", "heading"),
      points,
      effect: fc.constantFrom("deduct", "deduct", "deduct", "bonus", "veto"),
      measure: fc.constantFrom({ kind: "ratio" as const }, { kind: "perOccurrence" as const, each: 5000 }),
      capAt: fc.constantFrom("indicator", "parent", "none"),
    })
    .map((changes) => anIndicator({ id, ...changes }));

const ids = ["i0", "i1", "i2", "i3", "i4"];

const scheme: fc.Arbitrary<Scheme> = fc
  .record({
    indicators: fc.tuple(...ids.map(indicatorFor)),
    weights: fc.tuple(fc.integer({ min: 1, max: 700_000 }), fc.integer({ min: 1, max: 700_000 })),
    naPolicy: fc.constantFrom("rescale", "spread", "keep"),
    bonus: fc.constantFrom(null, { gate: 800_000, max: 100_000 }),
  })
  .map(({ weights, indicators: [first, ...rest], ...changes }) =>
    aScheme({
      ...changes,
      indicators: [{ ...(first ?? anIndicator()), parentId: null }, ...rest],
      groups: weights.map((weight, index) => ({ id: `g${index + 1}`, name: "组", shortName: "组", weight })),
    }),
  );

const totals: fc.Arbitrary<DeductionTotal[]> = fc.array(
  fc
    .record({ id: fc.constantFrom(...ids), confirmed: points, disputed: points })
    .map(({ id, confirmed, disputed }) =>
      aTotal(id, 0, { confirmed, disputed, confirmedCount: confirmed > 0 ? 1 : 0 }),
    ),
  { maxLength: 8 },
);

const coverage: fc.Arbitrary<Coverage> = fc
  .record({ notApplicable: fc.subarray(ids), notReported: fc.subarray(ids) })
  .map((gaps) => aCoverage(gaps));

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** What must hold for every scheme, coverage and set of findings. */
function forEveryScore(
  check: (scored: ReturnType<typeof scoreUnit>, scheme: Scheme, coverage: Coverage, totals: DeductionTotal[]) => void,
) {
  fc.assert(
    fc.property(scheme, coverage, totals, (some, cover, list) =>
      check(scoreUnit(some, unit, cover, list), some, cover, list),
    ),
    { numRuns: 400 },
  );
}

it("keeps the score from 0 to the full mark with the bonus", () => {
  forEveryScore(({ score, rescaled, state }, some) => {
    expect(rescaled).toBeGreaterThanOrEqual(0);
    expect(rescaled).toBeLessThanOrEqual(some.fullMark);
    if (state !== "scored") return;
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(some.fullMark + (some.bonus?.max ?? 0));
  });
});

it("never deducts more than the attainable points, nor those than the weights", () => {
  forEveryScore(({ deduction, attainable }, some) => {
    expect(deduction).toBeLessThanOrEqual(attainable);
    expect(attainable).toBeLessThanOrEqual(sum(some.groups.map((group) => group.weight)));
  });
});

it("adds up: indicators to groups, groups to the deduction", () => {
  forEveryScore((scored) => {
    for (const group of scored.groups) {
      const members = scored.indicators.filter((entry) => entry.groupId === group.groupId);
      expect(sum(members.map((entry) => entry.loss))).toBe(group.loss);
    }
    expect(sum(scored.groups.map((group) => group.loss))).toBe(scored.deduction);
  });
});

it("says capped exactly where the loss is under what the findings cost", () => {
  forEveryScore(({ indicators, groups }) => {
    for (const entry of [...indicators, ...groups]) {
      expect(entry.capped).toBe(entry.raw > entry.loss);
      expect(entry.loss).toBeGreaterThanOrEqual(0);
      expect(entry.loss).toBeLessThanOrEqual(entry.raw);
    }
  });
});

it("does not depend on the order of the totals", () => {
  forEveryScore((scored, some, cover, list) => {
    expect(scoreUnit(some, unit, cover, [...list].reverse())).toEqual(scored);
  });
});

it("never raises the score by a further confirmed deduction", () => {
  forEveryScore((scored, some, cover, list) => {
    const deducting = some.indicators.find((indicator) => indicator.effect === "deduct");
    if (!deducting || scored.score === null) return;
    const worse = scoreUnit(some, unit, cover, [...list, aTotal(deducting.id, 3)]);
    expect(worse.score).toBeLessThanOrEqual(scored.score);
    expect(worse.countedDeduction).toBeGreaterThanOrEqual(scored.countedDeduction);
  });
});

it("never finds a negative loss in what is disputed, nor more than is left", () => {
  forEveryScore(({ disputed, rescaled }) => {
    expect(disputed).toBeGreaterThanOrEqual(0);
    expect(disputed).toBeLessThanOrEqual(rescaled);
  });
});

it("changes nothing by the policy when everything applies", () => {
  forEveryScore((_scored, some, _cover, list) => {
    const results = (["rescale", "spread", "keep"] as const).map((naPolicy) =>
      scoreUnit({ ...some, naPolicy }, unit, aCoverage(), list),
    );
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});

it("leaves the base as it is when the weights make the full mark and everything applies", () => {
  forEveryScore((_scored, some, _cover, list) => {
    const [first, second] = some.groups;
    if (!first || !second) return;
    const deducts = some.indicators.map((indicator) => ({ ...indicator, effect: "deduct" as const }));
    const groups = [
      { ...first, weight: 600_000 },
      { ...second, weight: 400_000 },
    ];
    const scored = scoreUnit({ ...some, groups, indicators: deducts }, unit, aCoverage(), list);
    expect(scored.rescaled).toBe(scored.base);
    expect(scored.countedDeduction).toBe(scored.deduction);
  });
});

it("ends the waterfall at the score", () => {
  forEveryScore((scored, some) => {
    const last = scoringSteps(some, scored).pop();
    if (scored.score !== null) expect(last).toMatchObject({ kind: "score", running: scored.score });
  });
});
