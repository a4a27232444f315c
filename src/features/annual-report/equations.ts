import type { AnnualReport } from "#domain/annual-report.ts";
import { RECONCILIATION_RULES, type ReconciliationRule, type RuleId } from "#domain/reconciliation-rules.ts";
import { type FormTableId, isFormCell } from "#domain/report-form.ts";
import type { RuleResult } from "#domain/rule-result.ts";

/** R2.total: how the address names one rule at one place. */
export function equationKey(result: Pick<RuleResult, "ruleId" | "item">): string {
  return `${result.ruleId}.${result.item}`;
}

/** What is looked at: one cell, one equation, or nothing. */
export type ReportPick =
  | { kind: "cell"; id: string }
  | { kind: "equation"; result: RuleResult }
  /** The address names something that this report does not have. */
  | { kind: "unknown"; text: string }
  | null;

export function readPick(text: string | null, report: AnnualReport, results: readonly RuleResult[]): ReportPick {
  if (text === null) return null;
  if (isFormCell(report.form, text)) return { kind: "cell", id: text };
  const result = results.find((entry) => equationKey(entry) === text);
  return result === undefined ? { kind: "unknown", text } : { kind: "equation", result };
}

/** The equations that a cell is in, in the order of the rules. */
export function equationsOf(cell: string, results: readonly RuleResult[]): RuleResult[] {
  return results.filter((result) => result.cells.includes(cell));
}

/** The printed total that the other cells of a failing equation should give: where a reader looks first. */
export function targetCellOf(result: RuleResult): string | null {
  return result.cells[result.cells.length - 1] ?? null;
}

/** One rule under a table with its results there. */
export interface EquationGroup {
  rule: ReconciliationRule;
  results: readonly RuleResult[];
}

/** Rules whose places are named by columns or rows, always listed in full; of the others only what does not hold. */
const LISTED_IN_FULL: readonly RuleId[] = ["R1", "R2", "R4", "R5", "R6"];

/** The equations under a table. A rule over the whole report stands with the table that it is about. */
export function equationGroups(table: FormTableId, results: readonly RuleResult[]): EquationGroup[] {
  return RECONCILIATION_RULES.flatMap((rule) => {
    const own = results.filter((result) => result.ruleId === rule.id && tablesOf(result).includes(table));
    return own.length === 0 ? [] : [{ rule, results: own }];
  });
}

/** R8 is about the words of the report and has a panel of its own. */
function tablesOf(result: RuleResult): readonly string[] {
  if (result.cells.length > 0) return [...new Set(result.cells.map((id) => id.slice(0, 2)))];
  if (result.ruleId === "R9") return ["t4"];
  if (result.ruleId === "R10") return [result.item.slice(0, 2)];
  return result.ruleId === "R7" ? ["t2", "t3", "t4"] : [];
}

/** The places that a group offers to choose: all of a short rule, else only those that do not hold. */
export function offeredResults({ rule, results }: EquationGroup): readonly RuleResult[] {
  if (LISTED_IN_FULL.includes(rule.id)) return results;
  return results.filter((result) => result.verdict !== "pass");
}

/** The equations written out: what fails, the total column, and what is chosen. */
export function writtenResults(group: EquationGroup, chosen: string | null): readonly RuleResult[] {
  return group.results.filter(
    (result) => result.verdict === "fail" || result.item === "total" || equationKey(result) === chosen,
  );
}
