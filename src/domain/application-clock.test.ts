import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Application, ApplicationEvent } from "./application.ts";
import { clockOn } from "./application-clock.ts";
import { DEFAULT_TERMS } from "./application-history.ts";
import { anApplication, extendedOn, repliedOn } from "./application-test-builders.ts";
import fixture from "./fixtures/working-days-2024-2026.json";
import { addWorkingDays, countWorkingDays } from "./workday.ts";
import { WORKING_DAY_CALENDAR as calendar } from "./working-day-calendar.ts";

/** 2025-03-03 is a Monday; 4 April is a day off, 27 April a make-up Sunday. */
const RECEIVED = "2025-03-03";

function asked(
  on: string,
  answeredOn: string | null,
  whom: "thirdParty" | "otherOrgan" = "thirdParty",
): ApplicationEvent {
  return { kind: "consultation", on, with: whom, answeredOn };
}

function due(events: ApplicationEvent[], changes: Partial<Application> = {}, today = "2025-12-31"): string | null {
  return clockOn(anApplication({ receivedOn: RECEIVED, events, ...changes }), today).dueOn;
}

describe("第三十三条: 20 working days from the day after the receipt", () => {
  it.each(fixture.deadlines)("received on $receivedOn: due on $replyBy", ({ receivedOn, replyBy, extendedReplyBy }) => {
    expect(due([], { receivedOn }, receivedOn)).toBe(replyBy);
    expect(due([extendedOn(receivedOn)], { receivedOn }, receivedOn)).toBe(extendedReplyBy);
  });

  it("the due day itself is in time, the day after it is late, a weekend day after it too", () => {
    const last = due([]) ?? "";
    expect(last).toBe("2025-03-31");
    const verdict = (on: string) => clockOn(anApplication({ events: [repliedOn(on)] }), "2025-12-31").timeliness;
    expect(verdict("2025-03-31")).toBe("onTime");
    expect(verdict("2025-04-01")).toBe("late");
    const onHoliday = anApplication({ receivedOn: "2025-03-06", events: [repliedOn("2025-04-05")] });
    expect(clockOn(onHoliday, "2025-12-31")).toMatchObject({ dueOn: "2025-04-03", usedDays: 20, timeliness: "late" });
  });

  it("tells what is used and left, and counts up past the due day", () => {
    expect(clockOn(anApplication(), "2025-03-03")).toMatchObject({
      usedDays: 0,
      remainingDays: 20,
      timeliness: "open",
    });
    expect(clockOn(anApplication(), "2025-03-31")).toMatchObject({
      usedDays: 20,
      remainingDays: 0,
      timeliness: "open",
    });
    expect(clockOn(anApplication(), "2025-04-03")).toMatchObject({ remainingDays: -3, timeliness: "openOverdue" });
    const saturday = anApplication({ receivedOn: "2025-03-06" });
    expect(clockOn(saturday, "2025-04-05")).toMatchObject({
      dueOn: "2025-04-03",
      remainingDays: 0,
      timeliness: "openOverdue",
    });
  });

  it("a reply on the day of receipt takes 0 working days", () => {
    expect(clockOn(anApplication({ events: [repliedOn(RECEIVED)] }), RECEIVED)).toMatchObject({
      mode: "stopped",
      usedDays: 0,
      timeliness: "onTime",
    });
  });

  it("extends once by what was notified, at most 20 working days", () => {
    expect(due([extendedOn("2025-03-20", 10)])).toBe("2025-04-15");
    expect(due([extendedOn("2025-03-31", 20)])).toBe("2025-04-28");
  });

  it("an extension notified after the due day extends nothing", () => {
    expect(due([extendedOn("2025-04-01", 20)])).toBe("2025-03-31");
  });

  it("opinions that are asked for do not count: their time moves the due day", () => {
    expect(due([asked("2025-03-10", "2025-03-14")])).toBe("2025-04-07");
    expect(due([asked("2025-03-10", "2025-03-14", "otherOrgan")])).toBe("2025-04-07");
  });

  it("two asked at once take the time of one", () => {
    expect(due([asked("2025-03-10", "2025-03-14"), asked("2025-03-11", "2025-03-13", "otherOrgan")])).toBe(
      "2025-04-07",
    );
  });
});

describe("第三十条: a correction starts the period anew", () => {
  const request: ApplicationEvent = { kind: "correctionRequested", on: "2025-03-10", deadline: "2025-03-24" };

  it("from the day on which it is received, which is day 0", () => {
    expect(due([request, { kind: "corrected", on: "2025-03-20" }])).toBe(addWorkingDays("2025-03-20", 20, calendar));
  });

  it("no period runs while it is awaited", () => {
    expect(clockOn(anApplication({ events: [request] }), "2025-05-30")).toMatchObject({
      mode: "waiting",
      dueOn: null,
      timeliness: "open",
    });
  });

  it("a notice after the seventh working day starts nothing anew", () => {
    const late: ApplicationEvent = { kind: "correctionRequested", on: "2025-03-13", deadline: null };
    expect(due([late, { kind: "corrected", on: "2025-03-20" }])).toBe("2025-03-31");
    expect(
      due([
        { ...late, on: "2025-03-12" },
        { kind: "corrected", on: "2025-03-20" },
      ]),
    ).toBe("2025-04-18");
  });

  it("without a correction the application is abandoned, and in no rate", () => {
    const events = [request, repliedOn("2025-03-25", "other.correctionOverdue")];
    expect(clockOn(anApplication({ events }), "2025-12-31")).toMatchObject({
      mode: "stopped",
      timeliness: "abandoned",
      dueOn: null,
    });
  });
});

describe("第三十一条: the receipt depends on the channel", () => {
  it("nothing runs before a letter or an online application is confirmed", () => {
    expect(clockOn(anApplication({ channel: "electronic" }), "2025-12-31")).toMatchObject({
      mode: "notStarted",
      timeliness: "open",
    });
    expect(due([], { channel: "electronic", confirmedOn: "2025-03-05" })).toBe("2025-04-02");
  });
});

describe("第三十二、三十四条: 15 working days to answer", () => {
  it("pauses until the answer; silence after the fifteenth stops nothing any longer", () => {
    const open = anApplication({ events: [asked("2025-03-10", null)] });
    expect(clockOn(open, "2025-03-17")).toMatchObject({
      mode: "paused",
      usedDays: 5,
      remainingDays: 15,
      dueOn: "2025-04-08",
    });
    expect(clockOn(open, "2025-03-18")).toMatchObject({
      mode: "paused",
      usedDays: 5,
      remainingDays: 15,
      dueOn: "2025-04-09",
    });
    expect(clockOn(open, "2025-03-31")).toMatchObject({ mode: "running", remainingDays: 15, dueOn: "2025-04-22" });
    expect(clockOn(open, "2025-04-30")).toMatchObject({
      mode: "running",
      dueOn: "2025-04-22",
      timeliness: "openOverdue",
    });
  });
});

describe("第三十五条: an agreed date", () => {
  it("takes the place of the working days", () => {
    const events: ApplicationEvent[] = [
      { kind: "agreed", on: "2025-03-10", dueOn: "2025-06-30", reason: "一次提交 36 件" },
    ];
    expect(clockOn(anApplication({ events }), "2025-06-20")).toMatchObject({
      dueOn: "2025-06-30",
      limitDays: null,
      remainingDays: 6,
      timeliness: "open",
    });
  });
});

describe("fees: no text says that they stop the period, so they do so by rule only", () => {
  const events: ApplicationEvent[] = [
    { kind: "feeNotified", on: "2025-03-10" },
    { kind: "feePaid", on: "2025-03-20" },
  ];

  it("change nothing by default", () => {
    expect(due(events)).toBe("2025-03-31");
  });

  it("start the period anew where the rule is on", () => {
    const terms = { ...DEFAULT_TERMS, rules: { version: "v2", feeRestarts: true } };
    expect(clockOn(anApplication({ events }), "2025-12-31", terms).dueOn).toBe("2025-04-18");
    expect(clockOn(anApplication({ events: events.slice(0, 1) }), "2025-12-31", terms).mode).toBe("waiting");
  });
});

describe("日历未维护，仅供参考", () => {
  it("is a value of its own: no due day, a reference by weekends, no verdict", () => {
    const old = anApplication({ receivedOn: "2023-03-01", events: [repliedOn("2023-04-20")] });
    expect(clockOn(old, "2025-12-31")).toMatchObject({
      dueOn: null,
      usedDays: null,
      timeliness: "unknown",
      unmaintained: { year: 2023, referenceDueOn: "2023-03-29" },
    });
  });

  it("what was counted within maintained years is certain: nothing is late before a day that lies beyond them", () => {
    const late = anApplication({ receivedOn: "2026-12-15" });
    expect(clockOn(late, "2026-12-21")).toMatchObject({
      dueOn: null,
      usedDays: 4,
      remainingDays: 16,
      timeliness: "open",
      unmaintained: { year: 2027 },
    });
    expect(clockOn(late, "2027-03-01")).toMatchObject({ timeliness: "unknown", remainingDays: null });
    const replied = anApplication({ receivedOn: "2026-12-15", events: [repliedOn("2026-12-30")] });
    expect(clockOn(replied, "2027-03-01").timeliness).toBe("onTime");
  });
});

const day = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2024, 0, 2 + n)).toISOString().slice(0, 10));

describe("for any application", () => {
  it("the due day is 20 working days after the receipt and never before it, and counting agrees with workday.ts", () => {
    fc.assert(
      fc.property(day, (receivedOn) => {
        const { dueOn } = clockOn(anApplication({ receivedOn }), receivedOn);
        expect(dueOn).toBe(addWorkingDays(receivedOn, 20, calendar));
        expect((dueOn ?? "") > receivedOn).toBe(true);
      }),
    );
  });

  it("a consultation of d ≤ 15 working days within the period moves the due day by exactly d", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 19 }),
        fc.integer({ min: 0, max: 15 }),
        (receivedOn, after, length) => {
          const on = addWorkingDays(receivedOn, after, calendar);
          const answeredOn = addWorkingDays(on, length, calendar);
          const { dueOn } = clockOn(anApplication({ receivedOn, events: [asked(on, answeredOn)] }), "2026-12-31");
          expect(dueOn).toBe(addWorkingDays(receivedOn, 20 + length, calendar));
        },
      ),
    );
  });

  it("used + remaining = the limit while it runs, whatever pauses and extensions it has", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), (receivedOn, days, passed) => {
        const today = addWorkingDays(receivedOn, passed, calendar);
        const events = [asked(receivedOn, null), extendedOn(addWorkingDays(receivedOn, 3, calendar), days)];
        const clock = clockOn(anApplication({ receivedOn, events }), today);
        if (clock.timeliness === "open")
          expect((clock.usedDays ?? 0) + (clock.remainingDays ?? 0)).toBe(clock.limitDays);
        else expect(clock.remainingDays).toBe(-countWorkingDays(clock.dueOn ?? "", today, calendar) + 0);
      }),
    );
  });

  it("the order of the entries does not matter", () => {
    const events: ApplicationEvent[] = [
      { kind: "correctionRequested", on: "2025-03-07", deadline: null },
      { kind: "corrected", on: "2025-03-12" },
      asked("2025-03-14", "2025-03-20"),
      asked("2025-03-14", "2025-03-21", "otherOrgan"),
      extendedOn("2025-04-10", 15),
      repliedOn("2025-04-28"),
    ];
    const expected = clockOn(anApplication({ events }), "2025-12-31");
    expect(expected).toMatchObject({ usedDays: 28, limitDays: 35, timeliness: "onTime" });
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(clockOn(anApplication({ events: shuffled }), "2025-12-31")).toEqual(expected);
      }),
    );
  });
});
