import type { ReconciliationRule } from "./reconciliation-rules.ts";
import type { TextFinding } from "./report-text-check.ts";
import type { TextVerdict } from "./report-text-verdict.ts";
import { notAssessable, type RuleResult, type RuleVerdict } from "./rule-result.ts";

/** An open 口径 is neither a pass nor a failure: someone has to say which one the text means. */
const VERDICT = {
  agreed: "pass",
  differing: "fail",
  ambiguous: "notAssessable",
  notAssessable: "notAssessable",
} as const satisfies Record<Exclude<TextVerdict, "unrelated">, RuleVerdict>;

/** R8: one result for each number of the text that a table can tell, with its 口径 and its cells. */
export function checkText(rule: ReconciliationRule, findings: readonly TextFinding[] | undefined): RuleResult[] {
  const whole = { item: "", where: "全文" };
  if (findings === undefined) return [notAssessable(rule, whole, [], "尚未录入报告正文，不能判定")];
  const results = findings.flatMap((finding) => toResult(rule, finding));
  return results.length > 0 ? results : [notAssessable(rule, whole, [], "正文没有可与表比对的数字，不能判定")];
}

function toResult(rule: ReconciliationRule, finding: TextFinding): RuleResult[] {
  const { verdict, phrase, cells, written, difference, readings, message } = finding;
  if (verdict === "unrelated") return [];
  const right = readings[0]?.value ?? null;
  return [
    {
      ruleId: rule.id,
      severity: rule.severity,
      item: `text.${finding.number.offset}`,
      where: phrase,
      verdict: VERDICT[verdict],
      left: right === null ? null : written,
      right,
      difference,
      cells,
      units: [],
      message: `${phrase}：${message}`,
    },
  ];
}
