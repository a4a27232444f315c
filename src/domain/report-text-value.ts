import type { AnnualReport } from "./annual-report.ts";
import { addExactly, describeCell, numberOf, readCell } from "./report-cell.ts";
import { formCells, isFormCell } from "./report-form.ts";
import type { RatePlan, ReadingPlan } from "./report-text-readings.ts";

/** One way to understand a number, with what the table says under it. */
export interface TextReading {
  /** 口径 in words. */
  name: string;
  plain: boolean;
  cells: readonly string[];
  /** null when the table has no such number; `missing` says why. */
  value: number | null;
  missing: string;
}

const CELL_LABEL = new Map(
  (["2019", "2021"] as const).flatMap((form) =>
    formCells(form).map(
      (cell) => [cell.id, `${cell.row.label.replace(/（区分处理.*）$/u, "")}·${cell.column.label}`] as const,
    ),
  ),
);

/** 三、予以公开·总计: how a cell is named where it stands alone. */
export function cellLabel(id: string): string {
  return CELL_LABEL.get(id) ?? id;
}

/** Why a sum cannot be made, or empty when it can. */
function obstacle(report: AnnualReport, cells: readonly string[]): string {
  const unprinted = cells.find((id) => !isFormCell(report.form, id));
  if (unprinted !== undefined) return report.form === "2019" ? "试行格式没有这一栏" : "表样没有这一栏";
  const unread = cells.find((id) => numberOf(readCell(report, id)) === null);
  if (unread === undefined) return "";
  const cell = readCell(report, unread);
  return `${cellLabel(unread)}${cell.kind === "blank" ? "未报" : `填的是“${describeCell(cell)}”`}`;
}

export function cellsOf(plan: ReadingPlan): readonly string[] {
  return [...new Set([...plan.plus, ...(plan.minus ?? [])])];
}

/** What the table says under a plan: cells added, cells taken away. */
export function readSum(plan: ReadingPlan, report: AnnualReport): TextReading {
  const cells = cellsOf(plan);
  const missing = obstacle(report, cells);
  const figure = (id: string) => numberOf(readCell(report, id)) ?? 0;
  const value = addExactly([...plan.plus.map(figure), ...(plan.minus ?? []).map((id) => -figure(id))]);
  return { name: plan.name, plain: plan.plain, cells, value: missing === "" ? value : null, missing };
}

const percentOf = (part: number, whole: number) => (part / whole) * 100;

/** A rate in percent; a denominator of 0 makes no rate. */
export function readRate(plan: RatePlan, report: AnnualReport): TextReading {
  const [part, whole] = [readSum(plan.numerator, report), readSum(plan.denominator, report)];
  const cells = [...new Set([...part.cells, ...whole.cells])];
  const counts = `${part.value ?? "—"}/${whole.value ?? "—"}`;
  const base = { name: `${plan.name}（${counts}）`, plain: plan.plain, cells };
  if (part.value === null || whole.value === null) {
    return { ...base, value: null, missing: part.missing === "" ? whole.missing : part.missing };
  }
  if (whole.value === 0) return { ...base, value: null, missing: "分母为 0" };
  return { ...base, value: percentOf(part.value, whole.value), missing: "" };
}

/** The share that a number of the text has in a figure of the table. */
export function readShare(
  part: { value: number; cells: readonly string[] },
  of: ReadingPlan,
  report: AnnualReport,
): TextReading {
  const whole = readSum(of, report);
  const base = {
    name: `占${of.name}的比例（${part.value}/${whole.value ?? "—"}）`,
    plain: of.plain,
    cells: [...new Set([...part.cells, ...whole.cells])],
  };
  if (whole.value === null) return { ...base, value: null, missing: whole.missing };
  if (whole.value === 0) return { ...base, value: null, missing: "分母为 0" };
  return { ...base, value: percentOf(part.value, whole.value), missing: "" };
}

/** Change against the report of the year before, in percent or as a difference. */
export function readChange(
  plan: ReadingPlan,
  report: AnnualReport,
  previous: AnnualReport | null,
  inPercent: boolean,
): TextReading {
  const now = readSum(plan, report);
  const base = { name: `${plan.name}同比`, plain: plan.plain, cells: now.cells };
  if (previous === null) return { ...base, value: null, missing: `没有 ${report.year - 1} 年的报告` };
  const before = readSum(plan, previous);
  const named = { ...base, name: `${plan.name}同比（${before.value ?? "—"}→${now.value ?? "—"}）` };
  if (now.value === null || before.value === null) {
    return { ...named, value: null, missing: now.missing === "" ? `上年${before.missing}` : now.missing };
  }
  const difference = addExactly([now.value, -before.value]);
  if (!inPercent) return { ...named, value: difference, missing: "" };
  if (before.value === 0) return { ...named, value: null, missing: "上年为 0，没有增幅" };
  return { ...named, value: percentOf(difference, before.value), missing: "" };
}
