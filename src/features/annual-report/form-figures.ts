import type { GridLook } from "#charts/merged-grid.ts";
import type { AnnualReport, CellValue } from "#domain/annual-report.ts";
import { describeCell, formatFigure, formatFigureChange, numberOf, readCell } from "#domain/report-cell.ts";
import { type CellComparison, compareCell } from "#domain/report-comparison.ts";
import type { FormFigure, ReadFigure } from "./to-form-grid.ts";

const LOOK = {
  number: "plain",
  zero: "zero",
  annotated: "plain",
  blank: "missing",
  notApplicable: "dash",
  unreadable: "plain",
} as const satisfies Record<CellValue["kind"], GridLook>;

/** The cells of one report as they are printed. An annotated number stays words, so that no file loses its remark. */
export function readPrinted(report: AnnualReport): ReadFigure {
  return (id) => {
    const cell = readCell(report, id);
    const value = cell.kind === "annotated" ? null : numberOf(cell);
    return { text: describeCell(cell), value, look: LOOK[cell.kind] };
  };
}

/** The cells of the ledger's tables; table 二 is not in it. */
export function readComputed(computed: AnnualReport): ReadFigure {
  const read = readPrinted(computed);
  return (id) => (id.startsWith("t2.") ? { text: "台账不计", value: null, look: "missing" } : read(id));
}

/** Both at once: one figure where they agree, three in a box where they differ. */
export function readCompared(report: AnnualReport, computed: AnnualReport): ReadFigure {
  const read = readPrinted(report);
  return (id) => {
    const comparison = compareCell(report, computed, id);
    return comparison.verdict === "differs" ? toDiffering(comparison) : read(id);
  };
}

function toDiffering({ printed, computed, difference }: CellComparison): FormFigure {
  const text = [
    `报 ${describeCell(printed)}`,
    `算 ${computed === null ? "——" : formatFigure(computed)}`,
    `差 ${formatFigureChange(difference ?? 0)}`,
  ].join("\n");
  return { text, value: null, look: "differing" };
}
