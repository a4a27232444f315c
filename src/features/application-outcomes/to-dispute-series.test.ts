import { expect, it } from "vitest";
import type { DisputeFact } from "#domain/dispute.ts";
import { aUnit, q } from "./ledger-test-builders.ts";
import {
  describeDisputes,
  toDisputeLines,
  toDisputePair,
  toDisputeResults,
  toDisputeTable,
} from "./to-dispute-results.ts";
import { describeDisputeTrend, toDisputeSteps, toDisputeTrend, toDisputeTrendTable } from "./to-dispute-trend.ts";

function aFact(quarter: string, changes: Partial<DisputeFact> = {}): DisputeFact {
  const none = { filed: 0, upheld: 0, corrected: 0, otherResult: 0, pending: 0 };
  return { quarter: q(quarter), unitId: "u1", kind: "reconsideration", ...none, ...changes };
}

const facts = [
  aFact("2023Q4", { filed: 2, pending: 2 }),
  aFact("2024Q1", { filed: 3, upheld: 2, pending: 3 }),
  aFact("2026Q3", { filed: 4, upheld: 2, corrected: 2, pending: 6 }),
  aFact("2026Q3", { kind: "litigationDirect", filed: 1, pending: 1 }),
];
const lines = toDisputeLines(facts, [q("2026Q3")]);

it("has a line for each block of table 四, and always says what is pending", () => {
  const { rows } = toDisputeResults(lines);
  expect(rows.map(({ label, totalText }) => [label, totalText])).toEqual([
    ["行政复议", "10 件，未结 6"],
    ["未经复议直接起诉", "1 件，未结 1"],
    ["复议后起诉", "0 件，未结 0"],
  ]);
});

it("prints 纠错率 over both denominators by name", () => {
  expect(describeDisputes(lines)).toBe(
    "审结 4 件、尚未审结 7 件，其中被纠错 2 件；纠错占全部 2/11（18.2%）、占已审结 2/4（样本少）。",
  );
  const { rows, columns } = toDisputeTable(lines);
  expect(columns.map(({ head }) => head)).toEqual(expect.arrayContaining(["纠错/全部", "纠错/已审结"]));
  expect(rows[0]?.cells).toMatchObject({ ofAll: "2/10 20.0%", ofDecided: "2/4 样本少" });
  expect(rows[1]?.cells["ofDecided"]).toBeNull();
});

it("has no base where the ledger of the district does not reach back a year", () => {
  const units = [aUnit("u1")];
  const pair = (quarter: string) => toDisputePair(facts, { quarters: [q(quarter)] }, units);
  expect(pair("2024Q1").base).toBeNull();
  expect(pair("2024Q4").base).toMatchObject({ filed: 2, pending: 2 });
});

it("names the law of 2024 on the time axis by year, with the year before it in sight", () => {
  const steps = toDisputeSteps(facts, q("2026Q3"), "year");
  const series = toDisputeTrend(facts, steps);
  expect(series.labels).toEqual(["2023 全年", "2024 全年", "2025 全年", "2026 至三季度"]);
  expect(series.marks).toEqual([{ index: 1, label: "新行政复议法施行" }]);
  expect(series.lines[0]?.values).toEqual([2, 3, 0, 4]);
});

it("marks the law by quarter only where its day lies on the axis", () => {
  const marks = (last: string) => toDisputeTrend(facts, toDisputeSteps(facts, q(last), "quarter")).marks;
  expect(marks("2026Q3")).toEqual([]);
  expect(marks("2025Q2")).toEqual([{ index: 2, label: "新行政复议法施行" }]);
});

it("draws a gap before the ledger begins and says so, never a 0", () => {
  const late = facts.slice(2);
  const steps = toDisputeSteps(late, q("2026Q3"), "year");
  expect(toDisputeTrend(late, steps).lines[0]?.values).toEqual([null, null, null, 4]);
  expect(toDisputeTrendTable(late, steps).rows[0]?.cells["filed"]).toBe("无台账");
});

it("tells first and last step of each kind", () => {
  expect(describeDisputeTrend(facts, toDisputeSteps(facts, q("2026Q3"), "year"))).toBe(
    "2023年全年到2026年至三季度：行政复议 2 → 4 件，未经复议直接起诉 0 → 1 件，复议后起诉 0 → 0 件。",
  );
  expect(describeDisputeTrend([], toDisputeSteps([], q("2026Q3"), "year"))).toBe("台账里没有复议、诉讼。");
});
