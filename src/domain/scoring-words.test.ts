import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { scoreUnit } from "./scoring.ts";
import { describeSteps, exact } from "./scoring-words.ts";
import { aCoverage, aGroup, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const scheme = aScheme({
  groups: [aGroup("g1", 75), aGroup("g2", 25)],
  indicators: [
    anIndicator({ id: "i1", groupId: "g1", points: toPoints(6) }),
    anIndicator({ id: "i2", groupId: "g2", points: toPoints(25) }),
    anIndicator({ id: "v1", groupId: "g1", effect: "veto", name: "首页超两周未更新", points: 0 }),
  ],
});

it("shows the rescaling of a unit without public services with its numbers", () => {
  const score = scoreUnit(scheme, aUnit(), aCoverage({ notApplicable: ["i2"] }), [aTotal("i1", 3)]);
  expect(
    describeSteps(scheme, score).map((line) => [line.label, line.remark, line.deltaText, line.runningText]),
  ).toEqual([
    ["满分", "", "", "100"],
    ["不适用指标", "不计入满分", "−25", "75"],
    ["依申请公开答复", "", "−3", "72"],
    ["折算到满分", "72 × 100 ÷ 75", "+24", "96"],
    ["得分", "", "", "96.00"],
  ]);
});

it("says where a cap held the loss back", () => {
  const score = scoreUnit(scheme, aUnit(), aCoverage(), [aTotal("i1", 12)]);
  expect(describeSteps(scheme, score).find((line) => line.label === "依申请公开答复")).toMatchObject({
    remark: "本项扣满（应扣 12）",
    deltaText: "−6",
  });
});

it("ends a vetoed unit with the reason instead of a score", () => {
  const score = scoreUnit(scheme, aUnit(), aCoverage(), [aTotal("v1", 0, { confirmedCount: 1 })]);
  const lines = describeSteps(scheme, score);
  expect(lines[lines.length - 1]).toMatchObject({
    label: "单项否决",
    remark: "首页超两周未更新",
    runningText: "不合格，不计得分",
  });
});

it("prints no idle zeros and keeps whole hundreds", () => {
  expect([exact(toPoints(100)), exact(toPoints(1.28)), exact(813394), exact(0)]).toEqual([
    "100",
    "1.28",
    "81.3394",
    "0",
  ]);
});
