import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { PUBLISHED_REPORTS, publishedReport } from "./fixtures/published-annual-reports.ts";
import { APPLICANT_KINDS, OUTCOME_LEAVES } from "./outcome-leaf.ts";
import { type CheckContext, checkReport } from "./reconciliation.ts";
import { RECONCILIATION_RULES } from "./reconciliation-rules.ts";
import { failuresOf } from "./rule-result.ts";

function failed(report: AnnualReport, context?: CheckContext): string[] {
  return failuresOf(checkReport(report, context)).map(
    (result) => `${result.ruleId} ${result.item} ${result.difference}`,
  );
}

function verdicts(report: AnnualReport, ruleId: string, context?: CheckContext): string[] {
  return [
    ...new Set(
      checkReport(report, context)
        .filter((r) => r.ruleId === ruleId)
        .map((r) => r.verdict),
    ),
  ];
}

function withCells(report: AnnualReport, cells: Record<string, string>): AnnualReport {
  return { ...report, cells: { ...report.cells, ...cells } };
}

describe("published reports", () => {
  it("潼南 2024 passes everything that can be judged, and its —— fee is not judged", () => {
    const report = publishedReport("tongnan-office", 2024);
    expect(failed(report)).toEqual([]);
    expect(["R1", "R2", "R3", "R4"].map((rule) => verdicts(report, rule))).toEqual(Array(4).fill(["pass"]));
    const fee = checkReport(report).find((result) => result.item === "t2.administrativeFees");
    expect(fee?.verdict).toBe("notAssessable");
  });

  it("writes R1 with both sides and their numbers", () => {
    const results = checkReport(publishedReport("tongnan-office", 2024));
    expect(results[0]?.message).toBe("自然人列：第一项 24 + 第二项 0 = 24，第三项（七）23 + 第四项 1 = 24");
  });

  it("平潭 2020 balances under R1 while its outcomes exceed the printed total by 6 (R2)", () => {
    const report = publishedReport("pingtan", 2020);
    expect(failed(report)).toEqual(["R2 naturalPerson 6", "R2 total 6"]);
    expect(verdicts(report, "R1")).toEqual(["pass"]);
    const [r2] = failuresOf(checkReport(report));
    expect([r2?.left, r2?.right]).toEqual([26, 20]);
    expect(r2?.message).toBe("自然人列：各项结果 6 + 6 + 4 + 3 + 3 + 4 = 26，第三项（七）20，差 +6");
  });

  it("上海 2019 leaves cells blank, which no rule takes for 0", () => {
    const report = publishedReport("shanghai-office", 2019);
    expect(failed(report)).toEqual([]);
    expect(verdicts(report, "R2")).toEqual(["notAssessable"]);
    expect(verdicts(report, "R3")).toEqual(["notAssessable"]);
    const r1 = checkReport(report).filter((result) => result.ruleId === "R1");
    expect(r1.filter((result) => result.verdict === "pass").map((result) => result.item)).toEqual([
      "naturalPerson",
      "total",
    ]);
  });

  it.each([
    [2023, 643, 470],
    [2024, 499, 440],
  ])("平潭 %i breaks R6 for normative documents: %i ≠ %i", (year, left, right) => {
    const previous = publishedReport("pingtan", year - 1);
    const failures = failuresOf(checkReport(publishedReport("pingtan", year), { previous }));
    expect(failures.map((f) => [f.ruleId, f.item, f.left, f.right])).toEqual([
      ["R6", "normativeDocuments", left, right],
    ]);
    expect(failures[0]?.severity).toBe("warning");
  });

  it("平潭 2022 passes within the year", () => {
    expect(failed(publishedReport("pingtan", 2022))).toEqual([]);
  });

  it("宿迁 2023 and 2024 pass, the carry-over and the stock of documents included", () => {
    const previous = publishedReport("suqian", 2023);
    const report = publishedReport("suqian", 2024);
    expect(failed(previous)).toEqual([]);
    expect(failed(report, { previous })).toEqual([]);
    expect(["R5", "R6"].map((rule) => verdicts(report, rule, { previous }))).toEqual([["pass"], ["pass"]]);
  });

  it("judges no cross-year rule without the report of the year before", () => {
    const report = publishedReport("pingtan", 2022);
    const previous = publishedReport("pingtan", 2020);
    expect(["R5", "R6"].map((rule) => verdicts(report, rule, { previous }))).toEqual([
      ["notAssessable"],
      ["notAssessable"],
    ]);
  });

  it("leaves R6 undefined from 2020 to 2021, because the form changed, while R5 holds", () => {
    const report: AnnualReport = { ...publishedReport("pingtan", 2022), year: 2021 };
    const previous = publishedReport("pingtan", 2020);
    const r6 = checkReport(report, { previous }).find((result) => result.ruleId === "R6");
    expect(r6?.message).toBe("规章：上年用试行格式，没有“现行有效”一栏，不能判定");
    expect(verdicts(report, "R5", { previous })).toContain("pass");
  });

  it("runs every rule of the list over every published report", () => {
    for (const { report } of PUBLISHED_REPORTS) {
      const ran = new Set(checkReport(report).map((result) => result.ruleId));
      const expected = RECONCILIATION_RULES.filter((rule) => rule.id !== "R7" || report.level === "rollUp");
      expect([...ran]).toEqual(expected.map((rule) => rule.id));
    }
  });
});

describe("R7", () => {
  const unit = publishedReport("tongnan-office", 2024);
  const second: AnnualReport = { ...unit, bodyId: "second", bodyName: "第二单位" };
  const doubled = Object.entries(unit.cells).map(([id, raw]) => [id, raw === "——" ? raw : String(2 * Number(raw))]);
  const whole: AnnualReport = { ...unit, bodyId: "all", level: "rollUp", cells: Object.fromEntries(doubled) };

  it("passes where the units add up and does not judge the —— fee", () => {
    const results = checkReport(whole, { parts: [unit, second] }).filter((result) => result.ruleId === "R7");
    expect(results.filter((result) => result.verdict !== "pass").map((result) => result.item)).toEqual([
      "t2.administrativeFees.amount",
    ]);
  });

  it("names the unit whose figure equals the difference", () => {
    const parts = [unit, withCells(second, { "t3.unavailable.notHeld.total": "5" })];
    const missed = withCells(whole, { "t3.unavailable.notHeld.total": "17" });
    expect(failuresOf(checkReport(missed, { parts })).find((result) => result.ruleId === "R7")?.message).toBe(
      "1.本机关不掌握相关政府信息·总计：2 家单位之和 22，汇总 17，差 +5（涉及第二单位 5）",
    );
  });

  it("names every unit with a figure when none equals the difference", () => {
    const [failure] = failuresOf(checkReport(whole, { parts: [unit, withCells(second, { "t3.granted.total": "4" })] }));
    expect(failure?.units.map((part) => part.value)).toEqual([1, 4]);
  });

  it("judges nothing for a unit's own report, and nothing without the units", () => {
    expect(verdicts(unit, "R7")).toEqual([]);
    expect(verdicts(whole, "R7")).toEqual(["notAssessable"]);
  });
});

describe("R10", () => {
  const report = publishedReport("tongnan-office", 2024);
  it.each([
    [{ "t3.granted.total": "1.5" }, "error", "应为整数"],
    [{ "t3.granted.total": "-1" }, "error", "为负数"],
    [{ "t3.granted.total": "约1" }, "error", "不是数字"],
    [{ "t2.normativeDocuments.issued": "22（其中修订16）" }, "warning", "含附注，按 22 计"],
    [{ "t2.administrativeFees.amount": "4166.2416191" }, "error", "小数超过六位"],
  ])("flags %j", (cells, severity, words) => {
    const hit = failuresOf(checkReport(withCells(report, cells))).find((result) => result.ruleId === "R10");
    expect(hit?.severity).toBe(severity);
    expect(hit?.message).toContain(words);
    expect(hit?.cells).toEqual(Object.keys(cells));
  });

  it("allows six decimals of money", () => {
    expect(failed(withCells(report, { "t2.administrativeFees.amount": "4166.241619" }))).toEqual([]);
  });
});

/** A report built from its leaves, so that R1–R4 hold. */
const consistentReport = fc
  .record({
    outcomes: fc.array(fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }), { minLength: 21, maxLength: 21 }),
    carriedOver: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    extra: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    cases: fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ outcomes, carriedOver, extra, cases }): AnnualReport => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const cells: Record<string, string> = {};
    const put = (row: string, values: readonly number[]) => {
      APPLICANT_KINDS.forEach((kind, index) => {
        cells[`t3.${row}.${kind}`] = String(values[index]);
      });
      cells[`t3.${row}.total`] = String(sum(values));
    };
    OUTCOME_LEAVES.forEach((leaf, index) => {
      put(leaf, outcomes[index] ?? []);
    });
    const totals = APPLICANT_KINDS.map((_, column) => sum(outcomes.map((row) => row[column] ?? 0)));
    put("outcomeTotal", totals);
    put("carriedOver", carriedOver);
    put(
      "carriedForward",
      carriedOver.map((value, index) => value + (extra[index] ?? 0)),
    );
    put(
      "newReceived",
      totals.map((total, index) => total + (extra[index] ?? 0)),
    );
    ["reconsideration", "litigationDirect", "litigationAfterReconsideration"].forEach((block, index) => {
      const results = cases[index] ?? [];
      ["upheld", "corrected", "otherResult", "pending"].forEach((result, place) => {
        cells[`t4.${block}.${result}`] = String(results[place]);
      });
      cells[`t4.${block}.total`] = String(sum(results));
    });
    return { bodyId: "a", bodyName: "甲", level: "unit", year: 2024, form: "2021", cells };
  });

/** Which of R1–R4 touch a cell, said independently of the rules' own data. */
function touching(id: string): string[] {
  const parts = id.split(".");
  const column = parts.at(-1) ?? "";
  const row = parts.slice(1, -1).join(".");
  if (parts[0] === "t4") return [`R4 ${row}`];
  const isOutcome = (OUTCOME_LEAVES as readonly string[]).includes(row);
  return [
    ...(isOutcome ? [] : [`R1 ${column}`]),
    ...(isOutcome || row === "outcomeTotal" ? [`R2 ${column}`] : []),
    `R3 ${row}`,
  ];
}

describe("R1–R4", () => {
  it("hold for every report that is built from its leaves", () => {
    fc.assert(
      fc.property(consistentReport, (report) => {
        expect(failed(report)).toEqual([]);
        expect(["R1", "R2", "R3", "R4"].flatMap((rule) => verdicts(report, rule))).toEqual(Array(4).fill("pass"));
      }),
      { numRuns: 25 },
    );
  });

  it("break exactly where they touch a changed cell, by exactly the change", () => {
    fc.assert(
      fc.property(consistentReport, fc.nat(), fc.integer({ min: 1, max: 99 }), (report, pick, change) => {
        const ids = Object.keys(report.cells);
        const id = ids[pick % ids.length] ?? "";
        const failures = failuresOf(
          checkReport(withCells(report, { [id]: String(Number(report.cells[id]) + change) })),
        );
        expect(failures.map((failure) => `${failure.ruleId} ${failure.item}`)).toEqual(touching(id));
        expect(failures.every((failure) => Math.abs(failure.difference ?? 0) === change)).toBe(true);
        expect(failures.every((failure) => failure.cells.includes(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("judge nothing where a touched cell is blank", () => {
    fc.assert(
      fc.property(consistentReport, fc.nat(), (report, pick) => {
        const ids = Object.keys(report.cells);
        const id = ids[pick % ids.length] ?? "";
        const results = checkReport(withCells(report, { [id]: "" })).filter((r) => /^R[1-4]$/.test(r.ruleId));
        const unjudged = results.filter((result) => result.verdict === "notAssessable");
        expect(unjudged.map((result) => `${result.ruleId} ${result.item}`)).toEqual(touching(id));
        expect(failuresOf(results)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
