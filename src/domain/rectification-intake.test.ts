import { describe, expect, it } from "vitest";
import type { SheetCell } from "./cell-text.ts";
import { DEFAULT_RULES } from "./rectification.ts";
import { RectificationIntake } from "./rectification-intake.ts";
import { readLog } from "./rectification-log.ts";
import type { RectificationContext } from "./rectification-logs.ts";
import { RECTIFICATION_SHEETS } from "./rectification-sheets.ts";
import { describeRowError } from "./row-error.ts";
import { RowLog, readRows } from "./sheet-rows.ts";
import { aSheet } from "./sheet-test-builders.ts";
import { aUnit } from "./test-builders.ts";
import { UnitIntake } from "./unit-intake.ts";
import { WORKING_DAY_CALENDAR } from "./working-day-calendar.ts";

const NOW = "2026-09-10T04:00:00.000Z";
const EMPTY: RectificationContext = { cases: [], rules: [DEFAULT_RULES], now: NOW };
const CASE_HEAD = ["编号", "单位", "错敏字", "错误类型", "发现时间", "级别", "交办时间", "时限"];
const EVENT_HEAD = [
  "记录编号",
  "问题编号",
  "时间",
  "事项",
  "登记方角色",
  "登记单位",
  "暂停原因",
  "批准单位",
  "调整后级别",
  "佐证链接",
  "说明",
];
const FOUND: SheetCell[] = ["E1", "归雁镇", "布署", "错别字", "2026-09-01", "一般", "2026-09-01 10:00", ""];

type Rows = readonly (readonly SheetCell[])[];

function read(cases: Rows, events: Rows = [], context = EMPTY) {
  const log = new RowLog();
  const units = new UnitIntake([aUnit({ id: "u1", name: "归雁镇", shortName: "归雁镇" })], log, () => "gyz");
  const intake = new RectificationIntake(units, context, log);
  const { case: caseSheet, event: eventSheet } = RECTIFICATION_SHEETS;
  readRows(caseSheet, aSheet("错敏信息", CASE_HEAD, ...cases), log, (row, place) => intake.takeCase(row, place));
  readRows(eventSheet, aSheet("整改记录", EVENT_HEAD, ...events), log, (row, place) => intake.takeEvent(row, place));
  intake.finish();
  return { intake, log, errors: log.errors.map(describeRowError) };
}

/** The context after a file was imported. */
function asHeld({ intake }: ReturnType<typeof read>): RectificationContext {
  return {
    ...EMPTY,
    cases: intake.cases.map((row) => ({
      row,
      events: intake.events.filter(({ caseId }) => caseId === row.id).map(({ event }) => event),
    })),
  };
}

const REPORT: SheetCell[] = ["", "E1", "2026年9月2日16时20分", "整改完成", "责任单位", "归雁镇"];
const PASS: SheetCell[] = ["", "E1", "2026-09-03 09:00", "复核通过", "第三方机构", "测评机构"];

describe("错敏信息", () => {
  it("makes a case, and a dispatch under the rules of that time where 交办时间 is filled", () => {
    const { intake, errors } = read([FOUND, ["E2", "u1", "甲", "", "2026-09-01 08:30", "严重错误", "", ""]]);
    expect(errors).toEqual([]);
    expect(intake.cases[0]).toEqual({
      id: "E1",
      unitId: "u1",
      severity: "general",
      errorType: "typo",
      source: "thirdParty",
      wrongText: "布署",
      suggestedText: null,
      excerpt: null,
      url: null,
      foundAt: "2026-08-31T16:00:00.000Z",
    });
    expect(intake.cases[1]).toMatchObject({ severity: "serious", errorType: "other" });
    expect(intake.events).toMatchObject([
      { caseId: "E1", event: { id: "E1-交办", kind: "dispatched", at: "2026-09-01T02:00:00.000Z", sequence: 0 } },
    ]);
  });

  it("freezes the limit that the notice states", () => {
    const { intake } = read([[...FOUND.slice(0, 7), "7个工作日"]]);
    const [entry] = intake.events;
    expect(entry?.event).toMatchObject({ terms: { limits: { general: { kind: "workingDays", days: 7 } } } });
  });

  it("knows the vendors' words, and names the words that it does not know", () => {
    const words = ["死链", "落马官员", "隐私泄露", "神秘错误"];
    const { intake, log } = read(
      words.map((word, at) => [`E${at}`, "u1", "甲", word, "2026-09-01", "一般错误", "", ""]),
    );
    expect(intake.cases.map(({ errorType }) => errorType)).toEqual([
      "brokenLink",
      "fallenOfficial",
      "personalData",
      "other",
    ]);
    expect(log.notes.join()).toContain("神秘错误");
    expect(log.notes.join()).not.toContain("死链");
  });

  it("gives a line without a number the same id each time and refuses its twin", () => {
    const row: SheetCell[] = ["", ...FOUND.slice(1)];
    const [first, again] = [read([row, row]), read([row])];
    expect(first.intake.cases[0]?.id).toBe(again.intake.cases[0]?.id);
    expect(first.errors.join()).toContain("与第 2 行重复");
  });

  it.each<[string, SheetCell[], string]>([
    ["an unknown unit", ["E1", "不存在局", ...FOUND.slice(2)], "都没有这个单位"],
    ["a dispatch without a time of day", [...FOUND.slice(0, 6), "2026-09-01", ""], "缺少时刻"],
    ["a dispatch that lies ahead", [...FOUND.slice(0, 6), "2026-09-11 10:00", ""], "晚于服务器当前时间"],
    ["a limit without a dispatch", [...FOUND.slice(0, 6), "", "24小时"], "未交办的件没有时限"],
    ["a limit beyond the calendar", [...FOUND.slice(0, 7), "250个工作日"], "工作日历未维护"],
    ["an unknown severity", [...FOUND.slice(0, 5), "很严重", "", ""], "只能填：严重错误、一般错误"],
    ["an id too long for its dispatch", ["E".repeat(61), ...FOUND.slice(1)], "编号超过 60 个字"],
  ])("refuses %s", (_what, row, reason) => {
    const { intake, errors } = read([row]);
    expect(errors.join()).toContain(reason);
    expect(intake.cases).toEqual([]);
    expect(intake.events).toEqual([]);
  });
});

describe("整改记录", () => {
  it("adds entries in the order of time, whatever the order of the rows, and settles a passed re-check", () => {
    const { intake, errors } = read(
      [FOUND],
      [PASS, REPORT, ["", "E1", "2026-09-01 10:30", "签收", "责任单位", "归雁镇"]],
    );
    expect(errors).toEqual([]);
    expect(intake.events.map(({ event }) => [event.kind, event.sequence])).toEqual([
      ["dispatched", 0],
      ["received", 1],
      ["reportedFixed", 2],
      ["recheckPassed", 3],
    ]);
    expect(intake.events[3]?.event).toMatchObject({
      settled: { dueAt: "2026-09-03T02:00:00.000Z", firstReportOnTime: true, reportOnTime: true },
    });
  });

  it("takes pauses with their reason and approver, and changes of severity", () => {
    const { intake, errors } = read(
      [FOUND],
      [
        [
          "P1",
          "E1",
          "2026-09-01 11:00",
          "暂停计时",
          "区政府办公室",
          "区政府办公室",
          "网站或发布平台停机",
          "区政府办公室",
        ],
        ["P2", "E1", "2026-09-01 15:00", "恢复计时", "区政府办公室", "区政府办公室"],
        ["", "E1", "2026-09-01 16:00", "调整级别", "市政府办公厅", "市政府办公厅", "", "", "严重"],
      ],
    );
    expect(errors).toEqual([]);
    const events = intake.events.map(({ event }) => event);
    expect(readLog({ severity: "general", events }, WORKING_DAY_CALENDAR)).toMatchObject({
      severity: "serious",
      dueAt: "2026-09-02T06:00:00.000Z",
      notCounted: [],
    });
  });

  it("changes nothing the second time: entries that are held come back as they are", () => {
    const first = read([FOUND], [REPORT, PASS]);
    const second = read([FOUND], [PASS, REPORT], asHeld(first));
    expect(second.errors).toEqual([]);
    expect(second.intake.cases).toEqual(first.intake.cases);
    expect(second.intake.events).toEqual(first.intake.events);
  });

  it("adds to a log that is held, from a file that has no 错敏信息", () => {
    const { intake, errors } = read([], [PASS], asHeld(read([FOUND], [REPORT])));
    expect(errors).toEqual([]);
    expect(intake.events).toMatchObject([{ caseId: "E1", event: { kind: "recheckPassed", sequence: 2 } }]);
  });

  it.each<[string, Rows, string]>([
    ["a case that nobody knows", [["", "E9", ...REPORT.slice(2)]], "都没有这个编号"],
    ["a re-check before a report", [PASS], "责任单位尚未报告整改"],
    ["a unit that re-checks itself", [REPORT, [...PASS.slice(0, 4), "责任单位", "归雁镇"]], "只能由第三方机构"],
    ["an entry after closing", [REPORT, PASS, ["", "E1", "2026-09-04 09:00", ...REPORT.slice(3)]], "已复核通过并办结"],
    ["a pause without a reason", [["", "E1", "2026-09-01 11:00", "暂停计时", "区政府办公室", "区办"]], "须填暂停原因"],
    [
      "a pause that the unit approves itself",
      [["", "E1", "2026-09-01 11:00", "暂停计时", "区政府办公室", "区办", "不可抗力", "归雁镇"]],
      "暂停须由区政府办公室或市政府办公厅批准",
    ],
    ["a severity on a report", [[...REPORT, "", "", "严重"]], "不用于该事项"],
    ["an entry that lies ahead", [["", "E1", "2026-09-30 09:00", ...REPORT.slice(3)]], "晚于服务器当前时间"],
    ["an entry before the dispatch", [["", "E1", "2026-09-01 09:00", ...REPORT.slice(3)]], "时间早于该件最近一次登记"],
    ["a second dispatch", [["", "E1", "2026-09-01 11:00", "交办", "区政府办公室", "区办"]], "已经交办"],
  ])("refuses %s", (_what, rows, reason) => expect(read([FOUND], rows).errors.join()).toContain(reason));

  it("refuses to change what was recorded: another moment, another content, another limit or severity", () => {
    const named = (changes: Record<number, SheetCell>) =>
      ["R1", ...REPORT.slice(1)].map((cell, at) => changes[at] ?? cell);
    const held = asHeld(read([FOUND], [named({})]));
    expect(read([], [named({ 2: "2026-09-02 16:21" })], held).errors.join()).toContain("登记过的不能更改");
    expect(read([], [named({ 5: "别的镇" })], held).errors.join()).toContain("该编号已用于另一条登记");
    expect(read([[...FOUND.slice(0, 7), "立即"]], [], held).errors.join()).toContain("登记过的不能更改");
    expect(read([FOUND.map((cell) => (cell === "一般" ? "严重" : cell))], [], held).errors.join()).toContain(
      "级别不能在这里改",
    );
  });

  it("leaves out only the row that is wrong", () => {
    const { intake, log } = read([FOUND], [PASS, REPORT, ["", "E1", "2026-09-02 17:00", ...REPORT.slice(3)]]);
    expect(intake.events.map(({ event }) => event.kind)).toEqual(["dispatched", "reportedFixed", "recheckPassed"]);
    expect([...(log.rejected.get("整改记录")?.rows.keys() ?? [])]).toEqual([4]);
  });
});
