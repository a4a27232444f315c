import { expect, it } from "vitest";
import type { FindingStreak } from "#domain/finding-streak.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import { aGroup, anIndicator, aScheme, aUnit } from "#domain/test-builders.ts";
import { nameStreaks, SHOWN_STREAKS, toStreakSeries, toStreakTable } from "./to-streak-series.ts";

const scheme = aScheme({
  groups: [aGroup("g1", 50), aGroup("g2", 50)],
  indicators: [anIndicator({ id: "a", groupId: "g2", name: "栏目更新", clause: "第 11 条" })],
});
const streak: FindingStreak = {
  unitId: "u1",
  indicatorId: "a",
  groupId: "g2",
  quarters: [toQuarter(2025, 2), toQuarter(2025, 3)],
  losses: [toPoints(1), toPoints(0.5)],
  total: toPoints(1.5),
};

it("says unit, indicator, quarters in a row and points, in the colour of the indicator's group", () => {
  const [row] = toStreakSeries(nameStreaks([streak], scheme, [aUnit()]), scheme).rows;
  expect(row).toMatchObject({
    label: "教委 · 栏目更新",
    value: 1.5,
    valueText: "1.5 分",
    shareText: "连续 2 季",
    fill: { kind: "series", slot: 2 },
  });
});

it("leaves out units that were not picked", () => expect(nameStreaks([streak], scheme, [])).toEqual([]));

it("draws what a reader takes in, and lists all of them with quarter and clause", () => {
  const many = nameStreaks(
    Array.from({ length: 20 }, () => streak),
    scheme,
    [aUnit()],
  );
  expect(toStreakSeries(many, scheme).rows).toHaveLength(SHOWN_STREAKS);
  expect(toStreakTable(many).rows).toHaveLength(20);
  expect(toStreakTable(many).rows[0]?.cells).toMatchObject({
    unit: "教育委员会",
    count: 2,
    from: "2025年二季度",
    each: "1.0、0.5",
    clause: "第 11 条",
  });
});
