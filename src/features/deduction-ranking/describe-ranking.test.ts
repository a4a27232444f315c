import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS } from "#domain/filters.ts";
import { summarise } from "#domain/inspection-summary.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import { type QuarterResult, scoreQuarter } from "#domain/quarter-result.ts";
import { standUnits } from "#domain/standing.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTier, aTotal, aUnit } from "#domain/test-builders.ts";
import { describeConclusion, describeRankingFinding, describeTiers } from "./describe-ranking.ts";
import { rankStandings } from "./rank-standings.ts";

const quarter = toQuarter(2025, 3);
const units = [
  aUnit({ id: "a", order: 1, shortName: "教委" }),
  aUnit({ id: "b", order: 2, shortName: "民政局" }),
  aUnit({ id: "c", order: 3, shortName: "云溪镇", kind: "township" }),
];
const tiers = [aTier(1, "一档", null, 2), aTier(2, "二档", 2, null)];
const scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers }],
  groups: [aGroup("g1", 60), aGroup("g2", 40)],
  indicators: [
    anIndicator({ id: "i1", groupId: "g1", points: toPoints(60) }),
    anIndicator({ id: "i2", groupId: "g2", points: toPoints(40) }),
  ],
});

function theQuarter(): QuarterResult {
  const result = scoreQuarter(quarter, {
    units,
    schemes: [scheme],
    inspections: [
      {
        quarter,
        kind: "quarterly",
        name: "季度检查",
        schemeId: "s1",
        periodStart: "2025-07-01",
        periodEnd: "2025-09-30",
        status: "published",
        publishedOn: null,
      },
    ],
    coverage: units.map((unit) => aCoverage({ unitId: unit.id })),
    totals: [aTotal("i1", 3, { unitId: "a" }), aTotal("i2", 3, { unitId: "b" }), aTotal("i1", 1, { unitId: "c" })],
  });
  if (!result) throw new Error("no inspection");
  return result;
}

const result = theQuarter();
const standings = standUnits([result]);
const everyone = () => true;

describe("the finding of the ranked bars", () => {
  it("names the leaders of each class, ties together, and the two heaviest groups", () => {
    const ranked = rankStandings(standings, DEFAULT_FILTERS);
    expect(describeRankingFinding(ranked, [result], everyone)).toBe(
      "部门首位教委、民政局并列扣 3.0 分，镇街首位云溪镇扣 1.0 分；指标g1（57.1%）与指标g2（42.9%）合占 7.0 分的 100.0%。",
    );
  });

  it("gives picked units their place in the whole class, not among the picked", () => {
    const ranked = rankStandings(standings, { ...DEFAULT_FILTERS, units: ["b"] });
    expect(describeRankingFinding(ranked, [result], (unit) => unit.id === "b")).toBe(
      "民政局扣 3.0 分（部门第 1/2 位）。",
    );
  });
});

it("concludes with the total, its change against the named base, and the worst tier", () => {
  const summary = summarise([result], everyone);
  const base = { head: "较二季度", summary: { ...summary, deduction: toPoints(9.5) } };
  expect(describeConclusion(standings, rankStandings(standings, DEFAULT_FILTERS), summary, base)).toBe(
    "2025年三季度 3 家单位共扣 7.0 分，较二季度减少 2.5 分；二档 2 家。",
  );
});

it("states tier bounds once when every class shares them, else class by class", () => {
  const apart = {
    ...scheme,
    classTiers: [
      { unitClass: "一类", tiers },
      { unitClass: "二类", tiers: [aTier(1, "一档", null, 4), aTier(2, "二档", 4, null)] },
    ],
  };
  expect(describeTiers(scheme, ["一类", "二类"])).toBe("按扣分分档：一档 <2，二档 ≥2");
  expect(describeTiers(apart, ["一类", "二类"])).toBe("按扣分分档：一类：一档 <2，二档 ≥2；二类：一档 <4，二档 ≥4");
  expect(describeTiers({ ...scheme, classTiers: [] }, ["一类"])).toBe("本方案不分档");
});
