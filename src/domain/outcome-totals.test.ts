import { expect, it } from "vitest";
import { PUBLISHED_REPORTS, publishedReport } from "./fixtures/published-annual-reports.ts";
import { carryOverChain, outcomeTotals } from "./outcome-totals.ts";

it("sums the outcome groups of 潼南 2024: 24 due, 1 + 3 + 17 + 2 answered, 1 carried forward", () => {
  const totals = outcomeTotals(publishedReport("tongnan-office", 2024));
  expect(totals.groups.map((group) => group.figure.value)).toEqual([1, 3, 0, 17, 0, 2]);
  expect([totals.due.value, totals.closed.value, totals.carriedForward.value]).toEqual([24, 23, 1]);
  expect(totals.unexplained).toBe(0);
});

it("says by how much the outcomes of 平潭 2020 exceed what was due", () => {
  expect(outcomeTotals(publishedReport("pingtan", 2020)).unexplained).toBe(-6);
});

it("does not take the blank cells of 上海 2019 for zeros", () => {
  const totals = outcomeTotals(publishedReport("shanghai-office", 2019), "naturalPerson");
  expect(totals.due.value).toBe(839);
  expect(totals.groups.map((group) => group.figure.text)).toEqual(["258", "3", "未报", "321", "未报", "未报"]);
  expect(totals.unexplained).toBeNull();
});

it("links 结转下年度 to the next year's 上年结转, and judges no link across a missing year", () => {
  const reports = PUBLISHED_REPORTS.map(({ report }) => report).filter((report) => report.bodyId === "pingtan");
  expect(carryOverChain(reports).map((link) => [link.year, link.check?.verdict])).toEqual([
    [2020, "notAssessable"],
    [2022, "notAssessable"],
    [2023, "pass"],
    [2024, "pass"],
  ]);
});
