import fc from "fast-check";
import { expect, it } from "vitest";
import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import { toQuarter } from "./quarter.ts";
import { scoreQuarter } from "./quarter-result.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { applyChanges, type SchemeChange } from "./scheme-draft.ts";
import { aCoverage, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";
import { prepareBench, scoreDraft, scorePlainly } from "./what-if-scores.ts";

const Q3 = toQuarter(2025, 3);
const points = fc.integer({ min: 0, max: 400_000 });
const ids = ["i0", "i1", "i2", "i3", "i4", "i5"];
const unitIds = ["u1", "u2", "u3"];

const indicatorFor = (id: string): fc.Arbitrary<Indicator> =>
  fc
    .record({
      groupId: fc.constantFrom("g1", "g2"),
      parentId: fc.constantFrom(null, "i0", "i1", "heading"),
      points,
      effect: fc.constantFrom("deduct", "deduct", "deduct", "bonus", "veto"),
      measure: fc.constantFrom({ kind: "ratio" as const }, { kind: "perOccurrence" as const, each: 5000 }),
      capAt: fc.constantFrom("indicator", "parent", "none"),
    })
    .map((changes) => anIndicator({ id, ...changes }));

const tiers = [
  { level: 1, name: "一档", lower: null, upper: { value: 200_000, inclusive: true }, qualified: true },
  { level: 2, name: "二档", lower: { value: 200_000, inclusive: false }, upper: null, qualified: true },
];

const scheme: fc.Arbitrary<Scheme> = fc
  .record({
    indicators: fc.tuple(...ids.map(indicatorFor)),
    weights: fc.tuple(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 1, max: 700_000 })),
    naPolicy: fc.constantFrom("rescale", "spread", "keep"),
    tierBasis: fc.constantFrom("score", "deduction"),
    vetoScore: fc.constantFrom(null, 590_000),
    bonus: fc.constantFrom(null, { gate: 800_000, max: 100_000 }),
  })
  .map(({ weights, ...changes }) =>
    aScheme({
      ...changes,
      classTiers: [{ unitClass: "*", tiers }],
      groups: weights.map((weight, index) => ({ id: `g${index + 1}`, name: "组", shortName: "组", weight })),
    }),
  );

const totalsFor = (unitId: string): fc.Arbitrary<DeductionTotal[]> =>
  fc
    .subarray(ids)
    .chain((found) =>
      fc.tuple(
        ...found.map((id) =>
          points.map((confirmed) => aTotal(id, 0, { unitId, confirmed, confirmedCount: confirmed > 0 ? 1 : 0 })),
        ),
      ),
    );

const coverageFor = (unitId: string): fc.Arbitrary<Coverage> =>
  fc.record({
    quarter: fc.constant(Q3),
    unitId: fc.constant(unitId),
    state: fc.constantFrom("inspected", "inspected", "missed"),
    reason: fc.constant(null),
    notApplicable: fc.subarray(ids),
    notReported: fc.subarray(ids),
  });

const change: fc.Arbitrary<SchemeChange> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("points", "each"),
    id: fc.constantFrom(...ids),
    value: fc.integer({ min: 1, max: 400_000 }),
  }),
  fc.record({ kind: fc.constant("weight"), id: fc.constantFrom("g1", "g2"), value: points }),
  fc.record({
    kind: fc.constant("cap"),
    id: fc.constantFrom(...ids),
    value: fc.constantFrom("indicator", "parent", "none"),
  }),
  fc.record({ kind: fc.constant("edge"), id: fc.constant("*"), level: fc.constant(1), value: points }),
) as fc.Arbitrary<SchemeChange>;

it("the short way gives the figures of the long one, for every scheme, gap, finding and draft", () => {
  fc.assert(
    fc.property(
      scheme,
      fc.tuple(...unitIds.map(totalsFor)),
      fc.tuple(...unitIds.map(coverageFor)),
      fc.array(change, { maxLength: 6 }),
      (base, totals, coverage, changes) => {
        const result = scoreQuarter(Q3, {
          units: unitIds.map((id, index) => aUnit({ id, order: index })),
          schemes: [base],
          inspections: [
            {
              quarter: Q3,
              kind: "quarterly",
              name: "检查",
              schemeId: base.id,
              periodStart: "2025-07-01",
              periodEnd: "2025-09-30",
              status: "draft",
              publishedOn: null,
            },
          ],
          coverage,
          totals: totals.flat(),
        });
        if (result === null) throw new Error("not scored");
        const bench = prepareBench(result);
        const draft = applyChanges(base, changes).scheme;
        expect(scoreDraft(bench, draft)).toEqual(scorePlainly(bench, draft));
      },
    ),
    { numRuns: 600 },
  );
});

it("under the scheme itself gives the figures that the quarter has", () => {
  const result = scoreQuarter(Q3, {
    units: [aUnit()],
    schemes: [aScheme()],
    inspections: [
      {
        quarter: Q3,
        kind: "quarterly",
        name: "检查",
        schemeId: "s1",
        periodStart: "2025-07-01",
        periodEnd: "2025-09-30",
        status: "draft",
        publishedOn: null,
      },
    ],
    coverage: [aCoverage()],
    totals: [aTotal("i1", 2)],
  });
  if (result === null) throw new Error("not scored");
  const { countedDeduction, score } = result.scores.get("u1") ?? {};
  expect(scoreDraft(prepareBench(result), result.scheme)).toMatchObject([{ countedDeduction, score }]);
});
