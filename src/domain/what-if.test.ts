import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidingFindings } from "./deciding-finding.ts";
import type { Finding } from "./finding.ts";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import { type QuarterResult, scoreQuarter } from "./quarter-result.ts";
import type { Scheme } from "./scheme.ts";
import { applyChanges, type SchemeChange } from "./scheme-draft.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";
import { tierOf } from "./tier.ts";
import { flipsOf, nearestFlip } from "./tier-flip.ts";
import { compareDraft, migrationOf, nameStandpoint, summariseWhatIf } from "./what-if.ts";
import { prepareBench } from "./what-if-scores.ts";

const Q3 = toQuarter(2025, 3);

/** 一档 up to 2 points lost, 二档 up to 5, 三档 beyond. */
const tiers = [
  { level: 1, name: "一档", lower: null, upper: { value: toPoints(2), inclusive: true }, qualified: true },
  {
    level: 2,
    name: "二档",
    lower: { value: toPoints(2), inclusive: false },
    upper: { value: toPoints(5), inclusive: true },
    qualified: true,
  },
  { level: 3, name: "三档", lower: { value: toPoints(5), inclusive: false }, upper: null, qualified: false },
];

const scheme: Scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers }],
  groups: [aGroup("g1", 60), aGroup("g2", 40)],
  indicators: [
    anIndicator({ id: "a", points: toPoints(60), measure: { kind: "perOccurrence", each: toPoints(0.5) } }),
    anIndicator({ id: "b", groupId: "g2", points: toPoints(40), measure: { kind: "ratio" } }),
  ],
});

function resultOf(losses: Record<string, number>): QuarterResult {
  const units = Object.keys(losses).map((id, index) => aUnit({ id, order: index + 1, shortName: id }));
  const result = scoreQuarter(Q3, {
    units,
    schemes: [scheme],
    inspections: [
      {
        quarter: Q3,
        kind: "quarterly",
        name: "三季度检查",
        schemeId: "s1",
        periodStart: "2025-07-01",
        periodEnd: "2025-09-30",
        status: "draft",
        publishedOn: null,
      },
    ],
    coverage: units.map((unit) => aCoverage({ unitId: unit.id })),
    totals: units.map((unit) => aTotal("a", losses[unit.id] ?? 0, { unitId: unit.id })),
  });
  if (result === null) throw new Error("not scored");
  return result;
}

function tryOut(losses: Record<string, number>, changes: readonly SchemeChange[]) {
  const bench = prepareBench(resultOf(losses));
  const whatIf = compareDraft(bench, applyChanges(bench.scheme, changes).scheme);
  return { whatIf, of: (id: string) => whatIf.rows.find((row) => row.unit.id === id) };
}

describe("a draft", () => {
  it("moves units over an edge that it moves, and nobody else", () => {
    const { of } = tryOut({ u: 2.4, v: 1 }, [{ kind: "edge", id: "*", level: 1, value: toPoints(2.5) }]);
    expect([of("u")?.before.tier?.name, of("u")?.after.tier?.name, of("u")?.tierStep]).toEqual(["二档", "一档", -1]);
    expect(of("v")?.tierStep).toBe(0);
  });

  it("prices what was found anew: half a point an occurrence becomes a whole one", () => {
    const { of } = tryOut({ u: 2 }, [{ kind: "each", id: "a", value: toPoints(1) }]);
    expect(of("u")?.after.countedDeduction).toBe(toPoints(4));
  });

  it("moves ranks within the class, ties together", () => {
    const { of } = tryOut({ u: 3, v: 1, w: 3 }, [{ kind: "points", id: "a", value: toPoints(1) }]);
    expect(["u", "v", "w"].map((id) => [of(id)?.rankBefore, of(id)?.rankAfter])).toEqual([
      [2, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  it("changes nothing when it changes nothing", () => {
    const { whatIf } = tryOut({ u: 3, v: 1 }, []);
    for (const row of whatIf.rows) expect([row.after, row.tierStep]).toEqual([row.before, 0]);
    expect(summariseWhatIf(whatIf.rows)).toMatchObject({ scored: 2, better: 0, worse: 0 });
  });

  it("counts who goes from where to where", () => {
    const { whatIf } = tryOut({ u: 2.4, v: 1, w: 9 }, [{ kind: "edge", id: "*", level: 1, value: toPoints(2.5) }]);
    const { from, to, units } = migrationOf(whatIf.rows);
    expect([from.map(nameStandpoint), to.map(nameStandpoint)]).toEqual([
      ["一档", "二档", "三档"],
      ["一档", "三档"],
    ]);
    expect(units.map((row) => row.map((cell) => cell.map((unit) => unit.id)))).toEqual([
      [["v"], []],
      [["u"], []],
      [[], ["w"]],
    ]);
  });
});

describe("the smallest change that flips a unit", () => {
  it("is the way to the nearer edge, and says whether the edge itself is enough", () => {
    expect(flipsOf(tiers, toPoints(2.3))).toMatchObject({
      better: { to: { name: "一档" }, distance: toPoints(0.3), beyond: false, sign: -1 },
      worse: { to: { name: "三档" }, distance: toPoints(2.7), beyond: true, sign: 1 },
    });
    expect(nearestFlip(flipsOf(tiers, toPoints(2.3)))?.to.name).toBe("一档");
  });

  it("is nothing but a step for a unit on the edge", () => {
    expect(flipsOf(tiers, toPoints(2)).worse).toMatchObject({ distance: 0, beyond: true });
    expect(flipsOf(tiers, toPoints(2)).better).toBeNull();
  });

  it("is never larger than needed, and enough", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.nat(), (value, part) => {
        const own = tierOf(tiers, value);
        for (const flip of Object.values(flipsOf(tiers, value))) {
          if (flip === null) continue;
          const full = flip.distance + (flip.beyond ? 1 : 0);
          expect(tierOf(tiers, value + full * flip.sign)).toEqual(flip.to);
          if (full > 0) expect(tierOf(tiers, value + (part % full) * flip.sign)).toEqual(own);
        }
      }),
    );
  });

  it("marks a unit within half a point of an edge as 临界", () => {
    const { of } = tryOut({ u: 1.5, v: 1.4 }, []);
    expect([of("u")?.isNear, of("v")?.isNear]).toEqual([true, false]);
  });
});

describe("the finding that decides", () => {
  const base: Finding = {
    id: "f1",
    quarter: Q3,
    unitId: "u1",
    indicatorId: "a",
    occurredOn: "2025-08-20",
    count: 1,
    ratio: null,
    points: toPoints(0.5),
    problem: "栏目未更新",
    evidenceUrl: null,
    status: "confirmed",
    parentId: null,
  };
  const facts = (totals: number, findings: Finding[]) => ({
    unit: aUnit(),
    coverage: aCoverage(),
    totals: [aTotal("a", totals)],
    findings,
    scheme,
  });

  it("is the lightest line whose withdrawal lifts the unit", () => {
    const findings = [base, { ...base, id: "f2", points: toPoints(1.6) }, { ...base, id: "f3", points: toPoints(0.1) }];
    const { withdrawn, upheld } = decidingFindings(facts(2.2, findings), scheme);
    expect([withdrawn?.finding.id, withdrawn?.to.name, upheld]).toEqual(["f1", "一档", null]);
  });

  it("is a disputed line that would lower the unit if it were upheld", () => {
    const findings = [{ ...base, status: "appealed" as const }];
    const { withdrawn, upheld } = decidingFindings(facts(1.8, findings), scheme);
    expect([withdrawn, upheld?.finding.id, upheld?.to.name]).toEqual([null, "f1", "二档"]);
  });

  it("is weighed by the draft: at twice the price a smaller line suffices", () => {
    const draft = applyChanges(scheme, [{ kind: "each", id: "a", value: toPoints(1) }]).scheme;
    const findings = [{ ...base, points: toPoints(0.1) }];
    expect(decidingFindings(facts(1.1, findings), scheme).withdrawn).toBeNull();
    expect(decidingFindings(facts(1.1, findings), draft).withdrawn?.to.name).toBe("一档");
  });
});
