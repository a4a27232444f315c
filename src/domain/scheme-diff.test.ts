import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { diffSchemes } from "./scheme-diff.ts";
import { aGroup, anIndicator, aScheme, aTier } from "./test-builders.ts";

const words = (changes: ReturnType<typeof diffSchemes>) =>
  changes.map(({ part, subject, field, before, after }) => [part, subject, field, before, after]);

describe("diffSchemes", () => {
  it("says nothing of what stayed, whatever the version is called", () => {
    expect(diffSchemes(aScheme(), aScheme({ id: "s2", version: "v2", name: "新规则", notes: "说明" }))).toEqual([]);
  });

  it("names the indicator whose points changed, once", () => {
    const before = aScheme({ indicators: [anIndicator({ points: toPoints(18) })] });
    const after = aScheme({ indicators: [anIndicator({ points: toPoints(16) })] });
    expect(words(diffSchemes(before, after))).toEqual([["指标", "依申请公开答复", "分值", "18", "16"]]);
  });

  it("tells a new and a cancelled indicator with what they are worth", () => {
    const before = aScheme({ groups: [aGroup("g1", 100)], indicators: [anIndicator({ id: "old", name: "旧项" })] });
    const after = aScheme({ groups: [aGroup("g1", 100)], indicators: [anIndicator({ id: "new", name: "新项" })] });
    const [added, gone] = diffSchemes(before, after);
    expect(added).toMatchObject({ subject: "新项", field: "新增", before: null });
    expect(added?.after).toContain("分值 10；性质 扣分；扣分办法 每次扣 1 分");
    expect(gone).toMatchObject({ subject: "旧项", field: "取消", after: null });
  });

  it("follows a renamed indicator by its id", () => {
    const before = aScheme({ indicators: [anIndicator({ name: "旧名" })] });
    const after = aScheme({ indicators: [anIndicator({ name: "新名" })] });
    expect(words(diffSchemes(before, after))).toEqual([["指标", "新名", "名称", "旧名", "新名"]]);
  });

  it("compares tiers class by class and shows whether a bound is inside", () => {
    const before = aScheme({ classTiers: [{ unitClass: "一类", tiers: [aTier(1, "一档", 90, null)] }] });
    const after = aScheme({
      classTiers: [
        {
          unitClass: "一类",
          tiers: [{ ...aTier(1, "一档", null, null), lower: { value: toPoints(90), inclusive: false } }],
        },
      ],
    });
    expect(words(diffSchemes(before, after))).toEqual([["分档", "一类", "分档线", "一档 ≥90", "一档 >90"]]);
  });

  it("names a rule of the scheme itself", () => {
    const after = aScheme({ vetoScore: toPoints(59) });
    expect(words(diffSchemes(aScheme(), after))).toEqual([
      ["方案", "", "单项否决", "不合格，不计得分", "不合格，计 59 分"],
    ]);
  });

  it("turned round, tells the same changes backwards", () => {
    const someIndicators = fc.uniqueArray(
      fc.record({ id: fc.constantFrom("a", "b", "c"), points: fc.integer({ min: 0, max: 400_000 }) }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(someIndicators, someIndicators, (older, newer) => {
        const before = aScheme({ indicators: older.map((entry) => anIndicator(entry)) });
        const after = aScheme({ indicators: newer.map((entry) => anIndicator(entry)) });
        const forth = diffSchemes(before, after).map((change) => `${change.id}|${change.before}|${change.after}`);
        const back = diffSchemes(after, before).map((change) => `${change.id}|${change.after}|${change.before}`);
        expect(forth.sort()).toEqual(back.sort());
      }),
    );
  });
});
