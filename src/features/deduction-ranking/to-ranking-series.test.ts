import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS } from "#domain/filters.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import type { Standing, Standings } from "#domain/standing.ts";
import { aGroup, anIndicator, aScheme, aTier, aUnit } from "#domain/test-builders.ts";
import { tierOf } from "#domain/tier.ts";
import { rankStandings } from "./rank-standings.ts";
import { toHeatmapSeries } from "./to-heatmap-series.ts";
import { toRankingSeries } from "./to-ranking-series.ts";

const tiers = [
  { ...aTier(1, "一档", null, 2), upper: { value: toPoints(2), inclusive: true } },
  { ...aTier(2, "二档", 2, null), lower: { value: toPoints(2), inclusive: false } },
];
const scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers }],
  groups: [aGroup("g1", 60), aGroup("g2", 40)],
  indicators: [anIndicator({ id: "i1", groupId: "g1" }), anIndicator({ id: "i2", groupId: "g2" })],
});

function aStanding(id: string, order: number, deduction: number, changes: Partial<Standing> = {}): Standing {
  const points = toPoints(deduction);
  return {
    unit: aUnit({ id, order, shortName: `单位${id}` }),
    unitId: id,
    state: "scored",
    reason: null,
    quartersScored: 1,
    countedDeduction: points,
    disputed: 0,
    score: toPoints(100) - points,
    tier: tierOf(tiers, points),
    groups: new Map([["g1", points]]),
    indicators: new Map([
      ["i1", { indicatorId: "i1", groupId: "g1", loss: points, state: "scored", capped: false }],
      ["i2", { indicatorId: "i2", groupId: "g2", loss: 0, state: "notApplicable", capped: false }],
    ]),
    ...changes,
  };
}

const missed = aStanding("c", 3, 0, { state: "missed", tier: null, score: null, reason: "网站迁移" });
const vetoed = aStanding("d", 4, 9, { state: "vetoed", tier: null, score: null, reason: "首页超两周未更新" });
const standings: Standings = {
  quarters: [toQuarter(2026, 3)],
  scheme,
  schemes: [scheme],
  draft: false,
  frozen: null,
  corrections: [],
  rows: [aStanding("a", 1, 1.6), aStanding("b", 2, 1.6), missed, vetoed, aStanding("e", 5, 0.4)],
};

describe("ranks", () => {
  it("shares a rank between ties and closes the list with vetoed and missed units, unranked", () => {
    const [panel] = rankStandings(standings, DEFAULT_FILTERS);
    expect(panel?.rows.map((row) => [row.standing.unitId, row.rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["e", 3],
      ["d", null],
      ["c", null],
    ]);
  });

  it("keeps a unit's rank in the whole class when the view is narrowed", () => {
    const [panel] = rankStandings(standings, { ...DEFAULT_FILTERS, units: ["e"] });
    expect(panel?.rows.map((row) => row.rank)).toEqual([3]);
    expect(panel?.ranked).toBe(3);
  });

  it("offers the fixed administrative order", () => {
    const [panel] = rankStandings(standings, { ...DEFAULT_FILTERS, sort: "register" });
    expect(panel?.rows.map((row) => row.standing.unitId)).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("ranked bars", () => {
  const ranked = rankStandings(standings, DEFAULT_FILTERS);

  it("draws no bar and prints no zero for a unit that was not inspected", () => {
    const series = toRankingSeries(standings, ranked, null);
    expect(series.panels[0]?.rows[4]).toMatchObject({
      state: "missed",
      valueText: "——",
      segments: [0, 0],
      reason: "网站迁移",
    });
  });

  it("names tier edges and marks units within half a point of one", () => {
    const [panel] = toRankingSeries(standings, ranked, null).panels;
    expect(panel?.edges).toEqual([{ value: 2, label: "一/二档线" }]);
    expect(panel?.rows.map((row) => row.nearEdge)).toEqual([true, true, false, false, false]);
    expect(panel?.tiers).toEqual([
      { level: 1, name: "一档", count: 3 },
      { level: 2, name: "二档", count: 0 },
    ]);
  });

  it("reads fewer points lost as good news, and leaves a unit without a base alone", () => {
    const base = {
      head: "较二季度",
      deductions: new Map([
        ["a", toPoints(2)],
        ["b", toPoints(1.6)],
      ]),
    };
    const [panel] = toRankingSeries(standings, ranked, base).panels;
    expect(panel?.rows.map((row) => row.change)).toEqual([
      { text: "−0.4", meaning: "good" },
      { text: "0.0", meaning: "same" },
      null,
      null,
      null,
    ]);
  });

  it("draws the edges of a scheme that cuts on the score at full mark minus score", () => {
    const onScore = {
      ...scheme,
      tierBasis: "score" as const,
      classTiers: [{ unitClass: "*", tiers: [aTier(1, "优秀", 90, null), aTier(2, "良好", 80, 90)] }],
    };
    const [panel] = toRankingSeries({ ...standings, scheme: onScore }, ranked, null).panels;
    expect(panel?.edges).toEqual([{ value: 10, label: "优秀/良好线" }]);
  });
});

describe("heatmap", () => {
  it("tells 0, —— and a missed unit apart", () => {
    const [panel] = toHeatmapSeries(
      standings,
      rankStandings(standings, { ...DEFAULT_FILTERS, sort: "register" }),
    ).panels;
    expect(panel?.rows[0]?.cells.map((cell) => cell.kind)).toEqual(["value", "notApplicable"]);
    expect(panel?.rows[2]).toMatchObject({ missed: "未检（网站迁移）", cells: [], totalText: "——" });
    expect(panel?.columnTotals).toEqual(["12.6", "0.0"]);
  });
});
