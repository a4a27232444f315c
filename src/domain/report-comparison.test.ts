import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { compareCell, compareReports } from "./report-comparison.ts";
import { formCells } from "./report-form.ts";

const report = publishedReport("tongnan-office", 2024);
const GRANTED = "t3.granted.total";

function computedWith(cells: Record<string, string>): AnnualReport {
  return { ...report, cells };
}

it("a difference is what is printed less what the ledger counts", () => {
  const comparison = compareCell(report, computedWith({ [GRANTED]: "3" }), GRANTED);
  expect(comparison).toMatchObject({ computed: 3, difference: -2, verdict: "differs" });
});

it("a blank cell or —— is neither right nor wrong, whatever the ledger counts", () => {
  for (const printed of ["", "——"]) {
    const blank = { ...report, cells: { ...report.cells, [GRANTED]: printed } };
    expect(compareCell(blank, computedWith({ [GRANTED]: "0" }), GRANTED)).toMatchObject({
      difference: null,
      verdict: "unjudged",
    });
  }
});

it("what the ledger does not count is not compared", () => {
  expect(compareCell(report, computedWith({}), "t2.licensing.decisions").verdict).toBe("notComputed");
});

it("a report held against itself differs nowhere, and against one changed cell in that cell only", () => {
  const ids = formCells("2021").map(({ id }) => id);
  const numbers = fc.record(Object.fromEntries(ids.map((id) => [id, fc.nat(500).map(String)])));
  fc.assert(
    fc.property(numbers, fc.constantFrom(...ids), fc.integer({ min: 1, max: 99 }), (cells, id, more) => {
      const ours = computedWith(cells as Record<string, string>);
      expect(compareReports(ours, ours).every(({ verdict }) => verdict === "same")).toBe(true);
      const theirs = computedWith({
        ...(cells as Record<string, string>),
        [id]: String(Number(ours.cells[id]) + more),
      });
      const differing = compareReports(theirs, ours).filter(({ verdict }) => verdict === "differs");
      expect(differing.map((cell) => [cell.id, cell.difference])).toEqual([[id, more]]);
    }),
    { numRuns: 30 },
  );
});
