import type { ComputedReport } from "#domain/computed-report.ts";
import { formatFigureChange } from "#domain/report-cell.ts";
import type { CellComparison } from "#domain/report-comparison.ts";
import type { FormTableId } from "#domain/report-form.ts";
import { cellLabel } from "#domain/report-text-value.ts";

/** What a view says of one table: at the head of its finding, and in its note. */
export interface TableWords {
  finding: string;
  note: string;
}

export const NO_WORDS: TableWords = { finding: "", note: "" };

export function describeCounted({ countedTo, applications, disputes }: ComputedReport): string {
  return `台账计至 ${countedTo}，申请 ${applications} 件、复议诉讼 ${disputes} 件。`;
}

/** How many cells a sentence names; the form boxes all of them. */
const MOST_NAMES = 4;

/** "与台账对照 175 格，不同 2 格：（一）予以公开·法律服务机构 −1、（一）予以公开·总计 −1；" */
export function describeCompared(table: FormTableId, comparisons: readonly CellComparison[]): string {
  if (table === "t2") return "表二不在台账内，不对照；";
  const own = comparisons.filter(({ id }) => id.startsWith(`${table}.`));
  const differing = own.filter(({ verdict }) => verdict === "differs");
  const compared = own.filter(({ verdict }) => verdict === "same").length + differing.length;
  if (differing.length === 0) return `与台账对照 ${compared} 格，全部相同；`;
  const names = differing
    .slice(0, MOST_NAMES)
    .map(({ id, difference }) => `${cellLabel(id)} ${formatFigureChange(difference ?? 0)}`);
  const more = differing.length > MOST_NAMES ? "等" : "";
  return `与台账对照 ${compared} 格，不同 ${differing.length} 格：${names.join("、")}${more}；`;
}
