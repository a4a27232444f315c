import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, type Limit } from "./rectification.ts";
import { EVENT_ROLES, type RectificationEvent, rectificationEventSchema } from "./rectification-event.ts";
import { type CaseLog, judgeEvent, toEvent } from "./rectification-log.ts";
import {
  aLog,
  anEvent,
  DISPATCHED,
  dispatched,
  FAILED,
  HOUR,
  LIMIT,
  later,
  OFFICE,
  PASSED,
  PAUSED,
  RECEIVED,
  REPORTED,
  RESUMED,
  read,
  termsOf,
  UNIT,
} from "./rectification-test-builders.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

describe("what follows from a log", () => {
  it("the clock starts at the recorded dispatch, not at the receipt", () => {
    const progress = read(aLog([dispatched, [later(20 * HOUR), RECEIVED]]));
    expect(progress).toMatchObject({ state: "rectifying", dueAt: later(LIMIT), receivedAt: later(20 * HOUR) });
  });

  it("reported fixed is not closed; closed is a passed re-check", () => {
    const reported = [dispatched, [later(HOUR), REPORTED] as const] as const;
    expect(read(aLog(reported))).toMatchObject({ state: "awaitingRecheck", closedAt: null });
    expect(read(aLog([...reported, [later(60 * HOUR), PASSED]]))).toMatchObject({
      state: "passed",
      closedAt: later(60 * HOUR),
      reportOnTime: true,
    });
  });

  it.each([
    [-1, true],
    [0, true],
    [0.999, true],
    [1, false],
  ])("a report %d seconds from the due second is on time: %s", (offset, onTime) => {
    expect(read(aLog([dispatched, [later(LIMIT + offset), REPORTED]])).firstReportOnTime).toBe(onTime);
  });

  it("a failed re-check reopens the case on its original clock as attempt 2; the wait was no pause", () => {
    const log = aLog([dispatched, [later(40 * HOUR), REPORTED], [later(60 * HOUR), FAILED]]);
    expect(read(log)).toMatchObject({ state: "failed", attempt: 2, dueAt: later(LIMIT), firstReportOnTime: true });
    const again = aLog([
      dispatched,
      [later(40 * HOUR), REPORTED],
      [later(60 * HOUR), FAILED],
      [later(61 * HOUR), REPORTED],
    ]);
    expect(read(again)).toMatchObject({ state: "awaitingRecheck", firstReportOnTime: true, reportOnTime: false });
  });

  it("rules may give the wait for a failed re-check back to the unit", () => {
    const terms = { ...DISPATCHED.terms, recheckWait: "stops" } as const;
    const steps = [
      [later(0), { kind: "dispatched", terms }],
      [later(40 * HOUR), REPORTED],
    ] as const;
    expect(read(aLog([...steps, [later(60 * HOUR), FAILED]])).dueAt).toBe(later(LIMIT + 20 * HOUR));
    expect(read(aLog([...steps, [later(60 * HOUR), PASSED]])).dueAt).toBe(later(LIMIT));
  });

  it("a change of severity recomputes from dispatch and keeps the pauses, a report before it included", () => {
    const log = aLog([
      dispatched,
      [later(30 * HOUR), PAUSED],
      [later(33 * HOUR), RESUMED],
      [later(34 * HOUR), REPORTED],
      [later(35 * HOUR), { kind: "severityChanged", severity: "serious" }],
    ]);
    expect(read(log)).toMatchObject({ severity: "serious", dueAt: later(27 * HOUR), firstReportOnTime: false });
  });

  it("a later pause does not mend an earlier late report", () => {
    const terms = termsOf({ kind: "elapsedHours", hours: 48 }, { recheckWait: "stops" });
    const log = aLog([
      [later(0), { kind: "dispatched", terms }],
      [later(50 * HOUR), REPORTED],
      [later(70 * HOUR), FAILED],
    ]);
    expect(read(log)).toMatchObject({ firstReportOnTime: false, dueAt: later(68 * HOUR) });
  });

  it("a report while paused ends the pause", () => {
    const progress = read(aLog([dispatched, [later(HOUR), PAUSED], [later(5 * HOUR), REPORTED]]));
    expect(progress.pauses[0]?.to).toBe(later(5 * HOUR));
    expect(progress.dueAt).toBe(later(LIMIT + 4 * HOUR));
  });

  it("a closed case keeps what was settled when it closed, whatever the calendar says later", () => {
    const limit: Limit = { kind: "workingDays", days: 1 };
    const settled = { dueAt: later(1), firstReportOnTime: true, reportOnTime: true };
    const log = aLog([
      [later(0), { kind: "dispatched", terms: termsOf(limit) }],
      [later(99 * HOUR), REPORTED],
      [later(100 * HOUR), { kind: "recheckPassed", settled }],
    ]);
    expect(read(log)).toMatchObject({ dueAt: later(1), firstReportOnTime: true, reportOnTime: true });
  });

  it("lists what was not possible at its time and changes nothing for it", () => {
    const log = aLog([
      [later(-5), RECEIVED],
      dispatched,
      [later(1), RESUMED],
      [later(2), PASSED],
      [later(3), DISPATCHED],
      [later(LIMIT + 1), PAUSED],
    ]);
    expect(read(log).notCounted.map((entry) => entry.code)).toEqual([
      "notDispatched",
      "notPaused",
      "notReported",
      "alreadyDispatched",
      "overdue",
    ]);
    expect(read(log)).toMatchObject({ state: "awaitingReceipt", dueAt: later(LIMIT), pauses: [] });
  });

  it("an empty log has no clock", () => {
    expect(read(aLog([]))).toMatchObject({ state: "undispatched", dueAt: null, sequence: -1 });
  });
});

describe("judging an event", () => {
  const log = aLog([dispatched, [later(HOUR), REPORTED], [later(2 * HOUR), PASSED]]);
  const judge = (event: RectificationEvent, base: CaseLog = log, now = later(3 * HOUR)) =>
    judgeEvent(base, event, now, calendar);

  it("refuses with the entry that moved the state on", () => {
    expect(judge(anEvent(later(3 * HOUR), FAILED, 9))).toEqual({
      accepted: false,
      code: "closed",
      reason: "该件已复核通过并办结，不能再登记（最近一次登记：2026-10-08 10:00 测评机构 复核通过）。",
    });
  });

  it("accepts the same key with the same content again, at whatever time it is sent", () => {
    expect(judge({ ...anEvent(later(3 * HOUR), PASSED, 2), sequence: 7 })).toEqual({ accepted: true, repeated: true });
    expect(judge(anEvent(later(3 * HOUR), FAILED, 2))).toMatchObject({ accepted: false, code: "keyReused" });
    expect(judge({ ...anEvent(later(3 * HOUR), PASSED, 2), note: "其他" })).toMatchObject({ code: "keyReused" });
  });

  it("refuses what lies in the server's future or before the latest entry", () => {
    const open = aLog([dispatched, [later(HOUR), RECEIVED]]);
    expect(judge(anEvent(later(3 * HOUR + 1), REPORTED, 9), open)).toMatchObject({ code: "inFuture" });
    expect(judge(anEvent(later(HOUR - 1), REPORTED, 9), open)).toMatchObject({ code: "outOfOrder" });
  });

  it("never lets a unit re-check itself, or pause without an approver who may", () => {
    const reported = aLog([dispatched, [later(HOUR), REPORTED]]);
    const selfCheck = { ...anEvent(later(2 * HOUR), PASSED, 9), by: UNIT };
    expect(judge(selfCheck, reported)).toEqual({
      accepted: false,
      code: "wrongRole",
      reason: "“复核通过”只能由第三方机构、市政府办公厅、区政府办公室登记，不能由责任单位登记。",
    });
    const open = aLog([dispatched]);
    const pause = anEvent(later(HOUR), { kind: "paused", reason: "objection", approver: UNIT }, 9);
    expect(judge(pause, open)).toMatchObject({ code: "wrongApprover" });
  });

  it("takes a pause in the due second and refuses it one second later", () => {
    const open = aLog([dispatched]);
    const now = later(LIMIT + HOUR);
    expect(judge(anEvent(later(LIMIT), PAUSED, 9), open, now)).toMatchObject({ accepted: true });
    expect(judge(anEvent(later(LIMIT + 1), PAUSED, 9), open, now)).toMatchObject({ code: "overdue" });
  });

  it.each([
    ["a second receipt", [dispatched, [later(1), RECEIVED]], RECEIVED, "alreadyReceived"],
    ["a second report", [dispatched, [later(1), REPORTED]], REPORTED, "alreadyReported"],
    ["a second pause", [dispatched, [later(1), PAUSED]], PAUSED, "alreadyPaused"],
    ["a pause while a re-check is awaited", [dispatched, [later(1), REPORTED]], PAUSED, "awaitingRecheck"],
    ["the same severity", [dispatched], { kind: "severityChanged", severity: "general" }, "sameSeverity"],
    ["anything before the dispatch", [], RECEIVED, "notDispatched"],
  ] as const)("refuses %s", (_what, steps, detail, code) => {
    expect(judge(anEvent(later(2), detail, 9), aLog(steps))).toMatchObject({ accepted: false, code });
  });
});

describe("recording", () => {
  const context = { rules: DEFAULT_RULES, calendar };
  const draft = { id: "k1", by: OFFICE, note: "" };

  it("stamps the server's moment, the next place in the log and the terms in force", () => {
    const event = toEvent(aLog([]), { ...draft, kind: "dispatched", limit: null }, later(7), context);
    expect(rectificationEventSchema.parse(event)).toEqual({
      ...draft,
      ...DISPATCHED,
      sequence: 0,
      at: later(7),
    });
  });

  it("takes the limit that the notice itself states", () => {
    const limit: Limit = { kind: "fixedDate", date: "2026-10-20" };
    const event = toEvent(aLog([]), { ...draft, kind: "dispatched", limit }, later(7), context);
    expect(event).toMatchObject({ terms: { limits: { serious: limit, general: limit } } });
  });

  it("counts a dispatch sent again as a repeat only with the limit it was recorded with", () => {
    const own: Limit = { kind: "elapsedHours", hours: 6 };
    const dispatch = (limit: Limit | null, at: string, rules = DEFAULT_RULES) =>
      toEvent(aLog([]), { ...draft, kind: "dispatched", limit }, at, { rules, calendar });
    const log: CaseLog = { severity: "general", events: [dispatch(own, later(0))] };
    const again = (event: RectificationEvent) => judgeEvent(log, event, later(HOUR), calendar);
    expect(again(dispatch(own, later(HOUR)))).toEqual({ accepted: true, repeated: true });
    expect(again(dispatch({ ...own, hours: 7 }, later(HOUR)))).toMatchObject({ accepted: false, code: "keyReused" });
    expect(again(dispatch(null, later(HOUR)))).toMatchObject({ accepted: false, code: "keyReused" });
  });

  it("settles the due moment and both verdicts when a case closes", () => {
    const log = aLog([dispatched, [later(50 * HOUR), REPORTED]]);
    expect(toEvent(log, { ...draft, kind: "recheckPassed" }, later(60 * HOUR), context)).toMatchObject({
      sequence: 2,
      settled: { dueAt: later(LIMIT), firstReportOnTime: false, reportOnTime: false },
    });
  });

  it("names for every event at least one role that may record it", () => {
    expect(Object.values(EVENT_ROLES).every((roles) => roles.length > 0)).toBe(true);
  });
});
