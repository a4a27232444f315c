import type { AnnualReport, CellValue } from "./annual-report.ts";
import { checkFormat } from "./format-check.ts";
import { RECONCILIATION_RULES, type ReconciliationRule, type RuleTerm } from "./reconciliation-rules.ts";
import { addExactly, describeCell, formatFigure, formatFigureChange, numberOf, readCell } from "./report-cell.ts";
import { isFormCell } from "./report-form.ts";
import type { TextFinding } from "./report-text-check.ts";
import { checkText } from "./report-text-rule.ts";
import { checkRollUp } from "./roll-up-check.ts";
import { expand, type Place, placesOf } from "./rule-place.ts";
import { notAssessable, type RuleResult } from "./rule-result.ts";

/** Reports that some rules need beside the one that is checked. */
export interface CheckContext {
  /** The same body's report of the year before. */
  previous?: AnnualReport;
  /** The units' reports under a roll-up. */
  parts?: readonly AnnualReport[];
  /** What the report's text says, number by number; absent while no text is at hand. */
  textFindings?: readonly TextFinding[];
}

/** Runs the rules in order. A rule that touches a blank, dashed or unreadable cell is notAssessable, never pass or fail. */
export function checkReport(
  report: AnnualReport,
  context: CheckContext = {},
  rules: readonly ReconciliationRule[] = RECONCILIATION_RULES,
): RuleResult[] {
  return rules.flatMap((rule) => checkRule(rule, report, context));
}

/** The rules that judge table 三. */
const APPLICATION_RULES = RECONCILIATION_RULES.filter((rule) => ["R1", "R2", "R3", "R5"].includes(rule.id));

/** Results of the rules over table 三, with the year before where there is one. */
export function checkApplications(report: AnnualReport, previous: AnnualReport | null): RuleResult[] {
  return checkReport(report, previous === null ? {} : { previous }, APPLICATION_RULES);
}

function checkRule(rule: ReconciliationRule, report: AnnualReport, context: CheckContext): RuleResult[] {
  const { relation } = rule;
  switch (relation.kind) {
    case "equal": {
      const check = (place: Place) => checkEquation(rule, relation.left, relation.right, place, report, context);
      return placesOf(rule.scope, report).map(check);
    }
    case "rollUp":
      return checkRollUp(rule, report, context.parts ?? []);
    case "format":
      return checkFormat(rule, report);
    case "text":
      return checkText(rule, context.textFindings);
    case "needsMore":
      return [notAssessable(rule, { item: "", where: "全表" }, [], `${relation.missing}，不能判定`)];
  }
}

interface ReadTerm {
  term: RuleTerm;
  cells: readonly { id: string; value: CellValue; printed: boolean }[];
}

function readTerm(term: RuleTerm, place: Place, report: AnnualReport): ReadTerm {
  const cells = expand(term.cells, place.item, report).map((id) => ({
    id,
    value: readCell(report, id),
    printed: isFormCell(report.form, id),
  }));
  return { term, cells };
}

/** Why the terms cannot be added, or null when they can. */
function obstacle(terms: readonly ReadTerm[]): string | null {
  const all = terms.flatMap(({ term, cells }) => cells.map((cell) => ({ ...cell, term })));
  const unprinted = all.find((cell) => !cell.printed);
  if (unprinted !== undefined) {
    return `${unprinted.term.lastYear ? "上年" : "本年"}用试行格式，没有“${unprinted.term.name}”一栏`;
  }
  const bad = all.filter((cell) => numberOf(cell.value) === null);
  const [first] = bad;
  if (first === undefined) return null;
  const text = first.value.kind === "blank" ? "未报" : `填的是“${describeCell(first.value)}”`;
  const what = `${first.term.lastYear ? "上年" : ""}${first.term.name}`;
  return bad.length === 1 ? `${what}${text}` : `${what}等 ${bad.length} 格没有数字`;
}

function sumOfTerm({ term, cells }: ReadTerm): number {
  const sum = addExactly(cells.map((cell) => numberOf(cell.value) ?? 0));
  return term.minus ? -sum : sum;
}

/** 第一项 24 + 第二项 0 = 24; a term of many cells lists its numbers, without the zeros when there are more than six. */
function describeSide(terms: readonly ReadTerm[], year: number): string {
  const parts = terms.map(({ term, cells }, index) => {
    const numbers = cells.map((cell) => numberOf(cell.value) ?? 0);
    const shown = numbers.length > 6 ? numbers.filter((value) => value !== 0) : numbers;
    const text = shown.map(formatFigure).join(" + ") || "0";
    const sign = term.minus ? " − " : " + ";
    return `${index === 0 ? "" : sign}${term.lastYear ? `${year - 1} 年` : ""}${term.name}${term.name.endsWith("）") ? "" : " "}${text}`;
  });
  const several = terms.length > 1 || (terms[0]?.cells.length ?? 0) > 1;
  return `${parts.join("")}${several ? ` = ${formatFigure(addExactly(terms.map(sumOfTerm)))}` : ""}`;
}

function checkEquation(
  rule: ReconciliationRule,
  left: readonly RuleTerm[],
  right: readonly RuleTerm[],
  place: Place,
  report: AnnualReport,
  { previous }: CheckContext,
): RuleResult {
  const terms = [...left, ...right];
  const cells = terms.filter((term) => !term.lastYear).flatMap((term) => expand(term.cells, place.item, report));
  const before = previous?.bodyId === report.bodyId && previous.year === report.year - 1 ? previous : null;
  if (before === null && terms.some((term) => term.lastYear)) {
    return notAssessable(rule, place, cells, `没有 ${report.year - 1} 年的报告，不能判定`);
  }
  const read = (term: RuleTerm) => readTerm(term, place, term.lastYear && before !== null ? before : report);
  const [leftTerms, rightTerms] = [left.map(read), right.map(read)];
  const reason = obstacle([...leftTerms, ...rightTerms]);
  if (reason !== null) return notAssessable(rule, place, cells, `${reason}，不能判定`);
  const [leftSum, rightSum] = [addExactly(leftTerms.map(sumOfTerm)), addExactly(rightTerms.map(sumOfTerm))];
  const difference = addExactly([leftSum, -rightSum]);
  const sides = `${describeSide(leftTerms, report.year)}，${describeSide(rightTerms, report.year)}`;
  return {
    ruleId: rule.id,
    severity: rule.severity,
    ...place,
    verdict: difference === 0 ? "pass" : "fail",
    left: leftSum,
    right: rightSum,
    difference,
    cells,
    units: [],
    message: `${place.where}：${sides}${difference === 0 ? "" : `，差 ${formatFigureChange(difference)}`}`,
  };
}
