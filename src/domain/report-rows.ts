import type { AnnualReport } from "./annual-report.ts";

/** The same report with the cells of some rows only; no row named means all. What is left out is not blank: it was not asked for. */
export function onlyRows(report: AnnualReport, rows: readonly string[]): AnnualReport {
  if (rows.length === 0) return report;
  const wanted = new Set(rows);
  const cells = Object.fromEntries(Object.entries(report.cells).filter(([id]) => wanted.has(rowOf(id))));
  return { ...report, cells };
}

/** t3.refused.stateSecret.total → refused.stateSecret */
function rowOf(id: string): string {
  return id.slice(id.indexOf(".") + 1, id.lastIndexOf("."));
}
