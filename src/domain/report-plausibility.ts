import type { AnnualReport } from "./annual-report.ts";
import { formatFigure, formatFigureChange, numberOf, readCell } from "./report-cell.ts";
import { type FormCell, formCells } from "./report-form.ts";
import { cellLabel } from "./report-text-value.ts";

/** Words of the flags, in the order of a list of them. */
export const PLAUSIBILITY_LABEL = {
  copyOfLastYear: "与上年雷同",
  copyOfOther: "与其他机关雷同",
  jump: "较上年突变",
  allZero: "全表为零",
  roundOnly: "数字过整",
} as const;
export type PlausibilityKind = keyof typeof PLAUSIBILITY_LABEL;

/** When a flag is raised. They are a desk's experience, not law: kept as data so that they can be changed in one place. */
export const PLAUSIBILITY_LIMITS = {
  copy: {
    /** Fewer non-zero figures than this are equal by chance: many units have one application a year. */
    minFigures: 5,
    /** Share of equal figures among those that are not 0 in at least one of the two. */
    minShare: 0.9,
  },
  jump: {
    /** Times more, or times less, than the year before. */
    ratio: 3,
    /** … and by at least this many, because 1 → 4 is no news. */
    step: 20,
  },
  round: {
    /** All figures that are not 0 are multiples of this … */
    multiple: 10,
    /** … and there are at least so many of them. */
    minFigures: 4,
  },
} as const;

/** A warning, never an error: real reports can be alike, jump or be zero, and then a note says why. */
export interface PlausibilityFlag {
  kind: PlausibilityKind;
  bodyId: string;
  bodyName: string;
  year: number;
  /** Cells that raised it; ids of the form. */
  cells: readonly string[];
  /** The reason with its numbers. */
  message: string;
}

export interface PlausibilityContext {
  /** The same body's report of the year before. */
  previous?: AnnualReport | undefined;
  /** Reports of other bodies of the same year. */
  others?: readonly AnnualReport[];
}

/** Raises the flags of a report. */
export function plausibilityFlags(report: AnnualReport, context: PlausibilityContext = {}): PlausibilityFlag[] {
  const { previous, others = [] } = context;
  const before = previous?.bodyId === report.bodyId && previous.year === report.year - 1 ? previous : null;
  return [
    ...(before === null ? [] : copyFlags("copyOfLastYear", report, before)),
    ...others
      .filter((other) => other.bodyId !== report.bodyId && other.year === report.year)
      .flatMap((other) => copyFlags("copyOfOther", report, other)),
    ...(before === null ? [] : jumpFlags(report, before)),
    ...allZeroFlags(report),
    ...roundFlags(report),
  ];
}

function flag(
  report: AnnualReport,
  kind: PlausibilityKind,
  cells: readonly string[],
  message: string,
): PlausibilityFlag {
  return { kind, bodyId: report.bodyId, bodyName: report.bodyName, year: report.year, cells, message };
}

interface Figure {
  cell: FormCell;
  value: number;
}

/**
 * Figures that say something of their own: sums follow from their parts, and the stock of documents, like last year's
 * carry-over, must repeat.
 */
function ownFigures(report: AnnualReport): Figure[] {
  return formCells(report.form).flatMap((cell) => {
    const value = numberOf(readCell(report, cell.id));
    return value === null || isDerived(cell) ? [] : [{ cell, value }];
  });
}

function isDerived({ row, column }: FormCell): boolean {
  return column.key === "total" || row.key === "outcomeTotal" || column.key === "inForce" || row.key === "carriedOver";
}

function copyFlags(
  kind: "copyOfLastYear" | "copyOfOther",
  report: AnnualReport,
  other: AnnualReport,
): PlausibilityFlag[] {
  if (report.form !== other.form) return [];
  const { minFigures, minShare } = PLAUSIBILITY_LIMITS.copy;
  const pairs = ownFigures(report).flatMap(({ cell, value }) => {
    const against = numberOf(readCell(other, cell.id));
    return against === null || (value === 0 && against === 0) ? [] : [{ cell, equal: value === against }];
  });
  const equal = pairs.filter((pair) => pair.equal);
  const share = equal.length / pairs.length;
  if (equal.length < minFigures || share < minShare) return [];
  const whose = kind === "copyOfLastYear" ? ` ${other.year} 年` : `${other.bodyName}同年`;
  const percent = `${Math.round(share * 1000) / 10}%`;
  const message = `与${whose}的表有 ${equal.length}/${pairs.length} 个非零数相同（${percent}），请核对是否误用了旧表或他表`;
  return [
    flag(
      report,
      kind,
      equal.map((pair) => pair.cell.id),
      message,
    ),
  ];
}

/** Totals and whole rows are watched; the columns of applicants would say the same thing again. */
function isWatched({ table, row, column }: FormCell): boolean {
  if (table === "t3") return column.key === "total" && row.key !== "outcomeTotal" && row.key !== "carriedOver";
  return table === "t4" ? column.key === "total" : true;
}

function jumpFlags(report: AnnualReport, before: AnnualReport): PlausibilityFlag[] {
  const { ratio, step } = PLAUSIBILITY_LIMITS.jump;
  return formCells(report.form)
    .filter(isWatched)
    .flatMap((cell) => {
      const now = numberOf(readCell(report, cell.id));
      const then = numberOf(readCell(before, cell.id));
      if (now === null || then === null) return [];
      const difference = now - then;
      const times = Math.max(now, then) / Math.max(Math.min(now, then), 1);
      if (Math.abs(difference) < step || times < ratio) return [];
      const size = Math.min(now, then) === 0 ? "" : `，${formatFigure(Math.round(times * 10) / 10)} 倍之差`;
      const message = `${cellLabel(cell.id)}由 ${before.year} 年 ${formatFigure(then)} 变为 ${formatFigure(now)}（${formatFigureChange(difference)}${size}），请说明原因`;
      return [flag(report, "jump", [cell.id], message)];
    });
}

function allZeroFlags(report: AnnualReport): PlausibilityFlag[] {
  const figures = formCells(report.form).flatMap((cell) => {
    const value = numberOf(readCell(report, cell.id));
    return value === null ? [] : [{ cell, value }];
  });
  if (figures.length === 0 || figures.some(({ value }) => value !== 0)) return [];
  const message = `三张表有数的 ${figures.length} 格全部为 0，请确认不是漏填`;
  return [
    flag(
      report,
      "allZero",
      figures.map(({ cell }) => cell.id),
      message,
    ),
  ];
}

function roundFlags(report: AnnualReport): PlausibilityFlag[] {
  const { multiple, minFigures } = PLAUSIBILITY_LIMITS.round;
  const figures = ownFigures(report).filter(({ value }) => value !== 0);
  if (figures.length < minFigures || figures.some(({ value }) => value % multiple !== 0)) return [];
  const message = `${figures.length} 个非零数都是 ${multiple} 的整数倍，像是估计数，请核对`;
  return [
    flag(
      report,
      "roundOnly",
      figures.map(({ cell }) => cell.id),
      message,
    ),
  ];
}
