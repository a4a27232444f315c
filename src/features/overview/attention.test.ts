import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS, type ResolvedFilters } from "#domain/filters.ts";
import { toQuarter } from "#domain/quarter.ts";
import { readLog } from "#domain/rectification-log.ts";
import { aLog, DISPATCHED, RECEIVED, REPORTED } from "#domain/rectification-test-builders.ts";
import type { ReportVerdict } from "#domain/report-verdict.ts";
import { aUnit } from "#domain/test-builders.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { nameSome } from "./attention-line.ts";
import { toApplicationLines } from "./to-application-lines.ts";
import { toCaseLines } from "./to-case-lines.ts";
import { toReportLine } from "./to-standing-lines.ts";

const filters: ResolvedFilters = { ...DEFAULT_FILTERS, quarters: [toQuarter(2026, 3)] };
const picks = { quarters: filters.quarters, side: null, unitClass: null, units: [] };
const nameOf = (id: string) => `${id}镇`;

type Steps = Parameters<typeof aLog>[0];

function aCase(unitId: string, steps: Steps) {
  return {
    id: unitId,
    unitId,
    severity: "general" as const,
    errorType: "typo" as const,
    source: "municipalList" as const,
    wrongText: "错",
    suggestedText: null,
    excerpt: null,
    url: null,
    foundAt: "2026-10-06T00:00:00Z",
    progress: readLog(aLog(steps), WORKING_DAY_CALENDAR),
  };
}

describe("toCaseLines", () => {
  const NOW = "2026-10-08T06:00:00Z";
  const cases = [
    aCase("late", [["2026-10-06T01:00:00Z", DISPATCHED]]),
    aCase("soon", [["2026-10-06T06:30:00Z", DISPATCHED]]),
    aCase("calm", [["2026-10-08T05:00:00Z", DISPATCHED]]),
    aCase("waits", [
      ["2026-10-06T01:00:00Z", DISPATCHED],
      ["2026-10-06T02:00:00Z", RECEIVED],
      ["2026-10-07T06:00:00Z", REPORTED],
    ]),
  ];
  const lines = (now: string, total = cases.length) => toCaseLines(cases, { total, now }, nameOf, picks);

  it("tells what runs out within the hour, what is overdue and what waits, each once", () => {
    expect(lines(NOW).map(({ id, count, tone }) => [id, count, tone])).toEqual([
      ["withinHour", 1, "soon"],
      ["overdue", 1, "overdue"],
      ["recheck", 1, null],
    ]);
    expect(lines(NOW)[1]?.detail).toBe("late镇，最久已超 5 小时 00 分");
    expect(lines(NOW)[2]?.detail).toBe("最久已等 24 小时 00 分");
  });

  it("goes by the moment it is asked at: half an hour later the one that ran out is overdue", () => {
    expect(lines("2026-10-08T06:30:01Z").map(({ count }) => count)).toEqual([0, 2, 1]);
  });

  it("leads to the page with the same picks, and to the state that the line speaks of", () => {
    const narrowed = toCaseLines(cases, { total: 4, now: NOW }, nameOf, { ...picks, side: "township" });
    expect(narrowed.map((line) => [line.path, line.picks.side])).toEqual(
      Array(3).fill(["/rectifications", "township"]),
    );
    expect(narrowed[2]?.picks.caseStates).toEqual(["awaitingRecheck"]);
  });

  it("does not pretend to have counted a list that was cut", () => {
    expect(lines(NOW, 900)[2]?.detail).toContain("只数了最先到期的一部分");
  });
});

describe("toApplicationLines", () => {
  const open = (unitId: string, dueOn: string | null, timeliness: "open" | "openOverdue") => ({
    unitId,
    clock: { dueOn, timeliness },
  });
  type Open = Parameters<typeof toApplicationLines>[0];

  it("ends the week on Sunday and keeps what is past due apart", () => {
    const rows = [
      open("a", "2026-11-13", "openOverdue"),
      open("b", "2026-11-16", "open"),
      open("c", "2026-11-22", "open"),
      open("d", "2026-11-23", "open"),
      open("e", null, "open"),
    ] as unknown as Open;
    const [late, due] = toApplicationLines(rows, "2026-11-16", nameOf, picks);
    expect([late?.count, late?.tone, due?.count, due?.tone]).toEqual([1, "overdue", 2, "soon"]);
    expect(due?.detail).toBe("b镇、c镇，最早 11-16");
  });
});

describe("toReportLine", () => {
  const verdict = (bodyId: string, failures: number): ReportVerdict => ({
    bodyId,
    bodyName: bodyId,
    level: "unit",
    year: 2025,
    form: "2021",
    rules: [],
    failures: Array.from({ length: failures }, (_, index) => ({
      ruleId: "R1" as const,
      item: String(index),
      where: "总计列",
      difference: 1,
      message: "不平",
    })),
  });
  const units = [aUnit({ id: "u1" }), aUnit({ id: "u2", kind: "township" })];

  it("counts places over all bodies, and leads to the first that fails", () => {
    const line = toReportLine([verdict("u1", 0), verdict("u2", 2)], filters, units);
    expect([line.count, line.picks]).toEqual([2, { body: "u2", year: 2025 }]);
  });

  it("counts only the bodies that are picked", () => {
    expect(toReportLine([verdict("u2", 2)], { ...filters, side: "department" }, units).count).toBe(0);
  });
});

describe("nameSome", () => {
  it("names three units once each, and says how many there are", () => {
    expect(nameSome(["甲", "甲", "乙"])).toBe("甲、乙");
    expect(nameSome(["甲", "乙", "丙", "丁"])).toBe("甲、乙、丙等 4 家");
  });
});
