import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { scoreUnit } from "./scoring.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTier, aTotal, aUnit } from "./test-builders.ts";

const unit = aUnit();
const inspected = aCoverage();

describe("veto, bonus and tiers", () => {
  const withVeto = (vetoScore: number | null) =>
    aScheme({
      vetoScore: vetoScore === null ? null : toPoints(vetoScore),
      classTiers: [{ unitClass: "*", tiers: [aTier(1, "合格", 60, null), aTier(2, "不合格", null, 60)] }],
      indicators: [anIndicator({ points: toPoints(100) }), anIndicator({ id: "veto", effect: "veto", points: 0 })],
    });
  const vetoed = [aTotal("i1", 3), aTotal("veto", 0, { confirmedCount: 1 })];

  it("国办: a veto leaves the score and the tier blank but shows the losses", () => {
    const score = scoreUnit(withVeto(null), unit, inspected, vetoed);
    expect(score).toMatchObject({ state: "vetoed", vetoes: ["veto"], score: null, tier: null, deduction: 30_000 });
  });

  it("肇庆: a veto writes 59", () => {
    expect(scoreUnit(withVeto(59), unit, inspected, vetoed).score).toBe(toPoints(59));
  });

  it("a disputed veto does not end the scoring", () => {
    const disputed = [aTotal("veto", 0, { confirmedCount: 0, disputedCount: 1 })];
    expect(scoreUnit(withVeto(null), unit, inspected, disputed)).toMatchObject({ state: "scored", vetoes: [] });
  });

  const withBonus = aScheme({
    bonus: { gate: toPoints(80), max: toPoints(20) },
    groups: [aGroup("g1", 100), aGroup("bonus", 30)],
    indicators: [
      anIndicator({ points: toPoints(100) }),
      anIndicator({ id: "b1", groupId: "bonus", effect: "bonus", points: toPoints(15) }),
      anIndicator({ id: "b2", groupId: "bonus", effect: "bonus", points: toPoints(15) }),
    ],
  });

  it("gives no bonus on a base of exactly 80", () => {
    const score = scoreUnit(withBonus, unit, inspected, [aTotal("i1", 20), aTotal("b1", 5)]);
    expect(score).toMatchObject({ rescaled: toPoints(80), bonus: 0, score: toPoints(80) });
  });

  it("gives the bonus on a base of 80.0001", () => {
    const score = scoreUnit(withBonus, unit, inspected, [aTotal("i1", 19.9999), aTotal("b1", 5)]);
    expect(score.score).toBe(toPoints(85.0001));
  });

  it("湾沚: the bonus stops at 20, each bonus indicator at its own points, and its group is no part of the full mark", () => {
    const score = scoreUnit(withBonus, unit, inspected, [aTotal("b1", 40), aTotal("b2", 3)]);
    expect(score).toMatchObject({ attainable: toPoints(100), bonus: toPoints(18) });
    const both = scoreUnit(withBonus, unit, inspected, [aTotal("b1", 15), aTotal("b2", 15)]);
    expect(both.score).toBe(toPoints(120));
  });

  const wushan = aScheme({
    classTiers: [
      {
        unitClass: "一类",
        tiers: [aTier(1, "领先", 90, null), aTier(2, "达标", 60, 90), aTier(3, "不达标", null, 60)],
      },
      {
        unitClass: "二类",
        tiers: [aTier(1, "领先", 60, null), aTier(2, "达标", 40, 60), aTier(3, "不达标", null, 40)],
      },
    ],
    indicators: [anIndicator({ points: toPoints(100) }), anIndicator({ id: "veto", effect: "veto", points: 0 })],
  });
  const verdict = (unitClass: string, score: number, veto = false) => {
    const totals = [aTotal("i1", 100 - score), ...(veto ? [aTotal("veto", 0, { confirmedCount: 1 })] : [])];
    const result = scoreUnit(wushan, aUnit({ class: unitClass }), inspected, totals);
    return result.state === "vetoed" ? "否决" : result.tier?.name;
  };

  it.each([
    ["一类", 90, "领先"],
    ["一类", 89.9999, "达标"],
    ["一类", 60, "达标"],
    ["一类", 59.9999, "不达标"],
    ["二类", 60, "领先"],
    ["二类", 40, "达标"],
    ["二类", 39.9999, "不达标"],
  ])("巫山 2022: %s with %d points is %s", (unitClass, score, name) => expect(verdict(unitClass, score)).toBe(name));

  it("巫山 2022: a veto counts once, before any tier, so 4 + 11 + 28 + 11 = 54", () => {
    const verdicts = [
      ...Array.from({ length: 4 }, () => verdict("一类", 95)),
      ...Array.from({ length: 11 }, () => verdict("二类", 45)),
      ...Array.from({ length: 28 }, () => verdict("一类", 30)),
      ...Array.from({ length: 6 }, () => verdict("一类", 95, true)),
      ...Array.from({ length: 5 }, () => verdict("二类", 10, true)),
    ];
    const count = (name: string) => verdicts.filter((entry) => entry === name).length;
    expect([count("领先"), count("达标"), count("不达标"), count("否决")]).toEqual([4, 11, 28, 11]);
    expect(verdicts).toHaveLength(54);
  });

  it("cuts tiers on the counted deduction when the scheme says so, after rescaling", () => {
    const scheme = aScheme({
      tierBasis: "deduction",
      classTiers: [{ unitClass: "*", tiers: [aTier(1, "一档", null, 3), aTier(2, "二档", 3, null)] }],
      groups: [aGroup("g1", 75), aGroup("g2", 25)],
      indicators: [anIndicator(), anIndicator({ id: "i2", groupId: "g2", points: toPoints(25) })],
    });
    const all = scoreUnit(scheme, unit, inspected, [aTotal("i1", 2.5)]);
    const rescaled = scoreUnit(scheme, unit, aCoverage({ notApplicable: ["i2"] }), [aTotal("i1", 2.5)]);
    expect([all.tier?.name, rescaled.tier?.name]).toEqual(["一档", "二档"]);
  });

  it("has no tier when the scheme has none for the class", () => {
    expect(scoreUnit(aScheme(), unit, inspected, []).tier).toBeNull();
  });
});
