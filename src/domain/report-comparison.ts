import type { AnnualReport, CellValue } from "./annual-report.ts";
import { addExactly, numberOf, readCell } from "./report-cell.ts";
import { formCells } from "./report-form.ts";

/**
 * same and differs need a number on both sides. unjudged: the report leaves the cell blank, prints —— or words, which
 * are neither right nor wrong. notComputed: the ledger says nothing about the cell, as about table 二.
 */
export type ComparisonVerdict = "same" | "differs" | "unjudged" | "notComputed";

/** One cell of a report against the same cell computed from the ledger. */
export interface CellComparison {
  id: string;
  printed: CellValue;
  computed: number | null;
  /** printed − computed; null unless both are numbers. */
  difference: number | null;
  verdict: ComparisonVerdict;
}

export function compareCell(report: AnnualReport, computed: AnnualReport, id: string): CellComparison {
  const printed = readCell(report, id);
  const ours = numberOf(readCell(computed, id));
  const theirs = numberOf(printed);
  if (ours === null) return { id, printed, computed: null, difference: null, verdict: "notComputed" };
  if (theirs === null) return { id, printed, computed: ours, difference: null, verdict: "unjudged" };
  const difference = addExactly([theirs, -ours]);
  return { id, printed, computed: ours, difference, verdict: difference === 0 ? "same" : "differs" };
}

/** Every cell of the form, in printed order. */
export function compareReports(report: AnnualReport, computed: AnnualReport): CellComparison[] {
  return formCells(report.form).map(({ id }) => compareCell(report, computed, id));
}
