import fc from "fast-check";
import { expect, it } from "vitest";
import { APPLICANT_KINDS, OUTCOME_LEAVES } from "#domain/outcome-leaf.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { shiftQuarter } from "#domain/quarter.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import { failuresOf } from "#domain/rule-result.ts";
import { aFact, q } from "./ledger-test-builders.ts";
import { toPeriodReport } from "./period-report.ts";

/** Quarters up to today; what is open stays open up to there. */
const LAST = 7;

/** One application: received in a quarter, closed some quarters later or not at all. */
const anApplication = fc.record({
  from: fc.integer({ min: 0, max: 4 }),
  lasts: fc.integer({ min: 0, max: 3 }),
  outcome: fc.option(fc.constantFrom(...OUTCOME_LEAVES)),
  applicantKind: fc.constantFrom(...APPLICANT_KINDS),
});
const FIRST = q("2025Q1");

const someFacts = fc.array(anApplication, { maxLength: 40 }).map((applications) =>
  applications.flatMap(({ from, lasts, outcome, applicantKind }) => {
    const end = outcome === null ? LAST - from : lasts;
    return Array.from({ length: end + 1 }, (_, index) =>
      aFact({
        quarter: shiftQuarter(FIRST, from + index),
        applicantKind,
        outcome: index === end ? outcome : null,
        received: Number(index === 0),
        carriedOver: Number(index > 0),
      }),
    );
  }),
);

it("balances in every column for any quarters chosen: 一 + 二 = 三 + 四, and outcomes add up to 三（七）", () => {
  fc.assert(
    fc.property(someFacts, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (facts, picks) => {
      const report = toPeriodReport(
        facts,
        picks.map((index) => shiftQuarter(FIRST, index)),
        "全部单位",
      );
      expect(failuresOf(checkApplications(report, null))).toEqual([]);
      expect(outcomeTotals(report).unexplained).toBe(0);
    }),
  );
});

it("takes neighbouring quarters for one period: what is handed on between them is in neither 结转", () => {
  const facts = [
    aFact({ quarter: q("2026Q2"), outcome: null, received: 3 }),
    aFact({ quarter: q("2026Q3"), outcome: "granted", carriedOver: 2 }),
    aFact({ quarter: q("2026Q3"), outcome: null, carriedOver: 1 }),
  ];
  const totals = outcomeTotals(toPeriodReport(facts, [q("2026Q2"), q("2026Q3")], ""));
  expect([
    totals.newReceived.value,
    totals.carriedOver.value,
    totals.closed.value,
    totals.carriedForward.value,
  ]).toEqual([3, 0, 2, 1]);
});

it("leaves nothing blank: what the ledger does not have is 0", () => {
  const { rows } = outcomeTotals(toPeriodReport([], [q("2026Q3")], ""));
  expect(new Set(rows.map(({ figure }) => figure.text))).toEqual(new Set(["0"]));
});
