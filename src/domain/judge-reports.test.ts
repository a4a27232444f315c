import { expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { PUBLISHED_REPORTS, publishedReport } from "./fixtures/published-annual-reports.ts";
import { judgeReports } from "./judge-reports.ts";
import { reportVerdictSchema } from "./report-verdict.ts";

const published = PUBLISHED_REPORTS.map(({ report }) => report);

function verdictOn(bodyId: string, year: number, reports: readonly AnnualReport[] = published) {
  const found = judgeReports(reports, [year]).find((verdict) => verdict.bodyId === bodyId);
  if (found === undefined) throw new Error(`no verdict on ${bodyId} ${year}`);
  return found;
}

function countOf(verdict: ReturnType<typeof verdictOn>, ruleId: string) {
  return verdict.rules.find((count) => count.ruleId === ruleId);
}

it("counts for each rule the places where it holds, fails or cannot be judged", () => {
  const tongnan = verdictOn("tongnan-office", 2024);
  expect(countOf(tongnan, "R1")).toEqual({ ruleId: "R1", pass: 7, fail: 0, notAssessable: 0 });
  expect(countOf(tongnan, "R5")).toEqual({ ruleId: "R5", pass: 0, fail: 0, notAssessable: 7 });
  expect(tongnan.failures).toEqual([]);
});

it("平潭 2020: R2 fails where R1 holds, with the difference of each place", () => {
  const pingtan = verdictOn("pingtan", 2020);
  expect(countOf(pingtan, "R1")?.fail).toBe(0);
  expect(
    pingtan.failures.filter(({ ruleId }) => ruleId === "R2").map(({ where, difference }) => [where, difference]),
  ).toEqual([
    ["自然人列", 6],
    ["总计列", 6],
  ]);
});

it("a unit has no place for R7; a roll-up is held against the units of its year only", () => {
  const unit: AnnualReport = { ...publishedReport("tongnan-office", 2024), bodyId: "u1", bodyName: "甲局" };
  const rollUp: AnnualReport = { ...unit, bodyId: "district", bodyName: "全区", level: "rollUp" };
  const lastYear: AnnualReport = { ...unit, year: 2023 };
  const judged = [unit, rollUp, lastYear];
  expect(countOf(verdictOn("u1", 2024, judged), "R7")).toBeUndefined();
  expect(countOf(verdictOn("district", 2024, judged), "R7")).toMatchObject({ fail: 0 });
  expect(countOf(verdictOn("district", 2024, [rollUp, lastYear]), "R7")).toMatchObject({ pass: 0, notAssessable: 1 });
});

it("a blank cell is not judged, neither as right nor as wrong", () => {
  const shanghai = verdictOn("shanghai-office", 2019);
  expect(countOf(shanghai, "R1")).toMatchObject({ notAssessable: 7 - (countOf(shanghai, "R1")?.pass ?? 0) });
  expect(shanghai.failures.filter(({ ruleId }) => ruleId === "R1")).toEqual([]);
});

it("every verdict fits its schema", () => {
  for (const verdict of judgeReports(published, [])) expect(reportVerdictSchema.parse(verdict)).toEqual(verdict);
});
