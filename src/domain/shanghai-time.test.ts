import { expect, it } from "vitest";
import { formatShanghai, shanghaiDate, shanghaiDay, sundayOf } from "./shanghai-time.ts";

it("prints a moment in the office's time, whatever the desk's time zone", () => {
  expect(formatShanghai("2026-10-08T09:30:00Z")).toBe("2026-10-08 17:30");
});

it("07:30 on New Year's Day in China is not the last day of the old year", () => {
  expect(shanghaiDate("2026-12-31T23:30:00Z")).toBe("2027-01-01");
});

it("a day of the office begins at 16:00 UTC of the day before and ends where the next begins", () => {
  expect(shanghaiDay("2027-01-01")).toEqual({ from: "2026-12-31T16:00:00.000Z", to: "2027-01-01T16:00:00.000Z" });
});

it("ends the week on its Sunday", () => {
  expect(["2026-11-16", "2026-11-19", "2026-11-22", "2026-12-31"].map(sundayOf)).toEqual([
    "2026-11-22",
    "2026-11-22",
    "2026-11-22",
    "2027-01-03",
  ]);
});
