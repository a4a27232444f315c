import { expect, it } from "vitest";
import { PUBLISHED_REPORTS, publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { carryOverChain } from "#domain/outcome-totals.ts";
import { describeChain } from "./describe-chain.ts";

const tongnan = publishedReport("tongnan-office", 2024);

it("describes the chain from year to year", () => {
  const reports = PUBLISHED_REPORTS.map(({ report }) => report);
  expect(describeChain(carryOverChain(reports.filter((r) => r.bodyId === "suqian")))).toBe(
    "2023 年至 2024 年逐年相接，无断链。",
  );
  expect(describeChain(carryOverChain([tongnan]))).toBe("只有一年的报告，不能判定是否相接。");
  const broken = { ...tongnan, year: 2025 };
  expect(describeChain(carryOverChain([tongnan, broken]))).toBe("2025 年与上一年结转下年度数不相接。");
});
