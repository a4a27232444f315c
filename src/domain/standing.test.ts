import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import { type QuarterResult, scoreQuarter } from "./quarter-result.ts";
import type { Scheme } from "./scheme.ts";
import { standUnits } from "./standing.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTier, aTotal, aUnit } from "./test-builders.ts";

const q2 = toQuarter(2025, 2);
const q3 = toQuarter(2025, 3);
const scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers: [aTier(1, "一档", null, 2), aTier(2, "二档", 2, null)] }],
  groups: [aGroup("g1", 60), aGroup("g2", 40)],
  indicators: [
    anIndicator({ id: "i1", groupId: "g1", points: toPoints(60) }),
    anIndicator({ id: "i2", groupId: "g2", points: toPoints(40) }),
    anIndicator({ id: "v1", groupId: "g1", effect: "veto", name: "首页超两周未更新", points: 0 }),
  ],
});

function aResult(quarter: typeof q3, totals: Parameters<typeof scoreQuarter>[1]["totals"], facts = {}): QuarterResult {
  const result = scoreQuarter(quarter, {
    units: [aUnit()],
    schemes: [scheme],
    inspections: [
      {
        quarter,
        kind: "quarterly",
        name: "季度检查",
        schemeId: scheme.id,
        periodStart: "2025-07-01",
        periodEnd: "2025-09-30",
        status: "published",
        publishedOn: null,
      },
    ],
    coverage: [aCoverage({ quarter })],
    totals: totals.map((total) => ({ ...total, quarter })),
    ...facts,
  });
  if (!result) throw new Error("no inspection");
  return result;
}

it("takes a single quarter's figures as they are", () => {
  const [row] = standUnits([aResult(q3, [aTotal("i1", 1.5), aTotal("i2", 0.5)])]).rows;
  expect(row).toMatchObject({
    state: "scored",
    countedDeduction: toPoints(2),
    score: toPoints(98),
    tier: { level: 2 },
  });
  expect([...(row?.groups ?? [])]).toEqual([
    ["g1", toPoints(1.5)],
    ["g2", toPoints(0.5)],
  ]);
});

it("averages several quarters over those in which the unit was scored", () => {
  const missed = aResult(q2, [], { coverage: [aCoverage({ quarter: q2, state: "missed", reason: "网站迁移" })] });
  const [both] = standUnits([aResult(q2, [aTotal("i1", 1)]), aResult(q3, [aTotal("i1", 2)])]).rows;
  const [one] = standUnits([missed, aResult(q3, [aTotal("i1", 2)])]).rows;
  expect(both).toMatchObject({ quartersScored: 2, countedDeduction: toPoints(1.5), tier: { level: 1 } });
  expect(one).toMatchObject({ quartersScored: 1, countedDeduction: toPoints(2) });
});

it("lets a veto in any quarter outrank the mean, and names the quarter", () => {
  const vetoed = aResult(q2, [aTotal("v1", 0, { confirmedCount: 1 })]);
  const [row] = standUnits([vetoed, aResult(q3, [])]).rows;
  expect(row).toMatchObject({ state: "vetoed", tier: null, reason: "2025年二季度 首页超两周未更新" });
});

it("keeps a unit that no quarter inspected, with the reason", () => {
  const [row] = standUnits([
    aResult(q3, [], { coverage: [aCoverage({ quarter: q3, state: "missed", reason: "网站迁移" })] }),
  ]).rows;
  expect(row).toMatchObject({ state: "missed", reason: "网站迁移", score: null, tier: null });
});

it("grows a rescaled unit's group losses, so that they add up to its deduction", () => {
  const [row] = standUnits([
    aResult(q3, [aTotal("i1", 3)], { coverage: [aCoverage({ quarter: q3, notApplicable: ["i2"] })] }),
  ]).rows;
  expect(row?.countedDeduction).toBe(toPoints(5));
  expect(row?.groups.get("g1")).toBe(toPoints(5));
});

it("scores each quarter under the scheme that its inspection names", () => {
  const other: Scheme = { ...scheme, id: "s2", fullMark: toPoints(200) };
  const result = aResult(q3, [], { schemes: [other, scheme] });
  expect(result.scheme.id).toBe("s1");
});
