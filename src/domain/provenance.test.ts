import { expect, it } from "vitest";
import { describeProvenance } from "./provenance.ts";
import type { Source } from "./source.ts";
import { aScheme } from "./test-builders.ts";

const source: Source = {
  topic: "inspections",
  name: "ledger.xlsx",
  asOf: "2026-10-08T09:30:00Z",
  importedAt: "2026-10-08T09:31:00Z",
  rows: 10,
  demo: false,
};

it("states source, age in the office's time and rule version", () => {
  expect(describeProvenance([source], "inspections", { schemes: [aScheme()] })).toEqual({
    source: "季度检查台账 · 数据截至 2026-10-08 17:30 · 评分规则（v1）",
    asOf: "2026-10-08T09:30:00Z",
    marks: [],
  });
});

it("marks demonstration data and drafts", () => {
  expect(describeProvenance([{ ...source, demo: true }], "inspections", { draft: true }).marks).toEqual([
    "演示数据",
    "草稿",
  ]);
});

it("states the age that published figures were frozen with, and that they were corrected", () => {
  const frozen = [{ ...source, asOf: "2026-07-08T09:30:00Z" }];
  expect(
    describeProvenance([{ ...source, demo: true }], "inspections", {
      frozen,
      corrections: ["2026年二季度更正第 1 次"],
    }),
  ).toEqual({
    source: "季度检查台账 · 数据截至 2026-07-08 17:30 · 2026年二季度更正第 1 次",
    asOf: "2026-07-08T09:30:00Z",
    marks: [],
  });
});

it("says that a topic was never imported instead of inventing an age", () => {
  expect(describeProvenance([source], "annualReports")).toMatchObject({ source: "年度报告 · 尚未导入", asOf: null });
});
