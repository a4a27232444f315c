import { describe, expect, test } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { formCells } from "#domain/report-form.ts";
import { failuresOf } from "#domain/rule-result.ts";
import { demoAnnualReports, ROLL_UP_ID } from "./demo-annual-reports.ts";
import { demoUnits } from "./demo-units.ts";

const reports = demoAnnualReports(2025, demoUnits());

function reportOf(bodyId: string, year: number): AnnualReport | undefined {
  return reports.find((report) => report.bodyId === bodyId && report.year === year);
}

function failures(report: AnnualReport) {
  const previous = reportOf(report.bodyId, report.year - 1);
  const parts = reports.filter(({ level, year }) => level === "unit" && year === report.year);
  return failuresOf(checkReport(report, { ...(previous && { previous }), parts }));
}

function figure(year: number, cell: string): number {
  return Number(reportOf(ROLL_UP_ID, year)?.cells[cell]);
}

describe("demonstration annual reports", () => {
  test("the roll-up and every unit that existed report three years in the 2021 form", () => {
    const count = (year: number) => reports.filter((report) => report.year === year).length;
    expect([2023, 2024, 2025].map(count)).toEqual([54, 54, 55]);
    const expected = formCells("2021")
      .map(({ id }) => id)
      .sort();
    for (const report of reports) expect(Object.keys(report.cells).sort()).toEqual(expected);
  });

  test.each([
    [2023, 356, 8, 353, 11],
    [2024, 384, 11, 381, 14],
    [2025, 398, 14, 401, 11],
  ])(
    "%i: %i new and %i carried over make %i closed and %i carried forward",
    (year, received, over, closed, forward) => {
      expect(figure(year, "t3.newReceived.total")).toBe(received);
      expect(figure(year, "t3.carriedOver.total")).toBe(over);
      expect(figure(year, "t3.outcomeTotal.total")).toBe(closed);
      expect(figure(year, "t3.carriedForward.total")).toBe(forward);
    },
  );

  test("most units receive at most ten applications a year", () => {
    const units = reports.filter(({ level, year }) => level === "unit" && year === 2025);
    const few = units.filter(({ cells }) => Number(cells["t3.newReceived.total"]) <= 10);
    expect(few.length).toBeGreaterThan(units.length / 2);
  });

  test("every identity holds but one: R2 in the law firms' column of one unit, which the roll-up inherits", () => {
    const failed = reports.flatMap((report) =>
      failures(report).map(({ ruleId, item, difference }) => ({
        level: report.level,
        year: report.year,
        ruleId,
        item,
        difference,
      })),
    );
    const broken = { year: 2025, ruleId: "R2", difference: -1 };
    expect(failed).toEqual([
      { level: "rollUp", ...broken, item: "legalService" },
      { level: "rollUp", ...broken, item: "total" },
      { level: "unit", ...broken, item: "legalService" },
      { level: "unit", ...broken, item: "total" },
    ]);
  });

  test("one cell of the latest year is blank, and a unit without fees prints a dash", () => {
    const blank = reports.flatMap(({ bodyName, year, cells }) =>
      Object.entries(cells)
        .filter(([, text]) => text === "")
        .map(([cell]) => ({ bodyName, year, cell })),
    );
    expect(blank).toEqual([{ bodyName: "石笋沟镇", year: 2025, cell: "t2.coercion.decisions" }]);
    expect(reports.some(({ cells }) => cells["t2.administrativeFees.amount"] === "——")).toBe(true);
  });

  test("years of the trial form are left out", () => {
    expect(demoAnnualReports(2022, demoUnits(3)).map(({ year }) => year)).not.toContain(2020);
  });
});
