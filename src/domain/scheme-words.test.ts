import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import {
  describeBonus,
  describeCap,
  describeDecimals,
  describeMeasure,
  describePeriod,
  schemeClauses,
} from "./scheme-words.ts";
import { anIndicator, aScheme } from "./test-builders.ts";

it("says what one finding costs, to the precision of the scheme", () => {
  const each = (points: number) => ({ kind: "perOccurrence" as const, each: toPoints(points) });
  expect(describeMeasure(anIndicator({ measure: each(0.2) }))).toBe("每次扣 0.2 分");
  expect(describeMeasure(anIndicator({ measure: each(1.28) }))).toBe("每次扣 1.28 分");
  expect(describeMeasure(anIndicator({ effect: "bonus", measure: each(0.5) }))).toBe("每次加 0.5 分");
  expect(describeMeasure(anIndicator({ measure: { kind: "ratio" } }))).toBe("按本项分值的比例扣分");
  expect(describeMeasure(anIndicator({ effect: "veto" }))).toBe("命中即否决");
});

it("says where the loss ends: at the indicator, its parent or the group", () => {
  expect(describeCap(anIndicator())).toBe("扣完 10 分为止");
  expect(describeCap(anIndicator({ capAt: "parent" }))).toContain("上级");
  expect(describeCap(anIndicator({ capAt: "none" }))).toContain("类别分值");
  expect(describeCap(anIndicator({ effect: "bonus" }))).toBe("最多加 10 分");
});

it("says that the bonus gate is strict", () => {
  expect(describeBonus({ gate: toPoints(80), max: toPoints(30) })).toBe(
    "基础分高于 80 分（等于不算）才计加分，合计最多 30 分",
  );
});

it("names the quarters in which a version holds", () => {
  expect(describePeriod({ effectiveFrom: toQuarter(2026, 1), effectiveTo: null })).toBe("2026年一季度起");
  expect(describePeriod({ effectiveFrom: toQuarter(2024, 4), effectiveTo: toQuarter(2025, 4) })).toBe(
    "2024年四季度至2025年四季度",
  );
});

it("lists the rules that are no indicators in the order in which they act", () => {
  expect(schemeClauses(aScheme({ vetoScore: toPoints(59) })).map((clause) => clause.head)).toEqual([
    "满分",
    "封顶",
    "不适用",
    "单项否决",
    "加分",
    "加重扣分",
    "判定次序",
    "得分显示",
    "全年",
  ]);
  expect(describeDecimals(2)).toBe("保留 2 位小数，四舍五入；中间计算保留 4 位小数");
});
