import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "./fixtures/working-days-2024-2026.json";
import { addWorkingDays, CalendarNotMaintained, countWorkingDays, isWorkingDay, replyDeadlines } from "./workday.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

describe.each(Object.entries(fixture.years))("the arrangement of %s", (year, published) => {
  it("has the published days off and make-up days", () => {
    expect(calendar.get(Number(year))).toEqual({ offDays: published.offDays, workDays: published.workDays });
  });

  it("has the published number of working days in each month and in the year", () => {
    const months = published.workingDaysByMonth.map((_, month) => {
      const last = new Date(Date.UTC(Number(year), month + 1, 0)).getUTCDate();
      const days = Array.from({ length: last }, (_unused, day) =>
        new Date(Date.UTC(Number(year), month, day + 1)).toISOString().slice(0, 10),
      );
      return days.filter((day) => isWorkingDay(day, calendar)).length;
    });
    expect(months).toEqual(published.workingDaysByMonth);
    expect(countWorkingDays(`${Number(year) - 1}-12-31`, `${year}-12-31`, calendar)).toBe(published.workingDayCount);
  });

  it("puts make-up days on weekends only", () => {
    const weekdays = published.workDays.map((date) => new Date(date).getUTCDay());
    expect(weekdays.every((weekday) => weekday === 0 || weekday === 6)).toBe(true);
  });
});

describe("deadlines of an application", () => {
  it.each(fixture.deadlines)("received on $receivedOn ($note)", ({ receivedOn, note: _note, ...deadlines }) => {
    expect(replyDeadlines(receivedOn, calendar)).toEqual(deadlines);
  });

  it("counts make-up weekend days towards the 20 working days (条例第三十三条)", () => {
    expect(addWorkingDays("2025-01-24", 20, calendar)).toBe("2025-02-27");
  });

  it("does not count the day of receipt, whether it is a working day or not", () => {
    expect(addWorkingDays("2025-03-07", 1, calendar)).toBe("2025-03-10");
    expect(addWorkingDays("2025-03-08", 1, calendar)).toBe("2025-03-10");
    expect(addWorkingDays("2025-03-08", 0, calendar)).toBe("2025-03-08");
  });

  it("is negative when the day has passed", () => {
    expect(countWorkingDays("2025-03-12", "2025-03-10", calendar)).toBe(-2);
    expect(Object.is(countWorkingDays("2025-03-09", "2025-03-08", calendar), 0)).toBe(true);
  });
});

describe("a year without an arrangement", () => {
  it("is refused by name of the year instead of guessed from weekends", () => {
    expect(() => addWorkingDays("2026-12-20", 20, calendar)).toThrow(CalendarNotMaintained);
    expect(() => isWorkingDay("2023-06-01", calendar)).toThrow(expect.objectContaining({ year: 2023 }));
    expect(() => countWorkingDays("2026-12-31", "2027-01-04", calendar)).toThrow(CalendarNotMaintained);
  });

  it("is only refused when the count reaches it", () => {
    expect(addWorkingDays("2026-12-30", 1, calendar)).toBe("2026-12-31");
    expect(countWorkingDays("2023-12-31", "2024-01-02", calendar)).toBe(1);
  });
});

it("refuses what is no date or no whole number of days", () => {
  expect(() => addWorkingDays("2025-13-40", 1, calendar)).toThrow(RangeError);
  expect(() => addWorkingDays("2025-03-07", -1, calendar)).toThrow(RangeError);
});

it("counting is the inverse of adding", () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, n) => {
      const to = addWorkingDays(from, n, calendar);
      expect(countWorkingDays(from, to, calendar)).toBe(n);
      if (n > 0) expect(isWorkingDay(to, calendar)).toBe(true);
    }),
  );
});
