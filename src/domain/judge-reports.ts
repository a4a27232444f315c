import type { AnnualReport } from "./annual-report.ts";
import { checkReport } from "./reconciliation.ts";
import type { RuleId } from "./reconciliation-rules.ts";
import type { ReportVerdict, RuleCount } from "./report-verdict.ts";
import { failuresOf, type RuleResult } from "./rule-result.ts";

/** The reports that make up a roll-up: every unit that reported for the year on the same form. */
export function partsOf(rollUp: AnnualReport, reports: readonly AnnualReport[]): AnnualReport[] {
  return reports.filter(
    (report) => report.level === "unit" && report.year === rollUp.year && report.form === rollUp.form,
  );
}

/** Verdicts on the reports of the years asked for, in their order; the year before decides R5 and R6, the units R7. */
export function judgeReports(reports: readonly AnnualReport[], years: readonly number[]): ReportVerdict[] {
  const byKey = new Map(reports.map((report) => [`${report.bodyId}|${report.year}`, report]));
  return reports
    .filter((report) => years.length === 0 || years.includes(report.year))
    .map((report) => {
      const previous = byKey.get(`${report.bodyId}|${report.year - 1}`);
      const parts = report.level === "rollUp" ? partsOf(report, reports) : [];
      return toVerdict(report, checkReport(report, previous === undefined ? { parts } : { previous, parts }));
    });
}

function toVerdict({ cells: _, ...heading }: AnnualReport, results: readonly RuleResult[]): ReportVerdict {
  return {
    ...heading,
    rules: countRules(results),
    failures: failuresOf(results).map(({ ruleId, item, where, difference, message }) => ({
      ruleId,
      item,
      where,
      difference,
      message,
    })),
  };
}

/** Counts by rule, in the order of the rules. */
export function countRules(results: readonly RuleResult[]): RuleCount[] {
  const counts = new Map<RuleId, RuleCount>();
  for (const { ruleId, verdict } of results) {
    const count = counts.get(ruleId) ?? { ruleId, pass: 0, fail: 0, notAssessable: 0 };
    counts.set(ruleId, count);
    count[verdict] += 1;
  }
  return [...counts.values()];
}
