import { describe, expect, it } from "vitest";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { reportText } from "./fixtures/report-texts.ts";
import { checkReport } from "./reconciliation.ts";
import { checkReportText } from "./report-text-check.ts";

function r8(text: string | null, bodyId: string, year: number) {
  const report = publishedReport(bodyId, year);
  const context = text === null ? {} : { textFindings: checkReportText(text, report).findings };
  return checkReport(report, context).filter((result) => result.ruleId === "R8");
}

describe("R8", () => {
  it("is not judged while no text is at hand", () => {
    expect(r8(null, "tongnan-office", 2024).map((result) => [result.verdict, result.message])).toEqual([
      ["notAssessable", "全文：尚未录入报告正文，不能判定"],
    ]);
  });

  it("潼南 2024: 受理 24, 办结 23 and 结转 1 pass, each with its 口径 and its cell", () => {
    const results = r8(reportText("tongnan-office-2024"), "tongnan-office", 2024);
    expect(results.map((result) => [result.verdict, result.left, result.right, result.cells])).toEqual([
      ["pass", 24, 24, ["t3.newReceived.total"]],
      ["pass", 23, 23, ["t3.outcomeTotal.total"]],
      ["pass", 1, 1, ["t3.carriedForward.total"]],
    ]);
    expect(results[0]?.message).toContain("“新收”24 相符");
  });

  it("a changed number fails as a warning by exactly the change", () => {
    const text = reportText("tongnan-office-2024").replace("办结23件", "办结25件");
    const failed = r8(text, "tongnan-office", 2024).filter((result) => result.verdict === "fail");
    expect(failed.map((result) => [result.severity, result.difference])).toEqual([["warning", 2]]);
  });

  it("宿迁 2024: 复议 134 and 诉讼 57 leave the 口径 open, because they fit only without 尚未审结", () => {
    const results = r8("全市发生行政复议134件、行政诉讼57件。", "suqian", 2024);
    expect(results.map((result) => [result.verdict, result.right])).toEqual([
      ["notAssessable", 134],
      ["notAssessable", 57],
    ]);
    expect(results[0]?.message).toContain("不含尚未审结");
  });

  it("says so when a text has no number that a table could tell", () => {
    expect(r8("全年发布解读75次。", "tongnan-office", 2024)[0]?.message).toBe(
      "全文：正文没有可与表比对的数字，不能判定",
    );
  });
});
