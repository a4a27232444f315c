import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import { displayScore, scoreUnit } from "./scoring.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const unit = aUnit();
const inspected = aCoverage();

function ratioIndicator(id: string, groupId: string, points: number) {
  return anIndicator({ id, groupId, points: toPoints(points), measure: { kind: "ratio" } });
}

describe("published scores", () => {
  it("国管局 2019Q2: four problems cost 11 points and leave 89", () => {
    const scheme = aScheme({
      indicators: ["columns", "statistics", "replies", "other"].map((id) => anIndicator({ id })),
    });
    const totals = [aTotal("columns", 5), aTotal("statistics", 2), aTotal("replies", 3), aTotal("other", 1)];
    expect(displayScore(scheme, scoreUnit(scheme, unit, inspected, totals).score ?? 0)).toBe("89.00");
  });

  it("涡阳 2020Q3: (81.22 + 0.64) / 100.64 × 100 = 81.339, printed 81.34, though nothing is inapplicable", () => {
    const scheme = aScheme({
      naPolicy: "keep",
      groups: [aGroup("basic", 100), aGroup("key", 0.64)],
      indicators: [
        ratioIndicator("立改废", "basic", 2),
        ratioIndicator("意见征集", "basic", 4),
        ratioIndicator("意见反馈", "basic", 2),
        ratioIndicator("建议提案", "basic", 1),
        ratioIndicator("公务员招录", "basic", 1),
        ratioIndicator("负责人解读", "basic", 2),
        ratioIndicator("其余", "basic", 88),
        ratioIndicator("重点领域", "key", 0.64),
      ],
    });
    const score = scoreUnit(scheme, unit, inspected, [
      aTotal("立改废", 1.28),
      aTotal("意见征集", 2.4),
      aTotal("意见反馈", 1.2),
      aTotal("建议提案", 0.5),
      aTotal("公务员招录", 1),
      aTotal("负责人解读", 1.2),
      aTotal("其余", 11.2),
    ]);
    expect(score.attainable).toBe(1_006_400);
    expect(score.deduction).toBe(187_800);
    expect(score.rescaled).toBe(813_394);
    expect(displayScore(scheme, score.score ?? 0)).toBe("81.34");
  });

  it("鲤城 依申请公开 (6 points): one overdue reply exhausts it and a second changes nothing", () => {
    const scheme = aScheme({
      groups: [aGroup("g1", 6), aGroup("g2", 94)],
      indicators: [
        anIndicator({ points: toPoints(6) }),
        anIndicator({ id: "i2", groupId: "g2", points: toPoints(94) }),
      ],
    });
    const once = scoreUnit(scheme, unit, inspected, [aTotal("i1", 6)]);
    const twice = scoreUnit(scheme, unit, inspected, [aTotal("i1", 12)]);
    expect(once.indicators[0]).toMatchObject({ raw: 60_000, loss: 60_000, capped: false });
    expect(twice.indicators[0]).toMatchObject({ raw: 120_000, loss: 60_000, capped: true });
    expect(twice.score).toBe(once.score);
    expect(twice.score).toBe(toPoints(94));
  });
});

describe("caps", () => {
  const shared = (parentPoints: number | null): Scheme =>
    aScheme({
      groups: [aGroup("g1", 10), aGroup("g2", 90)],
      indicators: [
        ...(parentPoints === null ? [] : [anIndicator({ id: "p", points: toPoints(parentPoints) })]),
        anIndicator({ id: "a", parentId: "p", points: toPoints(2), capAt: "parent" }),
        anIndicator({ id: "b", parentId: "p", points: toPoints(3), capAt: "parent" }),
        anIndicator({ id: "rest", groupId: "g2", points: toPoints(90) }),
      ],
    });

  it("锦州: a child may lose more than its own points, up to its parent's", () => {
    const score = scoreUnit(shared(5), unit, inspected, [aTotal("a", 4)]);
    expect(score.deduction).toBe(toPoints(4));
  });

  it("锦州: children together never lose more than the parent's points, each cut in proportion", () => {
    const score = scoreUnit(shared(5), unit, inspected, [aTotal("a", 8), aTotal("b", 2)]);
    expect(score.indicators.map((entry) => [entry.indicatorId, entry.raw, entry.loss, entry.capped])).toEqual([
      ["p", 0, 0, false],
      ["a", 80_000, 40_000, true],
      ["b", 20_000, 10_000, true],
      ["rest", 0, 0, false],
    ]);
    expect(score.deduction).toBe(toPoints(5));
  });

  it("takes the sum of the children for the parent's points when no row states them", () => {
    expect(scoreUnit(shared(null), unit, inspected, [aTotal("a", 9)]).deduction).toBe(toPoints(5));
  });

  it("charges a finding on the parent row to the same pot", () => {
    const score = scoreUnit(shared(5), unit, inspected, [aTotal("p", 4), aTotal("a", 4)]);
    expect(score.deduction).toBe(toPoints(5));
  });

  it("never counts a parent's points beside its children's: the group weight is authoritative", () => {
    expect(scoreUnit(shared(5), unit, inspected, []).attainable).toBe(toPoints(100));
  });

  it("stops a group at its weight, and the indicators still add up to it", () => {
    const scheme = aScheme({
      groups: [aGroup("g1", 10), aGroup("g2", 90)],
      indicators: [
        anIndicator({ id: "a", capAt: "none" }),
        anIndicator({ id: "b", capAt: "none" }),
        anIndicator({ id: "c", capAt: "none" }),
      ],
    });
    const score = scoreUnit(scheme, unit, inspected, [aTotal("a", 10), aTotal("b", 10), aTotal("c", 10)]);
    expect(score.groups[0]).toEqual({ groupId: "g1", raw: 300_000, loss: 100_000, capped: true });
    expect(score.indicators.map((entry) => entry.loss)).toEqual([33_334, 33_333, 33_333]);
  });
});

describe("what does not apply", () => {
  const service = (naPolicy: Scheme["naPolicy"]) =>
    aScheme({
      naPolicy,
      groups: [aGroup("open", 75), aGroup("service", 25)],
      indicators: [
        anIndicator({ id: "open", groupId: "open", points: toPoints(75) }),
        anIndicator({ id: "service", groupId: "service", points: toPoints(25) }),
      ],
    });
  const noService = aCoverage({ notApplicable: ["service"] });

  it("国办 rescale: without public services 75 points are full and the result is × 4/3", () => {
    const score = scoreUnit(service("rescale"), unit, noService, [aTotal("open", 15)]);
    expect(score).toMatchObject({
      attainable: toPoints(75),
      base: toPoints(60),
      rescaled: toPoints(80),
      countedDeduction: toPoints(20),
    });
  });

  it("泸州 rescale: × 24/19 is the full mark of 120 over the 95 points that apply", () => {
    const scheme = aScheme({
      fullMark: toPoints(120),
      groups: [aGroup("g1", 95), aGroup("g2", 25)],
      indicators: [
        anIndicator({ points: toPoints(95) }),
        anIndicator({ id: "i2", groupId: "g2", points: toPoints(25) }),
      ],
    });
    const score = scoreUnit(scheme, unit, aCoverage({ notApplicable: ["i2"] }), [aTotal("i1", 19)]);
    expect(score.rescaled).toBe(toPoints(96));
  });

  it("肇庆 spread: the points go to the rest, so a fixed deduction weighs the same and only the caps grow", () => {
    const some = scoreUnit(service("spread"), unit, noService, [aTotal("open", 15)]);
    const all = scoreUnit(service("spread"), unit, noService, [aTotal("open", 200)]);
    expect(some).toMatchObject({ attainable: toPoints(100), score: toPoints(85) });
    expect(all).toMatchObject({ deduction: toPoints(100), score: 0 });
  });

  it("肇庆 spread: a ratio grows with the indicator's points", () => {
    const scheme = service("spread");
    const indicators = scheme.indicators.map((entry) => ({ ...entry, measure: { kind: "ratio" as const } }));
    const score = scoreUnit({ ...scheme, indicators }, unit, noService, [aTotal("open", 15)]);
    expect(score.score).toBe(toPoints(80));
  });

  it("keep: the points count as earned and cannot be lost", () => {
    const score = scoreUnit(service("keep"), unit, noService, [aTotal("open", 200), aTotal("service", 5)]);
    expect(score).toMatchObject({ attainable: toPoints(100), score: toPoints(25) });
    expect(score.indicators[1]).toMatchObject({ raw: 0, loss: 0, state: "notApplicable" });
  });

  it("takes a child's points out of its parent once", () => {
    const scheme = aScheme({
      groups: [aGroup("g1", 10), aGroup("g2", 90)],
      indicators: [
        anIndicator({ id: "p", points: toPoints(10) }),
        anIndicator({ id: "a", parentId: "p", points: toPoints(4), capAt: "parent" }),
        anIndicator({ id: "b", parentId: "p", points: toPoints(6), capAt: "parent" }),
        anIndicator({ id: "rest", groupId: "g2", points: toPoints(90) }),
      ],
    });
    expect(scoreUnit(scheme, unit, aCoverage({ notApplicable: ["a"] }), []).attainable).toBe(toPoints(96));
    expect(scoreUnit(scheme, unit, aCoverage({ notApplicable: ["p"] }), []).attainable).toBe(toPoints(90));
    expect(scoreUnit(scheme, unit, aCoverage({ notApplicable: ["a", "b"] }), []).attainable).toBe(toPoints(90));
  });

  it("has no score for a unit to which nothing applies", () => {
    const score = scoreUnit(service("keep"), unit, aCoverage({ notApplicable: ["open", "service"] }), []);
    expect(score).toMatchObject({ state: "missed", score: null, missedReason: "全部指标不适用" });
  });
});

describe("missed and not reported", () => {
  it("gives a missed unit no score and no deduction, with the reason", () => {
    const missed = aCoverage({ state: "missed", reason: "网站改版" });
    const score = scoreUnit(aScheme(), unit, missed, [aTotal("i1", 5)]);
    expect(score).toMatchObject({ state: "missed", score: null, countedDeduction: 0, missedReason: "网站改版" });
    expect(score.indicators[0]?.state).toBe("notReported");
  });

  it("treats a unit without coverage as missed, never as a full mark", () => {
    expect(scoreUnit(aScheme(), unit, undefined, [])).toMatchObject({ state: "missed", score: null });
  });

  it("says 未报 for an indicator without a report, and its points stay attainable", () => {
    const score = scoreUnit(aScheme(), unit, aCoverage({ notReported: ["i1"] }), [aTotal("i1", 5)]);
    expect(score.indicators[0]).toMatchObject({ loss: 0, state: "notReported" });
    expect(score.attainable).toBe(toPoints(100));
  });
});

describe("disputed findings", () => {
  it("cost nothing until confirmed, and say what they would cost after the cap, on the full-mark scale", () => {
    const scheme = aScheme({ groups: [aGroup("g1", 50)], indicators: [anIndicator()] });
    const totals = [aTotal("i1", 8, { disputed: toPoints(5), disputedCount: 1 })];
    expect(scoreUnit(scheme, unit, inspected, totals)).toMatchObject({ score: toPoints(84), disputed: toPoints(4) });
  });
});
