import type { AnnualReport } from "./annual-report.ts";
import type { ReconciliationRule } from "./reconciliation-rules.ts";
import { addExactly, formatFigure, formatFigureChange, numberOf, readCell } from "./report-cell.ts";
import { type Place, placesOf } from "./rule-place.ts";
import { notAssessable, type RuleResult } from "./rule-result.ts";

/** R7: each cell of a roll-up against the sum of the units' cells. A unit's own report has nothing to roll up. */
export function checkRollUp(
  rule: ReconciliationRule,
  report: AnnualReport,
  parts: readonly AnnualReport[],
): RuleResult[] {
  if (report.level !== "rollUp") return [];
  const whole = { item: "", where: "全表" };
  if (parts.length === 0) return [notAssessable(rule, whole, [], "没有各单位的报告，不能判定")];
  const stray = parts.find((part) => part.year !== report.year || part.form !== report.form);
  if (stray !== undefined) {
    return [notAssessable(rule, whole, [], `${stray.bodyName} ${stray.year} 年报告与汇总不同年或不同格式，不能判定`)];
  }
  return placesOf("cell", report).map((place) => checkRollUpCell(rule, place, report, parts));
}

function checkRollUpCell(
  rule: ReconciliationRule,
  place: Place,
  report: AnnualReport,
  parts: readonly AnnualReport[],
): RuleResult {
  const total = numberOf(readCell(report, place.item));
  const units = parts.map((part) => ({
    bodyId: part.bodyId,
    bodyName: part.bodyName,
    value: numberOf(readCell(part, place.item)),
  }));
  const unknown = units.filter((unit) => unit.value === null);
  if (total === null) return notAssessable(rule, place, [place.item], "汇总没有数字，不能判定");
  if (unknown.length > 0) {
    const names = firstNames(unknown.map((unit) => unit.bodyName));
    return { ...notAssessable(rule, place, [place.item], `${names}没有数字，不能判定`), units: unknown };
  }
  const sum = addExactly(units.map((unit) => unit.value ?? 0));
  const difference = addExactly([sum, -total]);
  const named = difference === 0 ? [] : differingUnits(units, difference);
  const names = firstNames(named.map((unit) => `${unit.bodyName} ${formatFigure(unit.value ?? 0)}`));
  const gap = difference === 0 ? "" : `，差 ${formatFigureChange(difference)}${names && `（涉及${names}）`}`;
  return {
    ruleId: rule.id,
    severity: rule.severity,
    ...place,
    verdict: difference === 0 ? "pass" : "fail",
    left: sum,
    right: total,
    difference,
    cells: [place.item],
    units: named,
    message: `${place.where}：${parts.length} 家单位之和 ${formatFigure(sum)}，汇总 ${formatFigure(total)}${gap}`,
  };
}

/** Names on one line; `units` of the result holds them all. */
function firstNames(names: readonly string[]): string {
  return names.length <= 4 ? names.join("、") : `${names.slice(0, 3).join("、")}等 ${names.length} 家`;
}

/** A unit whose own figure equals the difference was probably left out or counted twice; else every unit with a figure. */
function differingUnits(units: RuleResult["units"], difference: number): RuleResult["units"] {
  const exact = units.filter((unit) => unit.value === Math.abs(difference));
  return exact.length > 0 ? exact : units.filter((unit) => unit.value !== 0);
}
