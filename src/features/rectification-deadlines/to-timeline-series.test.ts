import { expect, it } from "vitest";
import { clockAt } from "#domain/rectification-clock.ts";
import { readLog } from "#domain/rectification-log.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { aLog, DISPATCHED, PASSED, PAUSED, REPORTED } from "#domain/rectification-test-builders.ts";
import type { BoardItem } from "./to-board-series.ts";
import { orderByUnit, readRecentlyFixed, toTimelineSeries } from "./to-timeline-series.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

const NOW = "2026-10-08T06:00:00Z";
const HOUR = 3600;
const AT = Date.parse(NOW) / 1000;

function aCase(id: string, unitId: string, progress: Progress): CaseWithProgress {
  return {
    id,
    unitId,
    severity: progress.severity,
    errorType: "typo",
    source: "thirdParty",
    wrongText: "按装",
    suggestedText: "安装",
    excerpt: null,
    url: null,
    foundAt: "2026-10-05T00:00:00Z",
    progress,
  };
}

/** A 一般错误 of 48 hours. */
function anItem(id: string, unitId: string, ...steps: Parameters<typeof aLog>[0]): BoardItem {
  const entry = aCase(id, unitId, readLog(aLog(steps), new Map()));
  const reading = clockAt(entry.progress, NOW);
  if (reading === null) throw new Error("not dispatched");
  return { entry, unitName: unitId, reading };
}

const overdue = anItem("overdue", "u1", ["2026-10-06T03:00:00Z", DISPATCHED]);
const soon = anItem("soon", "u2", ["2026-10-06T07:00:30Z", DISPATCHED]);
const fresh = anItem("fresh", "u1", ["2026-10-08T05:00:00Z", DISPATCHED]);
const paused = anItem("paused", "u3", ["2026-10-07T06:00:00Z", DISPATCHED], ["2026-10-08T00:00:00Z", PAUSED]);
const fixed = anItem(
  "fixed",
  "u2",
  ["2026-10-05T00:00:00Z", DISPATCHED],
  ["2026-10-07T01:00:00Z", REPORTED],
  ["2026-10-07T05:00:00Z", PASSED],
);

it("a unit stands where its most urgent case does, with all its cases", () => {
  expect(orderByUnit([fixed, fresh, soon, overdue]).map(({ entry }) => entry.id)).toEqual([
    "overdue",
    "fresh",
    "soon",
    "fixed",
  ]);
});

it("remarks are told to the minute and say what the colour says", () => {
  const { rows } = toTimelineSeries([overdue, soon, fresh, paused, fixed], NOW);
  expect(rows.map((row) => [row.id, row.remark, row.remarkLook])).toEqual([
    ["overdue", "已超 3 小时 00 分", "overdue"],
    ["fresh", "余 47 小时 00 分", "plain"],
    ["soon", "余 1 小时 00 分", "soon"],
    ["fixed", "逾期 1 小时 00 分", "quiet"],
    ["paused", "暂停，余 30 小时 00 分", "plain"],
  ]);
});

it("a bar ends at the report, or at now while the case is open", () => {
  const { rows } = toTimelineSeries([overdue, fixed], NOW);
  expect(rows.map(({ to, isOpen }) => [to - AT, isOpen])).toEqual([
    [0, true],
    [-29 * HOUR, false],
  ]);
});

it("a running pause reaches to now and pushes the due moment before it", () => {
  const [row] = toTimelineSeries([paused], NOW).rows;
  expect(row?.pauses).toEqual([{ from: AT - 6 * HOUR, to: AT }]);
  expect(row?.due).toBe(AT + 30 * HOUR);
});

it("days and noons are those of Shanghai", () => {
  const { ticks } = toTimelineSeries([fresh], NOW);
  expect(ticks.slice(0, 3)).toEqual([
    { at: Date.parse("2026-10-07T16:00:00Z") / 1000, text: "10-08", isDay: true },
    { at: Date.parse("2026-10-08T04:00:00Z") / 1000, text: "12时", isDay: false },
    { at: Date.parse("2026-10-08T16:00:00Z") / 1000, text: "10-09", isDay: true },
  ]);
});

it("an old dispatch does not press the present into a corner", () => {
  const old = anItem("old", "u9", ["2026-08-01T00:00:00Z", DISPATCHED]);
  expect(toTimelineSeries([old], NOW).from).toBe(AT - 96 * HOUR);
});

it("only what passed and was reported in the last 48 hours is recent", () => {
  const older = anItem(
    "older",
    "u2",
    ["2026-10-04T00:00:00Z", DISPATCHED],
    ["2026-10-06T05:59:59Z", REPORTED],
    ["2026-10-07T05:00:00Z", PASSED],
  );
  const cases = [fixed, older, overdue].map(({ entry }) => entry);
  expect(readRecentlyFixed(cases, (id) => id, NOW).map(({ entry }) => entry.id)).toEqual(["fixed"]);
});
