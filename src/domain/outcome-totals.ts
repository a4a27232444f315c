import type { AnnualReport } from "./annual-report.ts";
import {
  type ApplicantColumn,
  OUTCOME_GROUPS,
  OUTCOME_ROW,
  type OutcomeGroup,
  type OutcomeRow,
  outcomeRowsOf,
} from "./outcome.ts";
import { checkReport } from "./reconciliation.ts";
import { RECONCILIATION_RULES } from "./reconciliation-rules.ts";
import { addExactly, type ReportFigure, sumCells } from "./report-cell.ts";
import { cellId } from "./report-form.ts";
import type { RuleResult } from "./rule-result.ts";

/** One column of table 三 as figures. A figure without a value rests on a cell that says no number. */
export interface OutcomeTotals {
  newReceived: ReportFigure;
  carriedOver: ReportFigure;
  /** 应办: first item plus second item. */
  due: ReportFigure;
  rows: readonly { key: OutcomeRow; group: OutcomeGroup; label: string; figure: ReportFigure }[];
  groups: readonly { key: OutcomeGroup; figure: ReportFigure }[];
  /** （七）总计 as printed. */
  closed: ReportFigure;
  /** Sum of all outcome rows; the denominator of shares. */
  classified: ReportFigure;
  carriedForward: ReportFigure;
  /** due − classified − carriedForward: below 0 when more outcomes are listed than were due; null when not assessable. */
  unexplained: number | null;
}

/** Reads one column of table 三: what was due and what became of it. */
export function outcomeTotals(report: AnnualReport, column: ApplicantColumn = "total"): OutcomeTotals {
  const figure = (...rows: string[]) =>
    sumCells(
      report,
      rows.map((row) => cellId("t3", row, column)),
    );
  const keys = outcomeRowsOf(report.form);
  const due = figure("newReceived", "carriedOver");
  const classified = figure(...keys);
  const carriedForward = figure("carriedForward");
  const left = [due.value, negated(classified.value), negated(carriedForward.value)].filter((value) => value !== null);
  return {
    newReceived: figure("newReceived"),
    carriedOver: figure("carriedOver"),
    due,
    rows: keys.map((key) => ({ key, ...OUTCOME_ROW[key], figure: figure(key) })),
    groups: OUTCOME_GROUPS.map((key) => ({
      key,
      figure: figure(...keys.filter((row) => OUTCOME_ROW[row].group === key)),
    })),
    closed: figure("outcomeTotal"),
    classified,
    carriedForward,
    unexplained: left.length === 3 ? addExactly(left) : null,
  };
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

/** One year of the carry-over chain of a body. */
export interface CarryOverLink {
  year: number;
  carriedOver: ReportFigure;
  newReceived: ReportFigure;
  closed: ReportFigure;
  carriedForward: ReportFigure;
  /** R5 of the total column: does this year start with what the year before left. */
  check: RuleResult | null;
}

const CARRY_OVER_RULE = RECONCILIATION_RULES.filter((rule) => rule.id === "R5");

/** The chain 结转下年度 → 上年结转 over a body's reports, oldest first. */
export function carryOverChain(reports: readonly AnnualReport[]): CarryOverLink[] {
  return [...reports]
    .sort((a, b) => a.year - b.year)
    .map((report) => {
      const { carriedOver, newReceived, closed, carriedForward } = outcomeTotals(report);
      const previous = reports.find((other) => other.bodyId === report.bodyId && other.year === report.year - 1);
      const results = checkReport(report, previous === undefined ? {} : { previous }, CARRY_OVER_RULE);
      const check = results.find((result) => result.item === "total") ?? null;
      return { year: report.year, carriedOver, newReceived, closed, carriedForward, check };
    });
}
