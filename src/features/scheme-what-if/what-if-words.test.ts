import { describe, expect, it } from "vitest";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import { scoreQuarter } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import { applyChanges, type SchemeChange } from "#domain/scheme-draft.ts";
import { aCoverage, anIndicator, aScheme, aTotal, aUnit } from "#domain/test-builders.ts";
import { flipsOf } from "#domain/tier-flip.ts";
import { compareDraft, migrationOf, summariseWhatIf } from "#domain/what-if.ts";
import { prepareBench } from "#domain/what-if-scores.ts";
import { describeChange, describeDraft } from "./describe-changes.ts";
import { describeFlip, describeMovers, describeOutcome } from "./describe-what-if.ts";
import { toDumbbellSeries } from "./to-dumbbell-series.ts";
import { toMatrixSeries, toMatrixTable } from "./to-matrix-series.ts";
import { toUnitTable } from "./to-unit-table.ts";

const Q3 = toQuarter(2026, 3);
const tiers = [
  { level: 1, name: "一档", lower: null, upper: { value: toPoints(2), inclusive: true }, qualified: true },
  { level: 2, name: "二档", lower: { value: toPoints(2), inclusive: false }, upper: null, qualified: false },
];
const scheme: Scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "一类", tiers }],
  indicators: [
    anIndicator({ name: "栏目更新", points: toPoints(100), measure: { kind: "perOccurrence", each: 5_000 } }),
  ],
});
const EDGE: SchemeChange = { kind: "edge", id: "一类", level: 1, value: toPoints(2.5) };
const EACH: SchemeChange = { kind: "each", id: "i1", value: toPoints(1) };

function tried(changes: readonly SchemeChange[]) {
  const units = [
    aUnit({ id: "u1", shortName: "教委", order: 1 }),
    aUnit({ id: "u2", shortName: "民政局", order: 2 }),
    aUnit({ id: "u3", shortName: "信访办", order: 3 }),
  ];
  const result = scoreQuarter(Q3, {
    units,
    schemes: [scheme],
    inspections: [
      {
        quarter: Q3,
        kind: "quarterly",
        name: "三季度检查",
        schemeId: "s1",
        periodStart: "2026-07-01",
        periodEnd: "2026-09-30",
        status: "published",
        publishedOn: null,
      },
    ],
    coverage: ["u1", "u2"].map((unitId) => aCoverage({ quarter: Q3, unitId })),
    totals: [aTotal("i1", 2.4, { quarter: Q3, unitId: "u1" }), aTotal("i1", 1.2, { quarter: Q3, unitId: "u2" })],
  });
  if (result === null) throw new Error("not scored");
  return compareDraft(prepareBench(result), applyChanges(scheme, changes).scheme);
}

describe("a draft in words", () => {
  it("names each change with what it was", () => {
    expect(describeChange(scheme, EDGE)).toBe("一类一/二档线 2 → 2.5");
    expect(describeChange(scheme, EACH)).toBe("栏目更新每次 0.5 → 1");
    expect(describeChange(scheme, { kind: "cap", id: "i1", value: "none" })).toBe("栏目更新 本项扣满为止 → 不封顶");
  });

  it("names the first changes and counts the rest", () => {
    expect(describeDraft(scheme, [])).toBe("未改动规则");
    expect(describeDraft(scheme, [EDGE, EACH], 1)).toBe("推演：一类一/二档线 2 → 2.5等 2 处");
  });

  it("says what it comes to", () => {
    const { rows } = tried([EDGE]);
    expect(describeOutcome(summariseWhatIf(rows), 3, 1)).toBe(
      "1 处改动使 3 家中 1 家换档（升 1 家），平均得分不变（98.2 分）。",
    );
    expect(describeMovers(rows)).toBe("升档：教委。");
    expect(describeOutcome(summariseWhatIf(tried([]).rows), 3, 0)).toBe("未改动规则：3 家单位的得分与档次如现行方案。");
  });

  it("says how little would move a unit, and which way", () => {
    const { better } = flipsOf(tiers, toPoints(2.3));
    const { worse } = flipsOf(tiers, toPoints(1.6));
    const onEdge = flipsOf(tiers, toPoints(2)).worse;
    expect(describeFlip(scheme, better, 2)).toBe("少扣 0.3 分升一档");
    expect(describeFlip(scheme, worse, 1)).toBe("再扣超过 0.4 分降二档");
    expect(describeFlip(scheme, onEdge, 1)).toBe("正在档线上，再扣一点即降二档");
    expect(describeFlip(scheme, null, null)).toBe("——");
  });
});

describe("the figures of a draft", () => {
  it("draws the heaviest first, a missed unit last and without a dot, and where an edge lay", () => {
    const whatIf = tried([EDGE]);
    const [panel] = toDumbbellSeries(whatIf, whatIf.rows, { sort: "points", picked: ["u2"] }).panels;
    expect(panel?.rows.map((row) => [row.name, row.after, row.word, row.picked])).toEqual([
      ["教委", 2.4, "升档", false],
      ["民政局", 1.2, "", true],
      ["信访办", null, "", false],
    ]);
    expect(panel?.edges).toEqual([{ value: 2.5, before: 2, label: "一/二档线" }]);
  });

  it("writes both numbers only where they differ", () => {
    const whatIf = tried([EACH]);
    const [panel] = toDumbbellSeries(whatIf, whatIf.rows, { sort: "register", picked: [] }).panels;
    expect(panel?.rows.map((row) => row.valueText)).toEqual(["2.4 → 4.8", "1.2 → 2.4", "未检"]);
  });

  it("counts every unit once in the matrix, sums included", () => {
    const series = toMatrixSeries(migrationOf(tried([EDGE]).rows));
    expect(series.cells.map((row) => row.map((cell) => cell.count))).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(toMatrixTable(series).rows.at(-1)?.cells).toMatchObject({ from: "合计", t1: 2, missed: 1, sum: 3 });
  });

  it("gives every unit's numbers in the fixed order, and no numbers for a missed one", () => {
    const whatIf = tried([EDGE]);
    const rows = toUnitTable(whatIf, whatIf.rows).rows.map((row) => row.cells);
    expect(rows.map((cells) => [cells["tierBefore"], cells["tierAfter"], cells["rankMove"], cells["near"]])).toEqual([
      ["二档", "一档", "不变", "临界"],
      ["一档", "一档", "不变", ""],
      ["未检", "未检", null, ""],
    ]);
    expect(rows[2]).toMatchObject({ after: null, scoreAfter: null });
  });
});
