import { expect, it } from "vitest";
import type { DisputeFact } from "./dispute.ts";
import { correctionRates, tallyDisputes } from "./dispute-tally.ts";
import { quarterSchema } from "./quarter.ts";

const q = (text: string) => quarterSchema.parse(text);

function aFact(quarter: string, changes: Partial<DisputeFact> = {}): DisputeFact {
  const none = { filed: 0, upheld: 0, corrected: 0, otherResult: 0, pending: 0 };
  return { quarter: q(quarter), unitId: "u1", kind: "reconsideration", ...none, ...changes };
}

it("adds results over quarters and takes what is pending from the last one alone", () => {
  const facts = [
    aFact("2026Q1", { filed: 5, upheld: 1, pending: 4 }),
    aFact("2026Q2", { filed: 1, corrected: 2, pending: 3 }),
    aFact("2026Q3", { filed: 9, pending: 9 }),
  ];
  expect(tallyDisputes(facts, [q("2026Q1"), q("2026Q2")])).toEqual({
    filed: 6,
    upheld: 1,
    corrected: 2,
    otherResult: 0,
    pending: 3,
  });
});

it("荣昌 2024: 纠错 2 is 20 % of all ten and half of the four decided", () => {
  const { ofAll, ofDecided } = correctionRates({ filed: 10, upheld: 2, corrected: 2, otherResult: 0, pending: 6 });
  expect([ofAll?.numerator, ofAll?.denominator]).toEqual([2, 10]);
  expect([ofDecided?.numerator, ofDecided?.denominator, ofDecided?.small]).toEqual([2, 4, true]);
});

it("has no rate where nothing is decided", () => {
  const { ofAll, ofDecided } = correctionRates({ filed: 3, upheld: 0, corrected: 0, otherResult: 0, pending: 3 });
  expect(ofDecided).toBeNull();
  expect(ofAll).toMatchObject({ numerator: 0, denominator: 3 });
});
