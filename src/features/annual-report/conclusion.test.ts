import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { toReportConclusion } from "./conclusion.ts";
import { toReportView } from "./report-view.ts";

function conclude(report: AnnualReport) {
  const view = toReportView(report, { reports: [report], ofYear: [], notes: [], sources: [] });
  if (view === null) throw new Error("no view");
  return toReportConclusion(view);
}

it("潼南 2024: everything that can be judged balances; —— and 未报 are counted apart", () => {
  const { clauses, caption, figures } = conclude(publishedReport("tongnan-office", 2024));
  expect(clauses.join("")).toMatch(/^2024 年表二、表三、表四可判定的 \d+ 处等式相符；没有须附说明的差异。$/);
  expect(caption).toMatch(/未报 \d+ 格，“——” 1 格$/);
  expect(figures.find(({ id }) => id === "fail")).toMatchObject({ value: "0", isFault: false });
});

it("平潭 2020: says which sums are wrong", () => {
  const { clauses, figures } = conclude(publishedReport("pingtan", 2020));
  expect(clauses[0]).toContain("R2 自然人列、总计列");
  expect(figures.find(({ id }) => id === "fail")?.isFault).toBe(true);
});

it("a report of blank cells has no verdict", () => {
  const blank = { ...publishedReport("tongnan-office", 2024), cells: {} };
  expect(conclude(blank).clauses.join("")).toBe("2024 年表二、表三、表四没有可以判定的等式。");
});
