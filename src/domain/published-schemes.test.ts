import { describe, expect, it } from "vitest";
import type { DeductionTotal } from "./finding.ts";
import { PUBLISHED_SCHEMES, publishedScheme } from "./fixtures/published-schemes.ts";
import type { Coverage } from "./inspection.ts";
import { toPoints } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import { displayScore, scoreUnit } from "./scoring.ts";
import { aCoverage, aTier, aTotal, aUnit } from "./test-builders.ts";

/** Points as the finding lines add up to them, before any cap. */
function score(scheme: Scheme, lost: Record<string, number>, coverage: Partial<Coverage> = {}, unitClass = "一类") {
  const totals: DeductionTotal[] = Object.entries(lost).map(([id, points]) =>
    aTotal(id, points, { confirmedCount: 1 }),
  );
  return scoreUnit(scheme, aUnit({ class: unitClass }), aCoverage(coverage), totals);
}
const print = (scheme: Scheme, points: number | null) => (points === null ? null : displayScore(scheme, points));

it("every published scheme says where it was read and what was assumed, and scores a clean unit with the full mark", () => {
  expect(PUBLISHED_SCHEMES.map((entry) => entry.id)).toEqual([
    "suqian-departments",
    "licheng-2020",
    "guoyang-water-2020Q3",
    "wushan-2022",
    "chongqing-municipal",
    "gbmh-2019-19",
    "wanzhi-2021",
    "yueyang-2017",
  ]);
  for (const { scheme } of PUBLISHED_SCHEMES) expect(score(scheme, {}).score).toBe(scheme.fullMark);
});

describe("宿迁 (67 items under five weights, no cap of an item)", () => {
  const scheme = publishedScheme("suqian-departments");
  it("has 67 items, and their weights make 100", () => {
    expect(scheme.indicators).toHaveLength(67);
    expect(scheme.groups.reduce((sum, group) => sum + group.weight, 0)).toBe(toPoints(100));
  });
  it("charges a lost case 2 points and two pages without content 0.4", () => {
    expect(print(scheme, score(scheme, { "SQ-DEP-B-048": 2, "SQ-DEP-A-020": 0.4 }).score)).toBe("97.60");
  });
  it("stops at the weight of the part: 13 lost cases cost 依申请公开 its 25 points, not 26", () => {
    const { groups, score: points } = score(scheme, { "SQ-DEP-B-048": 26 });
    expect([print(scheme, points), groups.find((group) => group.groupId === "B")?.capped]).toEqual(["75.00", true]);
  });
});

describe("鲤城 2020 (two levels of caps: the rules of an indicator share its points)", () => {
  const scheme = publishedScheme("licheng-2020");
  const overdue = "g3-超期";
  it("one overdue reply exhausts the 6 points of 依申请公开, a second changes nothing", () => {
    expect(print(scheme, score(scheme, { [overdue]: 6 }).score)).toBe("31.0");
    expect(print(scheme, score(scheme, { [overdue]: 12 }).score)).toBe("31.0");
  });
  it("an overdue reply and a corrected one share the 6 points in proportion, held by the cap of their indicator", () => {
    const { indicators } = score(scheme, { [overdue]: 6, "g3-被纠错": 3 });
    expect(indicators.filter((entry) => entry.raw > 0).map((entry) => [entry.loss, entry.caps.join()])).toEqual([
      [40_000, "parent"],
      [20_000, "parent"],
    ]);
  });
  it("年报: not published −5, returned and not corrected a further −5, and that is all of its 10", () => {
    expect(print(scheme, score(scheme, { "g2-未公开": 5, "g2-退回未改": 5 }).score)).toBe("27.0");
    expect(print(scheme, score(scheme, { "g2-未公开": 5, "g2-退回未改": 5, "g2-缺要素": 5 }).score)).toBe("27.0");
  });
});

it("涡阳 2020Q3: (81.22 + 0.64) ÷ 100.64 × 100 = 81.34, from the printed rows", () => {
  const scheme = publishedScheme("guoyang-water-2020Q3");
  const printed = { 规范性文件立改废: 1.28, 意见征集: 2.4, 意见反馈: 1.2, 建议提案办理制度和总体情况: 0.5 };
  const rows = { ...printed, 公务员招录: 1, 负责人解读: 1.2 };
  const listed = Object.values(rows).reduce((sum, points) => sum + points, 0);
  const result = score(scheme, { ...rows, 其余基本信息: 18.78 - listed });
  expect([print(scheme, result.score), result.base]).toEqual(["81.34", toPoints(81.86)]);
});

describe("巫山 2022 (tiers by class, veto before any tier)", () => {
  const scheme = publishedScheme("wushan-2022");
  const verdict = (unitClass: string, points: number, veto?: string) => {
    const result = score(scheme, { score: 100 - points, ...(veto && { [veto]: 0 }) }, {}, unitClass);
    return result.state === "vetoed" ? "否决" : result.tier?.name;
  };
  it("passes a unit of class 一类 at 60 and one of class 二类 at 40", () => {
    expect([verdict("一类", 60), verdict("一类", 59.9), verdict("二类", 59.9), verdict("二类", 40)]).toEqual([
      "合格",
      "不合格",
      "合格",
      "合格",
    ]);
    expect([verdict("一类", 90), verdict("二类", 60), verdict("二类", 39.9)]).toEqual(["领先", "领先", "不合格"]);
  });
  it("4 leading + 11 passing + 28 failing + 11 vetoed = 54: a veto counts once, whatever the points", () => {
    const verdicts = [
      ...[91, 95].map((points) => verdict("一类", points)),
      ...[60, 75].map((points) => verdict("二类", points)),
      ...Array.from({ length: 5 }, (_, index) => verdict("一类", 60 + index * 5)),
      ...Array.from({ length: 6 }, (_, index) => verdict("二类", 40 + index * 3)),
      ...Array.from({ length: 14 }, (_, index) => verdict("一类", 30 + index)),
      ...Array.from({ length: 14 }, (_, index) => verdict("二类", 20 + index)),
      ...Array.from({ length: 6 }, () => verdict("一类", 95, "named")),
      ...Array.from({ length: 5 }, () => verdict("二类", 10, "blank")),
    ];
    const count = (name: string) => verdicts.filter((entry) => entry === name).length;
    expect(["领先", "合格", "不合格", "否决"].map(count)).toEqual([4, 11, 28, 11]);
    expect(verdicts).toHaveLength(54);
  });
});

describe("国办秘函〔2019〕19号 (veto, gate of the bonus, × 4/3)", () => {
  const scheme = publishedScheme("gbmh-2019-19");
  it("国管局 2019Q2: −5, −2, −3 and one more point are 11 points, and 89 remain", () => {
    expect(print(scheme, score(scheme, { columns: 5, statistics: 2, replies: 3, others: 1 }).score)).toBe("89");
  });
  it("a department without public services is scored out of 75 and brought to 100 by 4/3", () => {
    const result = score(scheme, { others: 15 }, { notApplicable: ["service"] });
    expect([result.attainable, result.base, result.rescaled]).toEqual([toPoints(75), toPoints(60), toPoints(80)]);
  });
  it("80 after rescaling is not above 80: no bonus; 80.0001 is", () => {
    const at = (lost: number) => score(scheme, { others: lost, plus: 10 }, { notApplicable: ["service"] });
    expect([at(15).bonus, at(15).score]).toEqual([0, toPoints(80)]);
    expect([at(14.9999).bonus, at(14.9999).rescaled]).toEqual([toPoints(10), toPoints(80.0001)]);
  });
  it("a veto ends the scoring: unqualified, without a score", () => {
    expect(score(scheme, { v1: 0, others: 1 })).toMatchObject({ state: "vetoed", score: null, tier: null });
  });
  it("below 60 after deduction is unqualified", () => {
    expect(score(scheme, { columns: 20, statistics: 10, others: 10, service: 1 }).tier?.name).toBe("不合格");
    expect(score(scheme, { columns: 20, statistics: 10, others: 10 }).tier?.name).toBe("合格");
  });
});

it("湾沚 2021: site 30, new media 70, a bonus of at most 20 above 80", () => {
  const scheme = publishedScheme("wanzhi-2021");
  expect(print(scheme, score(scheme, { site: 4, media: 10, plus: 35 }).score)).toBe("106.0");
  expect(print(scheme, score(scheme, { site: 10, media: 10, plus: 20 }).score)).toBe("80.0");
  expect(score(scheme, { site: 40 }).groups[0]).toMatchObject({ loss: toPoints(30), capped: false });
});

it("重庆: 120 with the whole bonus is 得分靠前, and only more than 120 is a band of its own", () => {
  const scheme = publishedScheme("chongqing-municipal");
  const band = (lost: number, bonus: number) => score(scheme, { basic: lost, plus: bonus }).tier?.name;
  expect([band(10, 30), band(9.9, 30), band(0, 10), band(0, 9.9), band(0.1, 0)]).toEqual([
    "得分靠前",
    "突破120分",
    "得分靠前",
    "得分较高",
    "其他",
  ]);
});

it("岳阳 2017: the printed bands overlap at 90 and 80; the lower bound belongs to its band", () => {
  const scheme = publishedScheme("yueyang-2017");
  const band = (points: number) => score(scheme, { score: 100 - points }).tier?.name;
  expect([90, 89.9, 80, 79.9, 60, 59.9].map(band)).toEqual(["优秀", "良好", "良好", "合格", "合格", "不合格"]);
});

it("肇庆: a veto writes 59 into the national scheme when it says so", () => {
  const scheme = { ...publishedScheme("gbmh-2019-19"), vetoScore: toPoints(59) };
  expect(score(scheme, { v2: 0 })).toMatchObject({ state: "vetoed", score: toPoints(59) });
});

it("潼南 2024: tiers on the total deduction, whatever the caps brought it to", () => {
  const tiers = [aTier(1, "一档", null, 3), aTier(2, "二档", 3, 8), aTier(3, "三档", 8, null)];
  const scheme: Scheme = {
    ...publishedScheme("licheng-2020"),
    tierBasis: "deduction",
    classTiers: [{ unitClass: "*", tiers }],
  };
  expect(score(scheme, { "g1-要素未规范": 2 }).tier?.name).toBe("一档");
  expect(score(scheme, { "g3-超期": 12 }).tier?.name).toBe("二档");
  expect(score(scheme, { "g3-超期": 6, "g4-泄露": 6 }).tier?.name).toBe("三档");
});
