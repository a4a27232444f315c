import { describe, expect, it } from "vitest";
import type { PlainCell } from "./cell-text.ts";
import { readLimit, readMoment } from "./moment-reading.ts";

const reasonOf = (reading: ReturnType<typeof readMoment>) => (reading.ok ? "" : reading.reason);

describe("readMoment", () => {
  it.each<[PlainCell]>([
    ["2026/9/3 14:30"],
    ["2026-09-03T14:30"],
    ["2026-09-03 14:30:00"],
    ["2026.9.3　１４：３０"],
    ["2026年9月3日14时30分"],
    ["2026年9月3日 14:30"],
    ["2026年9月3日14点30分0秒"],
    [46268.604166666664],
    [{ kind: "date", date: "2026-09-03", time: "14:30:00" }],
  ])("reads %j as 14:30 in Shanghai", (cell) => {
    expect(readMoment(cell, false)).toEqual({ ok: true, value: "2026-09-03T06:30:00.000Z" });
  });

  it("keeps seconds and takes a bare hour", () => {
    expect(readMoment("2026-09-03 00:00:59", false)).toEqual({ ok: true, value: "2026-09-02T16:00:59.000Z" });
    expect(readMoment("2026年9月3日14时", false)).toEqual({ ok: true, value: "2026-09-03T06:00:00.000Z" });
  });

  it.each<[PlainCell]>([["2026-09-03"], ["2026年9月3日"], [46268], [{ kind: "date", date: "2026-09-03" }]])(
    "takes the day %j as its beginning only where no clock starts",
    (cell) => {
      expect(readMoment(cell, true)).toEqual({ ok: true, value: "2026-09-02T16:00:00.000Z" });
      expect(reasonOf(readMoment(cell, false))).toContain("缺少时刻");
    },
  );

  it.each<[PlainCell, string]>([
    ["2026-09-31 10:00", "没有这一天"],
    ["2026-09-03 25:00", "没有这个时刻"],
    ["2026-09-03 10:60", "没有这个时刻"],
    ["昨天下午", "时间请写成"],
    [12, "时间请写成"],
    [true, "时间请写成"],
  ])("refuses %j", (cell, reason) => expect(reasonOf(readMoment(cell, true))).toContain(reason));
});

describe("readLimit", () => {
  it.each([
    ["24小时", { kind: "elapsedHours", hours: 24 }],
    ["48 小时内", { kind: "elapsedHours", hours: 48 }],
    ["７个工作日", { kind: "workingDays", days: 7 }],
    ["2026年10月20日前", { kind: "fixedDate", date: "2026-10-20" }],
    ["立即", { kind: "immediately" }],
  ])("reads %s", (text, limit) => expect(readLimit(text)).toEqual({ ok: true, value: limit }));

  it.each<[PlainCell]>([["尽快"], [24], ["0小时"], ["2400000小时"]])("refuses %j", (cell) =>
    expect(readLimit(cell)).toMatchObject({ ok: false }),
  );
});
