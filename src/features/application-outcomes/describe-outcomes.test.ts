import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { describeApplicants, describeBalance, describeOutcomes } from "./describe-outcomes.ts";

const tongnan = publishedReport("tongnan-office", 2024);
const shanghai = publishedReport("shanghai-office", 2019);
const blank: AnnualReport = { ...tongnan, cells: {} };

it("names the three largest outcomes with their share of the classified cases", () => {
  expect(describeBalance(outcomeTotals(tongnan))).toBe(
    "应办 24 件：无法提供 17 件、部分公开 3 件、其他处理 2 件，占已归类 22/23（95.6%）。",
  );
});

it("says by how much the outcomes exceed what was due", () => {
  expect(describeBalance(outcomeTotals(publishedReport("pingtan", 2020)))).toMatch(/；各项结果比应办多列 6 件。$/);
});

it("names the most frequent row and the base of a change", () => {
  const [now, base] = [publishedReport("suqian", 2024), publishedReport("suqian", 2023)].map((r) => outcomeTotals(r));
  expect(now && base && describeOutcomes(now, base, "2023 年")).toBe(
    "最多的是“予以公开”，1,431/3,521（40.7%），较 2023 年 +240 件。",
  );
});

it("sets natural persons against organisations", () => {
  expect(describeApplicants(publishedReport("suqian", 2024))).toBe(
    "自然人 3,440/3,521（97.7%）；法人或其他组织 81 件。",
  );
});

it("says what is not reported instead of counting it as 0", () => {
  expect(describeBalance(outcomeTotals(blank))).toBe("有单元格未报，应办与去向不能对账。");
  expect(describeOutcomes(outcomeTotals(shanghai), null, "2018 年")).toBe("有结果行未报，不计占比。");
  expect(describeApplicants(shanghai)).toBe("有申请人类别未报，不计合计。");
});
