import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import { describeScore, explainScore } from "./score-explanation.ts";
import { scoreRange } from "./score-range.ts";
import { scoreUnit } from "./scoring.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTier, aTotal, aUnit } from "./test-builders.ts";

const scheme = aScheme({
  groups: [aGroup("g1", 60), aGroup("g2", 40)],
  tierBasis: "deduction",
  classTiers: [{ unitClass: "*", tiers: [aTier(1, "一档", null, 5), aTier(2, "二档", 5, null)] }],
  indicators: [
    anIndicator({ id: "a", groupId: "g1", name: "栏目更新" }),
    anIndicator({ id: "b", groupId: "g2", name: "年报编制", points: toPoints(2) }),
    anIndicator({ id: "veto", groupId: "g1", name: "首页停更", effect: "veto", points: 0 }),
  ],
});
const disputed = (id: string, confirmed: number, points: number) =>
  aTotal(id, confirmed, { disputed: toPoints(points), disputedCount: 1 });

it("has no range while nothing is disputed", () =>
  expect(scoreRange(scheme, aUnit(), aCoverage(), [aTotal("a", 3)])).toBeNull());

it("keeps the present score as the end at which every dispute is withdrawn: only confirmed findings count", () => {
  const totals = [disputed("a", 3, 4)];
  const range = scoreRange(scheme, aUnit(), aCoverage(), totals);
  expect(range?.withdrawn).toEqual(scoreUnit(scheme, aUnit(), aCoverage(), totals));
  expect([range?.withdrawn.score, range?.upheld.score]).toEqual([toPoints(97), toPoints(93)]);
});

it("judges the tier anew at the other end", () => {
  const range = scoreRange(scheme, aUnit(), aCoverage(), [disputed("a", 3, 4)]);
  expect([range?.withdrawn.tier?.name, range?.upheld.tier?.name]).toEqual(["一档", "二档"]);
});

it("stops at the cap: two further points on an indicator that has one left cost one", () => {
  const range = scoreRange(scheme, aUnit(), aCoverage(), [disputed("b", 1, 2)]);
  expect(range?.upheld.score).toBe(toPoints(98));
});

it("a disputed veto ends at the veto", () => {
  const totals = [aTotal("veto", 0, { confirmedCount: 0, disputedCount: 1 })];
  expect(scoreRange(scheme, aUnit(), aCoverage(), totals)?.upheld.state).toBe("vetoed");
});

it("says the score, what weighs most, the caps, the range and the room to the next edge in one sentence", () => {
  const quarter = toQuarter(2025, 3);
  const totals = [disputed("a", 3, 4), aTotal("b", 3)];
  const unit = aUnit();
  const result = {
    quarter,
    scheme,
    units: [unit],
    scores: new Map([["u1", scoreUnit(scheme, unit, aCoverage(), totals)]]),
    coverage: new Map([["u1", aCoverage()]]),
    totals: new Map([["u1", totals]]),
  };
  const explanation = explainScore(result, "u1");
  expect(explanation && describeScore(explanation)).toBe(
    "教委2025年三季度得 95.00 分，列二档，共扣 5.0 分；扣分最多的是栏目更新 3 分、年报编制 2 分；" +
      "年报编制本项扣满（应扣 3，实扣 2）；另有 1 条拟扣或申诉未计入，若全部成立则得 91.00 分，列二档。",
  );
});
