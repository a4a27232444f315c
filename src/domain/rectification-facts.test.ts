import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RectificationEvent } from "./rectification-event.ts";
import {
  type CaseStanding,
  countArrivals,
  onTimeRate,
  outcomeAt,
  recheckPassRate,
  toRecheckTable,
  toRectificationFacts,
} from "./rectification-facts.ts";
import { readLog } from "./rectification-log.ts";
import { anEvent, DISPATCHED, FAILED, PASSED, REPORTED } from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

const HOUR = 3600;
const START = Date.parse("2026-09-28T00:00:00Z");
const later = (hours: number) => new Date(START + hours * HOUR * 1000).toISOString();
const NOW = later(100);

type Deed = readonly [hours: number, detail: typeof REPORTED | typeof PASSED | typeof FAILED];

/** A case of 48 hours, dispatched at hour 0 unless `from` says otherwise. */
function aCase(unitId: string, deeds: readonly Deed[], from = 0): CaseStanding {
  const events: RectificationEvent[] = [
    anEvent(later(from), DISPATCHED),
    ...deeds.map(([hours, detail], index) => anEvent(later(hours), detail, index + 1)),
  ];
  return {
    id: `${unitId}-${from}`,
    unitId,
    errorType: "typo",
    progress: readLog({ severity: "general", events }, calendar),
  };
}

const onTime = aCase("u1", [
  [10, REPORTED],
  [99, PASSED],
]);
const late = aCase("u1", [
  [60, REPORTED],
  [70, PASSED],
]);
const retriedLate = aCase("u2", [
  [10, REPORTED],
  [20, FAILED],
  [60, REPORTED],
  [61, PASSED],
]);
const waiting = aCase("u2", [[40, REPORTED]]);
const reopened = aCase("u3", [
  [40, REPORTED],
  [50, FAILED],
]);
const untouched = aCase("u3", [], 90);
const all = [onTime, late, retriedLate, waiting, reopened, untouched];
const facts = toRectificationFacts(all, NOW);

describe("outcomes", () => {
  it("each case has one; the time that the re-check took is not the unit's", () => {
    expect(all.map(({ progress }) => outcomeAt(progress, NOW))).toEqual([
      "verifiedOnTime",
      "verifiedLate",
      "verifiedLate",
      "awaitingRecheck",
      "openOverdue",
      "open",
    ]);
  });

  it("a case counts in the quarter of its due day, not of its dispatch", () => {
    const [fact] = toRectificationFacts([aCase("u1", [], 60)], NOW);
    expect(fact?.quarter).toBe("2026Q4");
    expect(facts.find((entry) => entry.outcome === "openOverdue")?.quarter).toBe("2026Q3");
  });
});

describe("rates", () => {
  it("by first report counts what was reported, with open overdue cases beside it", () => {
    expect(onTimeRate(facts, "firstReport", "cases")).toEqual({
      rate: { numerator: 4, denominator: 5, small: false },
      openOverdue: 1,
      awaitingRecheck: 1,
    });
  });

  it("verified counts what was closed", () => {
    expect(onTimeRate(facts, "verified", "cases").rate).toEqual({ numerator: 1, denominator: 3, small: true });
  });

  it("by units counts those with a re-check result whose cases were all on time", () => {
    expect(onTimeRate(facts, "firstReport", "units").rate).toMatchObject({ numerator: 2, denominator: 3 });
    expect(onTimeRate(facts, "verified", "units").rate).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it("of nothing is no rate", () => {
    expect(onTimeRate([], "verified", "cases")).toEqual({ rate: null, openOverdue: 0, awaitingRecheck: 0 });
    expect(onTimeRate([], "verified", "units").rate).toBeNull();
    expect(recheckPassRate([])).toBeNull();
  });

  it("of re-checks counts every result, 3 of 5", () => {
    expect(recheckPassRate(facts)).toMatchObject({ numerator: 3, denominator: 5 });
  });
});

it("facts of parts add up to the facts of the whole", () => {
  const parts = fc.array(fc.constantFrom(...all), { maxLength: 20 });
  const totals = (cases: CaseStanding[]) => onTimeRate(toRectificationFacts(cases, NOW), "firstReport", "cases");
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const whole = totals([...a, ...b]);
      const [left, right] = [totals(a), totals(b)];
      expect(whole.rate?.denominator ?? 0).toBe((left.rate?.denominator ?? 0) + (right.rate?.denominator ?? 0));
      expect(whole.openOverdue).toBe(left.openOverdue + right.openOverdue);
      expect(toRectificationFacts([...a, ...b], NOW).reduce((sum, fact) => sum + fact.cases, 0)).toBe(
        a.length + b.length,
      );
    }),
  );
});

it("the re-check table has every dispatched case in one cell", () => {
  const facts = toRectificationFacts(all, NOW);
  expect(toRecheckTable(facts)).toEqual({ reportedPassed: 3, reportedFailed: 1, reportedUnchecked: 1, unreported: 1 });
});

it("arrivals are counted by the office's day: 16:00 UTC is the next one", () => {
  expect(countArrivals([aCase("u1", [], 15.9), aCase("u2", [], 16), aCase("u3", [], 17)])).toEqual([
    { date: "2026-09-28", cases: 1 },
    { date: "2026-09-29", cases: 2 },
  ]);
});
