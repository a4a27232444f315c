import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, CalendarNotMaintained, countWorkingDays } from "./workday.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";
import { knownDays, referenceDaysOf, WorkingDays, workingDaysOf } from "./working-days.ts";

const days = workingDaysOf(calendar);
const day = fc
  .integer({ min: -1, max: 1000 })
  .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));

describe("a calendar counted through once", () => {
  it("answers as workday.ts does, and refuses the same years", () => {
    const same = <T>(a: () => T, b: () => T) => expect(knownDays(a)).toEqual(knownDays(b));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 90 }), (from, to, n) => {
        same(
          () => days.after(from, n),
          () => addWorkingDays(from, n, calendar),
        );
        same(
          () => days.between(from, to),
          () => countWorkingDays(from, to, calendar),
        );
      }),
    );
  });

  it("names the year that is missing, also between maintained ones", () => {
    expect(() => days.after("2026-12-20", 20)).toThrow(expect.objectContaining({ year: 2027 }));
    expect(() => days.between("2023-06-01", "2024-02-01")).toThrow(expect.objectContaining({ year: 2023 }));
    const gap = new WorkingDays(new Map([...calendar].filter(([year]) => year !== 2025)));
    expect(() => gap.between("2024-12-01", "2026-02-01")).toThrow(CalendarNotMaintained);
    expect(gap.between("2025-12-31", "2026-01-05")).toBe(2);
  });

  it("has a reference by weekends for years without a calendar, and the calendar for the others", () => {
    const reference = referenceDaysOf(calendar);
    expect(reference.after("2023-02-28", 20)).toBe("2023-03-28");
    expect(reference.after("2025-01-24", 20)).toBe("2025-02-27");
  });
});
