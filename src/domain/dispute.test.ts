import { describe, expect, it } from "vitest";
import { type Dispute, toDisputeFacts, touchesQuarter } from "./dispute.ts";
import { toMockRounds } from "./mock-inspection.ts";
import { toQuarter } from "./quarter.ts";

function aDispute(changes: Partial<Dispute> = {}): Dispute {
  return {
    id: "d1",
    applicationId: null,
    unitId: "u1",
    kind: "reconsideration",
    cause: "other",
    filedOn: "2025-02-10",
    result: "corrected",
    concludedOn: "2025-07-01",
    ...changes,
  };
}

describe("facts of disputes", () => {
  it("count filing and result in the quarter of their day, and pending at the end of each quarter between", () => {
    const facts = toDisputeFacts([aDispute()], "2025-12-31");
    expect(facts.map(({ quarter, filed, pending, corrected }) => [quarter, filed, pending, corrected])).toEqual([
      ["2025Q1", 1, 1, 0],
      ["2025Q2", 0, 1, 0],
      ["2025Q3", 0, 0, 1],
    ]);
  });

  it("what is not decided is pending up to now", () => {
    const facts = toDisputeFacts([aDispute({ result: null, concludedOn: null })], "2025-05-01");
    expect(facts.map(({ quarter, pending }) => [quarter, pending])).toEqual([
      ["2025Q1", 1],
      ["2025Q2", 1],
    ]);
    expect(toDisputeFacts([aDispute({ filedOn: "2025-06-01" })], "2025-05-01")).toEqual([]);
  });

  it("a dispute touches the quarters from its filing to its result", () => {
    const touched = [4, 1, 2, 3].map((number) =>
      touchesQuarter(aDispute(), toQuarter(number === 4 ? 2024 : 2025, number)),
    );
    expect(touched).toEqual([false, true, true, true]);
  });
});

describe("rounds of mock applications", () => {
  it("keep planned, covered, judged and in time apart", () => {
    const row = {
      year: 2025,
      round: 1,
      unitId: "u1",
      sentOn: "2025-05-12",
      covered: true,
      answeredInTime: true,
      formErrors: 0,
    };
    const rows = [
      row,
      { ...row, unitId: "u2", answeredInTime: false, formErrors: 2 },
      { ...row, unitId: "u3", covered: false, answeredInTime: null, formErrors: null },
      { ...row, unitId: "u4", answeredInTime: null, formErrors: null },
      { ...row, round: 2 },
    ];
    expect(toMockRounds(rows)[0]).toEqual({
      year: 2025,
      round: 1,
      sentOn: "2025-05-12",
      planned: 4,
      covered: 3,
      judged: 2,
      answeredInTime: 1,
      replies: 2,
      withFormErrors: 1,
      formErrors: 2,
    });
    expect(toMockRounds(rows)).toHaveLength(2);
  });
});
