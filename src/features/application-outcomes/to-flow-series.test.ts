import { expect, it } from "vitest";
import { OUTCOME_GROUPS } from "#domain/outcome.ts";
import { OUTCOME_LEAVES } from "#domain/outcome-leaf.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { aFact, q } from "./ledger-test-builders.ts";
import { toPeriodReport } from "./period-report.ts";
import { periodWords } from "./period-words.ts";
import { toFlowSeries, toFlowTable } from "./to-flow-series.ts";

const QUARTERS = [q("2026Q3")];
const RUNNING = q("2026Q4");
const WORDS = periodWords(QUARTERS, RUNNING);

function totalsOf(counts: Partial<Record<(typeof OUTCOME_LEAVES)[number] | "open", number>>, carriedOver = 0) {
  const facts = Object.entries(counts).map(([outcome, received]) =>
    aFact({ outcome: outcome === "open" ? null : (outcome as (typeof OUTCOME_LEAVES)[number]), received }),
  );
  return outcomeTotals(toPeriodReport([...facts, aFact({ carriedOver })], QUARTERS, ""));
}

const totals = totalsOf(
  { granted: 9, "refused.deliberative": 3, "unavailable.notHeld": 6, "other.misc": 1, open: 2 },
  1,
);
const series = toFlowSeries(totals, null, WORDS);

it("has all six groups in legal order, then what is handed on, whatever their size", () => {
  const groups = series.nodes.filter(({ stage }) => stage === 2).map(({ id }) => id);
  expect(groups).toEqual([...OUTCOME_GROUPS, "carriedForward"]);
});

it("what enters 应办 leaves it, and the rows of a group add up to the group", () => {
  const flow = (side: "from" | "to", id: string) =>
    series.links.filter((link) => link[side] === id).reduce((sum, link) => sum + link.value, 0);
  expect(flow("to", "due")).toBe(22);
  expect(flow("from", "due")).toBe(22);
  for (const group of ["refused", "unavailable", "notProcessed", "other"])
    expect(flow("from", group)).toBe(flow("to", group));
});

it("prints shares of the closed cases that add up to 100 %", () => {
  const shares = series.nodes.filter(({ stage, shareText }) => stage === 2 && shareText !== "");
  expect(shares.reduce((sum, { shareText }) => sum + Number.parseFloat(shareText), 0)).toBeCloseTo(100, 6);
});

it("keeps a group of one row without a row of its own, and leaves rows of 0 to the table", () => {
  expect(series.nodes.filter(({ stage }) => stage === 3).map(({ label }) => label)).toEqual([
    "过程性信息",
    "本机关不掌握",
    "其他",
  ]);
  const { rows } = toFlowTable(totals, null, "", WORDS);
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...OUTCOME_LEAVES]));
  expect(rows.find(({ id }) => id === "refused.stateSecret")?.cells["count"]).toBe(0);
});

it("names what comes in and what is handed on after the period", () => {
  const year = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"].map(q);
  expect(periodWords(year, RUNNING).carriedForward).toBe("结转下年度");
  expect(WORDS.carriedOver).toBe("上季结转");
  expect(periodWords(year.slice(1), RUNNING).carriedOver).toBe("期初结转");
  expect(periodWords([RUNNING], RUNNING).carriedForward).toBe("目前在办");
});
