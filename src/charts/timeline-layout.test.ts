import { expect, it } from "vitest";
import { groupStarts, layOutTimeline, splitBar, thinTicks } from "./timeline-layout.ts";
import { toTimelinePaths } from "./timeline-paths.ts";
import type { TimelineRow, TimelineSeries } from "./timeline-series.ts";

const HOUR = 3600;

function aRow(changes: Partial<TimelineRow> = {}): TimelineRow {
  return {
    id: "c1",
    groupId: "u1",
    group: "归雁镇",
    label: "错别字",
    weight: 2,
    isSoon: false,
    from: 0,
    to: 20 * HOUR,
    due: 48 * HOUR,
    isOpen: true,
    pauses: [],
    remark: "余 28 小时 00 分",
    remarkLook: "plain",
    lines: [],
    ...changes,
  };
}

function aSeries(rows: readonly TimelineRow[]): TimelineSeries {
  const ticks = [0, 12, 24, 36, 48].map((hours) => ({
    at: hours * HOUR,
    text: hours % 24 === 0 ? `10-0${1 + hours / 24}` : "12时",
    isDay: hours % 24 === 0,
  }));
  return { now: 20 * HOUR, nowText: "现在 20:00", from: 0, to: 60 * HOUR, ticks, rows };
}

it("a running case is used up to now and has the rest of its limit before it", () => {
  expect(splitBar(aRow())).toEqual({
    used: [{ from: 0, to: 20 * HOUR }],
    late: [],
    paused: [],
    rest: { from: 20 * HOUR, to: 48 * HOUR },
  });
});

it("what lies beyond the due moment is late, to the second", () => {
  expect(splitBar(aRow({ to: 48 * HOUR })).late).toEqual([]);
  expect(splitBar(aRow({ to: 48 * HOUR + 1 }))).toMatchObject({
    used: [{ from: 0, to: 48 * HOUR }],
    late: [{ from: 48 * HOUR, to: 48 * HOUR + 1 }],
    rest: null,
  });
});

it("pauses interrupt the bar, the running one up to its end", () => {
  const pauses = [
    { from: 15 * HOUR, to: 90 * HOUR },
    { from: 2 * HOUR, to: 5 * HOUR },
  ];
  expect(splitBar(aRow({ pauses }))).toMatchObject({
    used: [
      { from: 0, to: 2 * HOUR },
      { from: 5 * HOUR, to: 15 * HOUR },
    ],
    paused: [
      { from: 2 * HOUR, to: 5 * HOUR },
      { from: 15 * HOUR, to: 20 * HOUR },
    ],
  });
});

it("a case that was reported fixed shows nothing of what was left", () => {
  expect(splitBar(aRow({ isOpen: false })).rest).toBeNull();
});

it("moments outside the plot stand at its edge", () => {
  const layout = layOutTimeline(aSeries([aRow()]), 700);
  expect(layout.xOf(-1)).toBe(layout.plotX);
  expect(layout.xOf(99 * HOUR)).toBe(layout.plotEnd);
  expect(layout.xOf(30 * HOUR)).toBeCloseTo((layout.plotX + layout.plotEnd) / 2);
});

it("a plot too narrow for its words grows past the width instead of losing them", () => {
  const layout = layOutTimeline(aSeries([aRow()]), 200);
  expect(layout.right).toBeGreaterThan(200);
  expect(layout.plotEnd - layout.plotX).toBeGreaterThanOrEqual(150);
});

it("a picture with many rows sets them closer", () => {
  const series = aSeries(Array.from({ length: 28 }, (_, index) => aRow({ id: `c${index}` })));
  expect(layOutTimeline(series, 562, true).rowHeight).toBe(17);
  expect(layOutTimeline(series, 562).rowHeight).toBe(22);
});

it("half days give way to days where the axis is short", () => {
  const series = { ...aSeries([aRow()]), now: 60 * HOUR };
  const texts = (width: number) => thinTicks(series, layOutTimeline(series, width)).map((tick) => tick.text);
  expect(texts(1200)).toContain("12时");
  expect(texts(380)).toEqual(["10-01", "10-02", "10-03"]);
});

it("the line of now runs through no word of the axis", () => {
  const series = { ...aSeries([aRow()]), now: 24 * HOUR };
  expect(thinTicks(series, layOutTimeline(series, 1200)).map((tick) => tick.text)).not.toContain("10-02");
});

it("a unit begins where the row before is another's", () => {
  const rows = ["u1", "u1", "u2", "u3", "u3"].map((groupId, index) => aRow({ id: `c${index}`, groupId }));
  expect(groupStarts(rows)).toEqual([0, 2, 3]);
});

it("any number of cases is one path a look", () => {
  const rows = [aRow(), aRow({ weight: 1 }), aRow({ isSoon: true }), aRow({ to: 50 * HOUR })];
  const layout = layOutTimeline(aSeries(rows), 700);
  const paths = toTimelinePaths(
    rows.map((row, index) => ({ row, middle: index * 22 })),
    layout,
  );
  const count = (path: string) => path.split("M").length - 1;
  expect([paths.m1, paths.m2, paths.soon, paths.late, paths.rest, paths.due].map(count)).toEqual([1, 2, 1, 1, 3, 4]);
  expect(paths.hatch).toBe("");
});
