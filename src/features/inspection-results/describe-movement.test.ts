import { expect, it } from "vitest";
import type { IndicatorTrend } from "#domain/indicator-trend.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import type { ScoreChange } from "#domain/score-change.ts";
import type { Standing } from "#domain/standing.ts";
import { aUnit } from "#domain/test-builders.ts";
import { describeIndicatorTrend, describeMovers } from "./describe-movement.ts";

const standing = {} as Standing;
const aChange = (shortName: string, change: number): ScoreChange => ({
  unit: aUnit({ id: shortName, shortName }),
  before: standing,
  now: standing,
  change: toPoints(change),
});

function aTrend(name: string, means: readonly number[]): IndicatorTrend {
  return {
    indicatorId: name,
    name,
    shortName: name,
    groupId: "g1",
    quarters: means.map((mean, index) => ({
      quarter: toQuarter(2025, (index + 1) as 1),
      loss: toPoints(mean),
      losing: 1,
      scored: 1,
    })),
  };
}

it("counts who moved which way and names those who moved furthest, all of them when they tie", () => {
  const changes = [aChange("归雁镇", -2.1), aChange("云溪镇", -2.1), aChange("区审计局", 0), aChange("区水利局", 1.8)];
  expect(describeMovers({ changes, incomparable: [] }, "较二季度")).toBe(
    "较二季度 2 家扣分减少、1 家增加、1 家持平；减少最多的是归雁镇、云溪镇（−2.1 分），增加最多的是区水利局（+1.8 分）。",
  );
});

it("says when nobody can be compared", () => {
  expect(describeMovers({ changes: [], incomparable: [aUnit()] }, "较二季度")).toBe(
    "没有两期都实检的单位，看不出变化。",
  );
});

it("names the indicators that fell and rose most, sides apart", () => {
  const trends = [aTrend("栏目更新", [0.52, 0.21]), aTrend("重点领域", [0.3, 0.45]), aTrend("年报", [0, 0])];
  expect(describeIndicatorTrend([{ id: "department", title: "部门", trends }])).toBe(
    "部门降得最多的是栏目更新（每家 0.52→0.21 分），升得最多的是重点领域（每家 0.30→0.45 分）。",
  );
  expect(describeIndicatorTrend([{ id: "department", title: "部门", trends: [aTrend("年报", [0.1])] }])).toBe(
    "各项指标的每家平均扣分没有变化。",
  );
});
