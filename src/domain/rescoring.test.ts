import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import { scoreQuarter } from "./quarter-result.ts";
import { rescore, schemeOfToday } from "./rescoring.ts";
import { aCoverage, anIndicator, aScheme, aTotal, aUnit } from "./test-builders.ts";

const Q3 = toQuarter(2025, 3);
const inspection = {
  quarter: Q3,
  kind: "quarterly" as const,
  name: "三季度检查",
  schemeId: "s1",
  periodStart: "2025-07-01",
  periodEnd: "2025-09-30",
  status: "published" as const,
  publishedOn: null,
};
const then = aScheme({
  indicators: [anIndicator({ points: toPoints(60) }), anIndicator({ id: "gone", points: toPoints(40) })],
});
const today = aScheme({
  id: "s2",
  indicators: [anIndicator({ points: toPoints(100), measure: { kind: "perOccurrence", each: toPoints(2) } })],
});

function result() {
  const facts = {
    units: [aUnit()],
    schemes: [then],
    inspections: [inspection],
    coverage: [aCoverage()],
    totals: [aTotal("i1", 3), aTotal("gone", 5)],
  };
  const scored = scoreQuarter(Q3, facts);
  if (scored === null) throw new Error("not scored");
  return scored;
}

it("prices what was found by the rules of today, and leaves out what they do not know", () => {
  const scored = result();
  expect(scored.scores.get("u1")?.countedDeduction).toBe(toPoints(8));
  // Three occurrences at one point each cost two each today.
  expect(rescore(scored, today).scores.get("u1")?.countedDeduction).toBe(toPoints(6));
  expect(scored.scores.get("u1")?.countedDeduction).toBe(toPoints(8));
});

it("gives a quarter back that stands under those rules already", () => {
  const scored = result();
  expect(rescore(scored, then)).toBe(scored);
});

it("takes the scheme of the latest inspection for that of today", () => {
  const later = { ...inspection, quarter: toQuarter(2025, 4), schemeId: "s2", status: "draft" as const };
  expect(schemeOfToday([later, inspection], [then, today])?.id).toBe("s2");
  expect(schemeOfToday([], [then])).toBeUndefined();
});
