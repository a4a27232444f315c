import { expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { readSchemeHead } from "./scheme-rows.ts";

type Row = Parameters<typeof readSchemeHead>[1];

function read(changes: Partial<Row>) {
  const row: Row = {
    id: null,
    name: "示例评分规则",
    version: "2026年版",
    from: "2026Q1",
    to: null,
    fullMark: toPoints(100),
    naPolicy: null,
    vetoScore: null,
    bonusGate: null,
    bonusMax: null,
    tierBasis: null,
    decimals: null,
    yearBasis: null,
    returnedSurcharge: null,
    repeatFactor: null,
    overdueIndicator: null,
    overduePoints: null,
    escalationCap: null,
    notes: null,
    ...changes,
  };
  const refusals: string[] = [];
  return { head: readSchemeHead("s1", row, (_column, reason) => refusals.push(reason)), refusals };
}

it("has no rules for further deductions while their columns are empty, and a cap alone makes none", () => {
  expect(read({}).head).not.toHaveProperty("escalation");
  expect(read({ escalationCap: toPoints(5) }).head).not.toHaveProperty("escalation");
});

it("鲤城: 退回未改加扣比例 100% takes the same again", () =>
  expect(read({ returnedSurcharge: 10_000, escalationCap: toPoints(5) }).head?.escalation).toEqual({
    returnedSurcharge: 10_000,
    repeatFactor: null,
    overdueSurcharge: null,
    cap: toPoints(5),
  }));

it("an indicator without points, or points without an indicator, are refused with the reason", () => {
  const { head, refusals } = read({ overduePoints: toPoints(1) });
  expect([head, refusals]).toEqual([null, ["超期整改扣分指标和超期整改扣分要么都填，要么都不填"]]);
});
