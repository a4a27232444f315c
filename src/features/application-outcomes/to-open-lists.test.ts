import { expect, it } from "vitest";
import type { ApplicationClock } from "#domain/application-standing.ts";
import type { OpenApplication } from "./open-application.ts";
import { describeDue, describeLeft, describeOpen, toOpenLists } from "./to-open-lists.ts";
import { MOST_ROWS, toOpenSeries, toOpenTable } from "./to-open-series.ts";

function aClock(changes: Partial<ApplicationClock> = {}): ApplicationClock {
  return {
    mode: "running",
    clockFrom: "2026-11-02",
    limitDays: 20,
    usedDays: 10,
    dueOn: "2026-11-30",
    remainingDays: 10,
    timeliness: "open",
    unmaintained: null,
    ...changes,
  };
}

function anOpen(
  id: string,
  clock: Partial<ApplicationClock> = {},
  changes: Partial<OpenApplication> = {},
): OpenApplication {
  return {
    id,
    unitId: "u1",
    applicantKind: "naturalPerson",
    channel: "electronic",
    receivedOn: "2026-11-02",
    confirmedOn: "2026-11-02",
    effectiveOn: "2026-11-02",
    state: "inProgress",
    clock: aClock(clock),
    ...changes,
  };
}

const LATE = { timeliness: "openOverdue", remainingDays: -3, usedDays: 23, dueOn: "2026-11-11" } as const;
const rows = [
  anOpen("far"),
  anOpen("late", LATE, { effectiveOn: "2026-10-12" }),
  anOpen("today", { remainingDays: 0, usedDays: 20 }),
  anOpen("five", { remainingDays: 5, usedDays: 15 }),
  anOpen("six", { remainingDays: 6, usedDays: 14 }),
  anOpen(
    "unconfirmed",
    { mode: "notStarted", remainingDays: null, usedDays: null, dueOn: null },
    { effectiveOn: null },
  ),
];
const lists = toOpenLists(rows);
const ids = (list: readonly OpenApplication[]) => list.map(({ id }) => id);

it("keeps overdue ones apart from those due within five working days, today included", () => {
  expect(ids(lists.overdue)).toEqual(["late"]);
  expect(ids(lists.soon)).toEqual(["today", "five"]);
});

it("lists the ten that were received first; one that is not confirmed comes last", () => {
  const many = Array.from({ length: 12 }, (_, index) => anOpen(`a${String(index).padStart(2, "0")}`));
  expect(toOpenLists(many).oldest).toHaveLength(10);
  expect(ids(lists.oldest)[0]).toBe("late");
  expect(ids(lists.oldest).at(-1)).toBe("unconfirmed");
});

it("says in words what the colour says; amber only from four fifths of the limit on", () => {
  expect(rows.map(({ clock }) => describeLeft(clock))).toEqual([
    { text: "余 10 个工作日", look: "plain" },
    { text: "已超 3 个工作日", look: "overdue" },
    { text: "今天到期", look: "soon" },
    { text: "余 5 个工作日", look: "plain" },
    { text: "余 6 个工作日", look: "plain" },
    { text: "尚未起算", look: "quiet" },
  ]);
  expect(describeLeft(aClock({ mode: "paused", remainingDays: 3, usedDays: 17 }))).toEqual({
    text: "余 3 个工作日（暂停中）",
    look: "plain",
  });
});

it("a year without a calendar is never taken for a count: 日历未维护，仅供参考", () => {
  const clock = aClock({
    timeliness: "unknown",
    remainingDays: null,
    usedDays: null,
    dueOn: null,
    unmaintained: { year: 2027, referenceDueOn: "2027-01-15" },
  });
  expect(describeLeft(clock)).toEqual({ text: "日历未维护，仅供参考", look: "quiet" });
  expect(describeDue(clock)).toBe("约 2027-01-15（仅供参考）");
});

it("sums up what is open", () => {
  expect(describeOpen(lists, rows.length, () => "区公安局")).toBe(
    "在办 6 件：已超期 1 件，5 个工作日内到期 2 件；最早收到的是 2026-10-12，区公安局。",
  );
  expect(describeOpen(toOpenLists([]), 0, () => "")).toBe("没有在办的申请。");
});

it("draws late ones red, draws no more than fit, and tabulates all", () => {
  const series = toOpenSeries(rows, () => "区公安局");
  expect(series.rows.filter(({ fill }) => fill.kind === "overdue").map(({ id }) => id)).toEqual(["late"]);
  const many = Array.from({ length: 30 }, (_, index) => anOpen(`a${index}`));
  expect(toOpenSeries(many, () => "").rows).toHaveLength(MOST_ROWS);
  expect(toOpenTable(many, () => "").rows).toHaveLength(30);
});

it("has numbers, units and days in its table, and nothing of an applicant", () => {
  const { columns } = toOpenTable(rows, () => "区公安局");
  expect(columns.map(({ head }) => head)).toEqual([
    "编号",
    "单位",
    "收到日",
    "到期日",
    "已用工作日",
    "期限工作日",
    "余时",
    "状态",
  ]);
});
