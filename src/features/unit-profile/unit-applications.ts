import type { AnnualReport } from "#domain/annual-report.ts";
import { balanceOf, replyRate } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { OUTCOME_GROUP, OUTCOME_GROUPS, OUTCOME_ROW } from "#domain/outcome.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { describeQuarterShort, describeQuarters, type Quarter, yearOf } from "#domain/quarter.ts";

/** A unit's applications as figures of text: from the ledger where there is one, else from its annual report. */
export interface UnitApplications {
  /** 2026年一至三季度, or 2025 年报 */
  period: string;
  received: string;
  carriedOver: string;
  due: string;
  closed: string;
  carriedForward: string;
  outcomes: readonly { id: string; label: string; text: string }[];
  /** 12/12; null where the source does not say. */
  onTime: string | null;
}

/** The quarters of the year up to the one looked at: a single quarter of one unit holds a handful at most. */
export function fromLedger(facts: readonly ApplicationFact[], quarters: readonly Quarter[]): UnitApplications {
  const balance = balanceOf(facts, quarters);
  const counts = OUTCOME_GROUPS.map((key) => ({
    key,
    count: facts
      .filter(
        ({ quarter, outcome }) => quarters.includes(quarter) && outcome !== null && OUTCOME_ROW[outcome].group === key,
      )
      .reduce((sum, { received, carriedOver }) => sum + received + carriedOver, 0),
  }));
  const { rate } = replyRate(facts, quarters);
  return {
    period: describeSpan(quarters),
    received: String(balance.received),
    carriedOver: String(balance.carriedOver),
    due: String(balance.received + balance.carriedOver),
    closed: String(balance.closed),
    carriedForward: String(balance.carriedForward),
    outcomes: counts
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => ({ id: key, label: OUTCOME_GROUP[key].label, text: String(count) })),
    onTime: rate === null ? null : `${rate.numerator}/${rate.denominator}`,
  };
}

/** 2026年一至三季度: shorter than three names, for the head of a narrow list. */
function describeSpan(quarters: readonly Quarter[]): string {
  const last = quarters[quarters.length - 1];
  if (last === undefined || quarters.length === 1 || quarters.length === 4) return describeQuarters(quarters);
  return `${yearOf(last)}年一至${describeQuarterShort(last)}`;
}

export function fromReport(report: AnnualReport): UnitApplications {
  const { newReceived, carriedOver, due, closed, carriedForward, groups } = outcomeTotals(report);
  return {
    period: `${report.year} 年报`,
    received: newReceived.text,
    carriedOver: carriedOver.text,
    due: due.text,
    closed: closed.text,
    carriedForward: carriedForward.text,
    outcomes: groups
      .filter(({ figure }) => figure.value !== 0)
      .map(({ key, figure }) => ({ id: key, label: OUTCOME_GROUP[key].label, text: figure.text })),
    onTime: null,
  };
}
