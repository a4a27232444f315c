import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { PlausibilityCard } from "./plausibility-card.tsx";

const provenance = { source: "年度报告", asOf: null, marks: [] };

it("names body, year and cells of each flag", () => {
  const report = publishedReport("pingtan", 2024);
  render(
    <PlausibilityCard
      report={report}
      previous={publishedReport("pingtan", 2023)}
      others={[publishedReport("suqian", 2024)]}
      provenance={provenance}
    />,
  );
  expect(screen.getByText(/与上年和同年 1 家机关比较，提示 4 处：较上年突变 4。/)).toBeTruthy();
  const [first] = within(screen.getByRole("list", { name: "合理性提示" })).getAllByRole("listitem");
  expect(first?.textContent).toContain(`${report.bodyName} · 2024 年`);
  expect(first?.textContent).toContain("行政规范性文件·本年废止件数由 2023 年 132 变为 33");
});

it("says so when nothing is odd, and what could not be compared", () => {
  render(
    <PlausibilityCard
      report={publishedReport("tongnan-office", 2024)}
      previous={null}
      others={[]}
      provenance={provenance}
    />,
  );
  expect(screen.getByText(/没有需要留意之处/)).toBeTruthy();
  expect(screen.getByText(/没有 2023 年的报告，不与上年比较/)).toBeTruthy();
});
