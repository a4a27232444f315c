import type { ReconciliationRule, RuleId, RuleSeverity } from "./reconciliation-rules.ts";
import type { Place } from "./rule-place.ts";

export type RuleVerdict = "pass" | "fail" | "notAssessable";

/** One rule at one place of one report. */
export interface RuleResult {
  ruleId: RuleId;
  severity: RuleSeverity;
  /** Key of the column, row, block or cell; empty for the whole report. */
  item: string;
  /** 自然人列, 总计列, 行政复议 … */
  where: string;
  verdict: RuleVerdict;
  left: number | null;
  right: number | null;
  /** left − right; null when not assessable. */
  difference: number | null;
  /** Cells of this report that the rule touches here; cells of other reports are not listed. */
  cells: readonly string[];
  /** Units behind a difference of the roll-up, or without a figure; empty for other rules. */
  units: readonly { bodyId: string; bodyName: string; value: number | null }[];
  /** Both sides with their numbers. */
  message: string;
}

/** The result of a rule that cannot be judged at a place, with the reason. */
export function notAssessable(
  rule: ReconciliationRule,
  place: Place,
  cells: readonly string[],
  reason: string,
): RuleResult {
  const nothing = { left: null, right: null, difference: null, units: [] };
  const message = `${place.where}：${reason}`;
  return { ruleId: rule.id, severity: rule.severity, ...place, verdict: "notAssessable", ...nothing, cells, message };
}

/** Results that are sums gone wrong. */
export function failuresOf(results: readonly RuleResult[]): RuleResult[] {
  return results.filter((result) => result.verdict === "fail");
}
