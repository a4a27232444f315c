import { describe, expect, it } from "vitest";
import { quarterSchema } from "#domain/quarter.ts";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { readLog } from "#domain/rectification-log.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { aLog, DISPATCHED, FAILED, PAUSED, RECEIVED, REPORTED } from "#domain/rectification-test-builders.ts";
import { describeBoard, describeConclusion } from "./describe-board.ts";
import { describeItem } from "./item-words.ts";
import { countBoard, readBoard, toBoardSeries, toPassedToday } from "./to-board-series.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

const NOW = "2026-10-08T06:00:00.000Z";

function aCase(id: string, progress: Progress): CaseWithProgress {
  return {
    id,
    unitId: "u1",
    severity: progress.severity,
    errorType: "typo",
    source: "thirdParty",
    wrongText: "按装",
    suggestedText: "安装",
    excerpt: null,
    url: null,
    foundAt: "2026-10-05T00:00:00.000Z",
    progress,
  };
}

/** 48 hours from the dispatch. */
function open(id: string, dispatchedAt: string, ...more: Parameters<typeof aLog>[0]): CaseWithProgress {
  return aCase(id, readLog(aLog([[dispatchedAt, DISPATCHED], ...more]), new Map()));
}

const overdue = open("overdue", "2026-10-06T03:00:00.000Z", ["2026-10-06T04:00:00.000Z", RECEIVED]);
const hour = open("hour", "2026-10-06T06:30:00.000Z");
const fresh = open("fresh", "2026-10-08T05:00:00.000Z");
const paused = open("paused", "2026-10-06T07:00:00.000Z", ["2026-10-07T00:00:00.000Z", PAUSED]);
const waiting = open("waiting", "2026-10-06T01:00:00.000Z", ["2026-10-07T00:00:00.000Z", REPORTED]);
const failed = open(
  "failed",
  "2026-10-06T05:00:00.000Z",
  ["2026-10-07T00:00:00.000Z", REPORTED],
  ["2026-10-08T00:00:00.000Z", FAILED],
);
const ALL = [fresh, paused, waiting, hour, failed, overdue];
const items = readBoard(ALL, () => "归雁镇", NOW);

describe("the board", () => {
  it("lists the least time left first, then what is paused, then what waits for its re-check", () => {
    expect(items.map((item) => item.entry.id)).toEqual(["overdue", "failed", "hour", "fresh", "paused", "waiting"]);
  });

  it("puts every open case into one cell of its lane", () => {
    const { lanes } = toBoardSeries(items, [], { now: NOW, total: 6, limits: DEFAULT_RULES.limits });
    const [serious, general] = lanes;
    expect([serious?.count, general?.count]).toEqual([0, 6]);
    expect(general?.columns.awaitingReceipt.map((item) => item.entry.id)).toEqual(["hour", "fresh", "paused"]);
    expect(general?.columns.failed).toHaveLength(1);
  });

  it("counts what is overdue without what waits for its re-check", () => {
    expect(countBoard(items)).toMatchObject({
      open: 6,
      overdue: 2,
      overdueBySeverity: { serious: 0, general: 2 },
      awaitingRecheck: 1,
      failed: 1,
      paused: 1,
      soon: 1,
    });
    expect(countBoard(items).withinHour.map((item) => item.entry.id)).toEqual(["hour"]);
  });

  it("tells of what passed today how many there are in each lane and the median of their time", () => {
    const fixed = (severity: "serious" | "general", minutes: number, cases: number) => ({
      quarter: quarterSchema.parse("2026Q4"),
      unitId: "u1",
      severity,
      minutes,
      cases,
    });
    expect(toPassedToday([fixed("general", 60, 400), fixed("general", 90, 399)])).toEqual([
      { severity: "serious", cases: 0, medianSeconds: null },
      { severity: "general", cases: 799, medianSeconds: 3600 },
    ]);
  });

  it("gives each item its time, its moment and the word of its colour", () => {
    expect(items.map((item) => describeItem(item, NOW))).toEqual([
      { time: "已超 3 小时 00 分", moment: "今天 11:00", tag: "已超期" },
      { time: "已超 1 小时 00 分", moment: "今天 13:00", tag: "已超期" },
      { time: "余 30 分 00 秒", moment: "今天 14:30", tag: "将到期" },
      { time: "余 47 小时 00 分", moment: "10-10 13:00", tag: "" },
      { time: "余 31 小时 00 分", moment: "到期待定", tag: "暂停" },
      { time: "用时 23 小时 00 分", moment: "昨天 08:00", tag: "" },
    ]);
  });
});

describe("the sentences", () => {
  it("say how many, how late and who is latest", () => {
    expect(describeConclusion(countBoard(items), items, { total: 6, isOverdueKnown: true }).join("")).toBe(
      "在办 6 条，已超期 2 条，一小时内到期 1 条；最久超期：归雁镇。",
    );
    expect(describeConclusion(countBoard([]), [], { total: 0, isOverdueKnown: true }).join("")).toBe(
      "当前没有在办件。",
    );
  });

  it("say so when the list was cut", () => {
    expect(describeConclusion(countBoard(items), items, { total: 5000, isOverdueKnown: false }).join("")).toContain(
      "在办 5000 条，已超期至少 2 条",
    );
    expect(describeBoard(countBoard(items), items, 5000)).toContain("共 5000 条在办，列出最先到期的 6 条");
    expect(describeBoard(countBoard(items), items, 6)).not.toContain("列出");
  });
});
