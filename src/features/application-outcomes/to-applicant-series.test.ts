import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { toApplicantSeries } from "./to-applicant-series.ts";

it("puts the outcomes of each kind of applicant in the form's order", () => {
  const [panel] = toApplicantSeries(publishedReport("suqian", 2024)).panels;
  expect(panel?.rows.map((row) => [row.name, row.totalText])).toEqual([
    ["自然人", "3,440"],
    ["商业企业", "73"],
    ["科研机构", "0"],
    ["社会公益组织", "1"],
    ["法律服务机构", "5"],
    ["其他组织", "2"],
  ]);
  expect(panel?.rows[4]?.cells.map((cell) => cell.text)).toEqual(["2", "0", "0", "3", "0", "0"]);
  expect(panel?.grandTotal).toBe("3,521");
});

it("has fixed classes, so that years can be compared", () => {
  const series = toApplicantSeries(publishedReport("tongnan-office", 2024));
  expect(series.rampLabels).toEqual(["1–2", "3–9", "10–29", "30–99", "100–299", "≥300"]);
  expect(series.panels[0]?.rows[0]?.cells.map((cell) => cell.ramp)).toEqual([1, 2, 0, 3, 0, 1]);
});

it("says 未报 for blank cells and never takes them for zeros", () => {
  const [panel] = toApplicantSeries(publishedReport("shanghai-office", 2019)).panels;
  expect(panel?.rows[0]?.cells.map((cell) => cell.text)).toEqual(["258", "3", "未报", "321", "未报", "未报"]);
  expect(panel?.rows.map((row) => row.totalText)).toEqual(Array(6).fill("未报"));
});
