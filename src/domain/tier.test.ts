import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { aTier } from "./test-builders.ts";
import { tierOf } from "./tier.ts";

describe("岳阳 2017: 优秀 ≥90, 良好 80–90, 合格 60–80, 不合格 <60", () => {
  const tiers = [
    aTier(1, "优秀", 90, null),
    aTier(2, "良好", 80, 90),
    aTier(3, "合格", 60, 80),
    aTier(4, "不合格", null, 60),
  ];

  it.each([
    [100, "优秀"],
    [90, "优秀"],
    [89.9999, "良好"],
    [80, "良好"],
    [79.9999, "合格"],
    [60, "合格"],
    [59.9999, "不合格"],
    [0, "不合格"],
  ])("%d is %s when lower bounds are inside", (score, name) => expect(tierOf(tiers, toPoints(score))?.name).toBe(name));

  it("90 is 良好 when the published overlap is settled the other way", () => {
    const upperInside = tiers.map((tier) => ({
      ...tier,
      lower: tier.lower && { ...tier.lower, inclusive: false },
      upper: tier.upper && { ...tier.upper, inclusive: true },
    }));
    expect(tierOf(upperInside, toPoints(90))?.name).toBe("良好");
    expect(tierOf(upperInside, toPoints(60))?.name).toBe("不合格");
  });

  it("takes the first listed tier where two overlap, and none where no tier reaches", () => {
    expect(tierOf([aTier(1, "优秀", 90, null), aTier(2, "良好", 80, 95)], toPoints(92))?.name).toBe("优秀");
    expect(tierOf([aTier(1, "优秀", 90, null)], toPoints(89))).toBeNull();
  });
});

it("重庆: 突破 120 excludes 120 itself", () => {
  const above = { ...aTier(1, "突破120分", null, null), lower: { value: toPoints(120), inclusive: false } };
  const tiers = [above, aTier(2, "得分靠前", 110, null), aTier(3, "得分较高", 100, 110)];
  expect([120.0001, 120, 110, 100].map((score) => tierOf(tiers, toPoints(score))?.level)).toEqual([1, 2, 2, 3]);
});
