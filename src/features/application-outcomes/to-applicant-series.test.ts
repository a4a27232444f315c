import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { toApplicantSeries } from "./to-applicant-series.ts";

it("stacks the outcomes of each kind of applicant, in the form's order", () => {
  const { rows, maximum } = toApplicantSeries(publishedReport("suqian", 2024));
  expect(rows.map((row) => [row.label, row.totalText])).toEqual([
    ["自然人", "3,440 件"],
    ["商业企业", "73 件"],
    ["科研机构", "0 件"],
    ["社会公益组织", "1 件"],
    ["法律服务机构", "5 件"],
    ["其他组织", "2 件"],
  ]);
  expect(maximum).toBe(3440);
  expect(rows[4]?.segments.map((segment) => [segment.id, segment.value])).toEqual([
    ["granted", 2],
    ["unavailable", 3],
  ]);
});

it("says 未报 for a kind whose cells are blank, and never takes them for zeros", () => {
  const rows = toApplicantSeries(publishedReport("shanghai-office", 2019)).rows;
  expect(rows.map((row) => row.totalText)).toEqual(Array(6).fill("未报"));
  expect(rows[0]?.segments.map((segment) => segment.id)).toEqual(["granted", "partiallyGranted", "unavailable"]);
});
