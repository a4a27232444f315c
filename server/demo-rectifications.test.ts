import { describe, expect, test } from "vitest";
import { fixTimeAt, toFixTimes } from "#domain/fix-time.ts";
import { RECTIFICATION_STATE_LABEL, rectificationCaseSchema } from "#domain/rectification.ts";
import { clockAt, isOverdue } from "#domain/rectification-clock.ts";
import { inOrder, rectificationEventSchema } from "#domain/rectification-event.ts";
import { onTimeRate, recheckPassRate, toRectificationFacts } from "#domain/rectification-facts.ts";
import { judgeEvent, readLog } from "#domain/rectification-log.ts";
import { findRelapses } from "#domain/relapse.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import type { DemoCase } from "./demo-case-log.ts";
import { demoLedger } from "./demo-district.ts";
import { openCases, undispatchedCases } from "./demo-open-cases.ts";
import { pastCases } from "./demo-past-cases.ts";
import { DemoRecurrence } from "./demo-recurrence.ts";
import { demoUnits } from "./demo-units.ts";

const NOW = new Date("2026-10-08T09:30:00Z");
const FROM = "2024-10-01";
const units = demoUnits();
const recurrence = new DemoRecurrence();
const past = pastCases(FROM, NOW, units, recurrence);
const open = openCases(NOW, units, { recurrence });
const found = undispatchedCases(NOW, units, recurrence);

function progressOf({ row, events }: DemoCase) {
  return readLog({ severity: row.severity, events }, WORKING_DAY_CALENDAR);
}

function standingOf(entry: DemoCase) {
  return { ...entry.row, progress: progressOf(entry) };
}

describe("every log is one that the server would have taken", () => {
  test("cases and entries have the agreed shape and ids of their own", () => {
    const all = [...past, ...open, ...found];
    for (const { row, events } of all) {
      expect(rectificationCaseSchema.parse(row)).toEqual(row);
      for (const event of events) expect(rectificationEventSchema.parse(event)).toEqual(event);
    }
    expect(new Set(all.map(({ row }) => row.id)).size).toBe(all.length);
    expect(new Set(all.flatMap(({ events }) => events.map(({ id }) => id))).size).toBe(
      all.reduce((sum, { events }) => sum + events.length, 0),
    );
  });

  test("each entry was possible when it was recorded, none lies ahead of now", () => {
    for (const { row, events } of [...past, ...open]) {
      expect(inOrder(events)).toEqual(events);
      events.forEach((event, at) => {
        const log = { severity: row.severity, events: events.slice(0, at) };
        expect(judgeEvent(log, event, NOW.toISOString(), WORKING_DAY_CALENDAR)).toEqual({
          accepted: true,
          repeated: false,
        });
      });
      expect(Date.parse(row.foundAt)).toBeLessThan(Date.parse(events[0]?.at ?? ""));
    }
  });
});

describe("demoLedger", () => {
  test("holds the past and the open cases, each entry with its case", () => {
    const ledger = demoLedger(NOW);
    expect(ledger.rectificationCases).toEqual([...past, ...open, ...found].map(({ row }) => row));
    const ids = new Set(ledger.rectificationCases.map(({ id }) => id));
    expect(ledger.rectificationEvents.every(({ caseId }) => ids.has(caseId))).toBe(true);
    expect(ledger.rectificationEvents).toHaveLength([...past, ...open].flatMap(({ events }) => events).length);
  });
});

describe("the past", () => {
  const standings = past.map(standingOf);
  const facts = toRectificationFacts(standings, NOW.toISOString());

  test("about 2,000 cases over the quarters are all closed", () => {
    expect(past.length).toBeGreaterThan(1_800);
    expect(past.length).toBeLessThan(2_300);
    expect(standings.every(({ progress }) => progress.state === "passed")).toBe(true);
  });

  test("rates and times are those of a district that mostly keeps its limits and improves", () => {
    const rate = (of: typeof facts) => {
      const found = onTimeRate(of, "verified", "cases").rate;
      return found === null ? 0 : found.numerator / found.denominator;
    };
    expect(rate(facts)).toBeGreaterThan(0.85);
    expect(rate(facts)).toBeLessThan(0.97);
    const rechecks = recheckPassRate(facts);
    expect((rechecks?.numerator ?? 0) / (rechecks?.denominator ?? 1)).toBeGreaterThan(0.85);
    const times = toFixTimes(standings);
    const hours = (severity: string, percent: number) =>
      (fixTimeAt(
        times.filter((entry) => entry.severity === severity),
        percent,
      ) ?? 0) / 60;
    expect(hours("serious", 50)).toBeLessThan(16);
    expect(hours("general", 50)).toBeLessThan(30);
    expect(hours("general", 90)).toBeGreaterThan(30);
  });

  test("pauses, changes of severity, failed re-checks and relapses occur", () => {
    const kinds = new Set(past.flatMap(({ events }) => events.map(({ kind }) => kind)));
    expect(kinds.size).toBe(8);
  });

  test("3 to 8 per cent of the cases repeat an error, among the open ones too", () => {
    const all = [...standings, ...open.map(standingOf)];
    const relapses = findRelapses(all, () => 90);
    expect(relapses.length / all.length).toBeGreaterThan(0.03);
    expect(relapses.length / all.length).toBeLessThan(0.08);
    expect(new Set(relapses.map(({ unitId }) => unitId)).size).toBeGreaterThan(20);
    const ids = new Set(open.map(({ row }) => row.id));
    expect(relapses.filter(({ caseId }) => ids.has(caseId)).length).toBeLessThan(8);
  });

  test("is the same on a later day, with more added", () => {
    const later = pastCases(FROM, new Date("2026-12-01T02:00:00Z"), units);
    const byId = new Map(later.map((entry) => [entry.row.id, entry]));
    expect(later.length).toBeGreaterThan(past.length);
    for (const entry of past) expect(byId.get(entry.row.id)).toEqual(entry);
  });
});

describe("what is open", () => {
  const nows = ["2026-10-08T09:30:00Z", "2026-11-23T21:33:07Z", "2027-02-01T00:00:00Z", "2026-12-31T16:00:30.500Z"];

  test.each(nows)("at %s some 40 cases lie around their limits", (text) => {
    const now = new Date(text);
    const readings = openCases(now, units).map((entry) => {
      const progress = progressOf(entry);
      const reading = clockAt(progress, now.toISOString());
      return { state: RECTIFICATION_STATE_LABEL[progress.state], reading, progress };
    });
    const count = (isOne: (entry: (typeof readings)[number]) => boolean) => readings.filter(isOne).length;
    const isLeft = (entry: (typeof readings)[number], hours: number) =>
      entry.reading?.mode === "running" && entry.reading.secondsLeft >= 0 && entry.reading.secondsLeft <= hours * 3600;
    expect(readings).toHaveLength(40);
    expect(count(({ reading }) => isOverdue(reading))).toBe(4);
    expect(count((entry) => isLeft(entry, 1))).toBe(1);
    expect(count((entry) => isLeft(entry, 4))).toBe(4);
    expect(count(({ reading }) => reading?.mode === "paused")).toBe(2);
    expect(count(({ state }) => state === "待复核")).toBe(8);
    expect(count(({ state }) => state === "未通过")).toBe(3);
    expect(count(({ state }) => state === "待接收")).toBeGreaterThanOrEqual(4);
    expect(count(({ progress }) => progress.notCounted.length > 0)).toBe(0);
    expect(count(({ state }) => state === "通过")).toBe(0);
  });

  test("any number can be asked for, and two makings are equal", () => {
    const many = openCases(NOW, units, { count: 5_000 });
    expect(many).toHaveLength(5_000);
    expect(many.every(({ events }) => events.every(({ at }) => Date.parse(at) <= NOW.getTime()))).toBe(true);
    expect(openCases(NOW, units)).toEqual(openCases(NOW, units));
  });

  test("a few errors are found and not dispatched: no clock runs", () => {
    expect(found.map(standingOf).map(({ progress }) => progress.state)).toEqual(found.map(() => "undispatched"));
    expect(found.every(({ row }) => Date.parse(row.foundAt) < NOW.getTime())).toBe(true);
  });
});
