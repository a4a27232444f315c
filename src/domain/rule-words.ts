import type { RuleId } from "./reconciliation-rules.ts";
import { failuresOf, type RuleResult } from "./rule-result.ts";

/** R2 法律服务机构列、总计列; R3 重复申请. */
export function describeFailures(failures: readonly RuleResult[]): string {
  const rules = [...new Set(failures.map((failure) => failure.ruleId))];
  return rules
    .map((id) => {
      const places = failures.filter((failure) => failure.ruleId === id).map((failure) => failure.where);
      return `${id} ${places.slice(0, 2).join("、")}${places.length > 2 ? `等 ${places.length} 处` : ""}`;
    })
    .join("；");
}

/** "R1、R3 全部平衡；R2 有 2 处不平：法律服务机构列、总计列。" */
export function describeChecks(results: readonly RuleResult[]): string {
  const failures = failuresOf(results);
  const ids = [...new Set(results.map((result) => result.ruleId))];
  const verdictsOf = (id: RuleId) => results.filter((result) => result.ruleId === id).map((result) => result.verdict);
  const balanced = ids.filter((id) => verdictsOf(id).every((verdict) => verdict === "pass"));
  const partly = ids.filter((id) => verdictsOf(id).includes("notAssessable"));
  return [
    balanced.length > 0 ? `${balanced.join("、")} 全部平衡` : "",
    failures.length > 0 ? `${failures.length} 处不平：${describeFailures(failures)}` : "",
    partly.length > 0 ? `${partly.join("、")} 有不能判定之处` : "",
  ]
    .filter((clause) => clause !== "")
    .join("；")
    .concat("。");
}
