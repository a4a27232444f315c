import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { equationGroups, equationKey, equationsOf, readPick, targetCellOf, writtenResults } from "./equations.ts";

function check(report: AnnualReport) {
  return checkReport(report);
}

const tongnan = publishedReport("tongnan-office", 2024);
const pingtan = publishedReport("pingtan", 2020);

it("a cell of table 三 is in the equation of its column, of its row and of its format", () => {
  const found = equationsOf("t3.granted.total", check(tongnan)).map(equationKey);
  expect(found).toEqual(["R2.total", "R3.granted", "R10.t3.granted"]);
  expect(equationsOf("t3.carriedOver.total", check(tongnan)).map(equationKey)).toEqual([
    "R1.total",
    "R3.carriedOver",
    "R5.total",
    "R10.t3.carriedOver",
  ]);
});

it("each table has its own rules under it, in their order", () => {
  const ids = (table: "t2" | "t3" | "t4") => equationGroups(table, check(tongnan)).map(({ rule }) => rule.id);
  expect(ids("t2")).toEqual(["R6", "R10"]);
  expect(ids("t3")).toEqual(["R1", "R2", "R3", "R5", "R10"]);
  expect(ids("t4")).toEqual(["R4", "R9", "R10"]);
});

it("the equation of the total column is always written out, and every failing one", () => {
  const results = check(pingtan);
  const [r1, r2] = equationGroups("t3", results).filter(({ rule }) => ["R1", "R2"].includes(rule.id));
  expect(r1 && writtenResults(r1, null).map(({ item, verdict }) => [item, verdict])).toEqual([["total", "pass"]]);
  expect(r2 && writtenResults(r2, "R2.research").map(({ item, verdict }) => [item, verdict])).toEqual([
    ["naturalPerson", "fail"],
    ["research", "pass"],
    ["total", "fail"],
  ]);
});

it("a failing equation leads to the total that its other cells should give", () => {
  const failing = check(pingtan).find(({ verdict }) => verdict === "fail");
  expect(failing && targetCellOf(failing)).toBe("t3.outcomeTotal.naturalPerson");
});

it("reads what the address names, and says what the report does not have", () => {
  const results = check(pingtan);
  expect(readPick("t3.granted.total", pingtan, results)).toEqual({ kind: "cell", id: "t3.granted.total" });
  expect(readPick("R2.total", pingtan, results)).toMatchObject({ kind: "equation", result: { difference: 6 } });
  expect(readPick("t3.other.misc.total", pingtan, results)).toMatchObject({ kind: "unknown" });
  expect(readPick(null, pingtan, results)).toBeNull();
});
