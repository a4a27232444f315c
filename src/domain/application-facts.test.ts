import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFacts,
  balanceOf,
  factsOf,
  REPLY_BAND_LABEL,
  REPLY_BANDS,
  replyBand,
  replyRate,
  replyTimeOf,
} from "./application-facts.ts";
import { anApplication, extendedOn, repliedOn } from "./application-test-builders.ts";
import { quartersOf, toQuarter } from "./quarter.ts";

const TODAY = "2025-12-31";
const Q = (number: number) => toQuarter(2025, number);

describe("facts of applications", () => {
  it("count an application once in every quarter in which it was open: received, then carried over", () => {
    const facts = factsOf(anApplication({ receivedOn: "2025-03-24", events: [repliedOn("2025-04-10")] }), TODAY);
    expect(
      facts.map(({ quarter, outcome, timeliness, received, carriedOver, due }) => [
        quarter,
        outcome,
        timeliness,
        received,
        carriedOver,
        due,
      ]),
    ).toEqual([
      [Q(1), null, "open", 1, 0, 0],
      [Q(2), "granted", "onTime", 0, 1, 0],
      [Q(2), "granted", "onTime", 0, 0, 1],
    ]);
  });

  it("judge the end of a quarter by what had happened until then", () => {
    const late = anApplication({ receivedOn: "2025-02-24", events: [repliedOn("2025-04-10")] });
    expect(factsOf(late, TODAY).map(({ quarter, timeliness, due }) => [quarter, timeliness, due])).toEqual([
      [Q(1), "openOverdue", 0],
      [Q(2), "late", 0],
      [Q(1), "late", 1],
    ]);
  });

  it("leave out what is not confirmed yet", () => {
    expect(factsOf(anApplication({ channel: "electronic" }), TODAY)).toEqual([]);
  });

  it("balance in every choice of quarters: 新收 + 结转 = 办结 + 结转下期", () => {
    const day = fc
      .integer({ min: 0, max: 300 })
      .map((n) => new Date(Date.UTC(2025, 0, 2 + n)).toISOString().slice(0, 10));
    const entry = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 90 }))).map(([receivedOn, length]) => {
      const end =
        length === null ? null : new Date(Date.parse(receivedOn) + length * 86_400_000).toISOString().slice(0, 10);
      return anApplication({ receivedOn, events: end === null || end > TODAY ? [] : [repliedOn(end)] });
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 30 }),
        fc.subarray(quartersOf(2025), { minLength: 1 }),
        (list, quarters) => {
          const facts = addFacts(list.flatMap((application) => factsOf(application, TODAY)));
          const { received, carriedOver, closed, carriedForward } = balanceOf(facts, quarters);
          expect(received + carriedOver).toBe(closed + carriedForward);
        },
      ),
    );
  });
});

describe("按期答复率", () => {
  it("counts replies by their due day; what is open past it stands beside, abandoned ones nowhere", () => {
    const list = [
      anApplication({ events: [repliedOn("2025-03-20")] }),
      anApplication({ events: [repliedOn("2025-04-20")] }),
      anApplication(),
      anApplication({
        events: [
          { kind: "correctionRequested", on: "2025-03-05", deadline: "2025-03-20" },
          repliedOn("2025-03-21", "other.correctionOverdue"),
        ],
      }),
    ];
    const facts = list.flatMap((application) => factsOf(application, TODAY));
    expect(replyRate(facts, quartersOf(2025))).toEqual({
      rate: { numerator: 1, denominator: 2, small: true },
      openOverdue: 1,
      unknown: 0,
    });
    expect(replyRate(facts, [Q(4)]).rate).toBeNull();
  });

  it("says how many the calendar cannot judge", () => {
    const facts = factsOf(anApplication({ receivedOn: "2023-03-01", events: [repliedOn("2023-03-20")] }), TODAY);
    expect(replyRate(facts, [toQuarter(2023, 1)])).toEqual({ rate: null, openOverdue: 0, unknown: 1 });
  });
});

describe("reply times", () => {
  it("count working days, and are missing for what is open", () => {
    const events = [extendedOn("2025-03-28", 10), repliedOn("2025-04-08")];
    expect(replyTimeOf(anApplication({ events }), TODAY)).toEqual({
      quarter: Q(2),
      unitId: "u1",
      workingDays: 25,
      extended: true,
      late: false,
      applications: 1,
    });
    expect(replyTimeOf(anApplication(), TODAY)).toBeNull();
  });

  it("fall into five bands: 当日, 10 days, 20 days, extended, late", () => {
    const bands = [
      [0, false],
      [10, false],
      [20, false],
      [27, false],
      [21, true],
    ] as const;
    expect(bands.map(([workingDays, late]) => replyBand({ workingDays, late }))).toEqual([...REPLY_BANDS]);
    expect(REPLY_BAND_LABEL.late).toBe("超期");
  });
});
