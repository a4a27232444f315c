import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { ComputedReport } from "#domain/computed-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { toReportView } from "./report-view.ts";
import { toShownForm } from "./shown-form.ts";

const report = publishedReport("tongnan-office", 2024);
const source = { name: "台账.xlsx", importedAt: "2025-01-20T02:00:00.000Z", demo: false, rows: 24 };
const sources = [
  { ...source, topic: "annualReports", asOf: "2025-01-18T01:00:00.000Z" },
  { ...source, topic: "applications", asOf: "2025-01-19T09:30:00.000Z" },
] as const;
const view = toReportView(report, { reports: [report], ofYear: [], notes: [], sources: [...sources] });

function ledger(cells: Record<string, string>): ComputedReport {
  const computed: AnnualReport = { ...report, cells };
  return {
    report: computed,
    notComputable: ["t2"],
    countedTo: "2024-12-31",
    ledgerFrom: "2024-01-03",
    applications: 24,
    disputes: 0,
  };
}

function show(mode: "printed" | "computed" | "compare", cells: Record<string, string>) {
  if (view === null) throw new Error("no view");
  return toShownForm(view, mode, ledger(cells));
}

it("the ledger's figures stand under their own equations, and table 二 is not among them", () => {
  const shown = show("computed", { "t3.granted.total": "2" });
  expect(shown.read("t3.granted.total").text).toBe("2");
  expect(shown.read("t2.licensing.decisions")).toMatchObject({ text: "台账不计", value: null });
  expect(shown.source).toBe("依申请公开台账 · 数据截至 2025-01-19 17:30");
  expect(shown.asOf).toBe("2025-01-19T09:30:00.000Z");
  expect(shown.wordsOf("t3").note).toContain("台账计至 2024-12-31，申请 24 件");
  expect(shown.wordsOf("t2").note).toBe("表二不在台账内。");
});

it("R5 of the ledger's figures takes last year from the imported report", () => {
  const [before, now] = [publishedReport("pingtan", 2022), publishedReport("pingtan", 2023)];
  const both = toReportView(now, { reports: [before, now], ofYear: [], notes: [], sources: [] });
  if (both === null) throw new Error("no view");
  const computed = { ...ledger({}), report: { ...now, cells: { "t3.carriedOver.total": "2" } } };
  const total = toShownForm(both, "computed", computed).results.find(
    ({ ruleId, item }) => ruleId === "R5" && item === "total",
  );
  expect(total).toMatchObject({ verdict: "fail", difference: -2 });
});

it("held against each other, only cells that differ show three figures", () => {
  const shown = show("compare", { "t3.granted.total": "3", "t3.newReceived.total": "24" });
  expect(shown.read("t3.granted.total")).toEqual({ text: "报 1\n算 3\n差 −2", value: null, look: "differing" });
  expect(shown.read("t3.newReceived.total")).toMatchObject({ text: "24", look: "plain" });
  expect(shown.wordsOf("t3").finding).toBe("与台账对照 2 格，不同 1 格：（一）予以公开·总计 −2；");
  expect(shown.wordsOf("t4").finding).toBe("与台账对照 0 格，全部相同；");
  expect(shown.source).toBe("年度报告 · 数据截至 2025-01-18 09:00；依申请公开台账 · 数据截至 2025-01-19 17:30");
});

it("without a ledger only the printed report is shown, whatever is asked", () => {
  if (view === null) throw new Error("no view");
  expect(toShownForm(view, "compare", null)).toMatchObject({ mode: "printed" });
});
