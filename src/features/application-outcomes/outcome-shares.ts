import { apportion, scaleExactly } from "#domain/exact.ts";
import type { OutcomeGroup, OutcomeRow } from "#domain/outcome.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";

/** A share of fewer cases than this is not printed: one case more or less would move it by over 20 points. */
const SMALL_BASE = 5;

/**
 * Shares in tenths of a percent, one rounding for words, chart and table. The six groups add up to 100.0 (largest
 * remainder); the rows of a group are rounded half up, so that equal counts have equal shares.
 */
export interface OutcomeShares {
  groups: ReadonlyMap<OutcomeGroup, number>;
  rows: ReadonlyMap<OutcomeRow, number>;
}

/** null when a row says no number, is no count, or when the outcomes are too few for a share to mean anything. */
export function outcomeShares(totals: OutcomeTotals): OutcomeShares | null {
  const whole = totals.classified.value;
  if (whole === null || whole < SMALL_BASE) return null;
  if (totals.rows.some(({ figure }) => !isCount(figure.value))) return null;
  const groups = apportion(
    1000,
    totals.groups.map(({ figure }) => figure.value ?? 0),
  );
  const byGroup = new Map(totals.groups.map(({ key }, index) => [key, groups[index] ?? 0]));
  const rows = totals.rows.map(({ key, group, figure }): [OutcomeRow, number] => {
    const isWholeGroup = totals.rows.filter((row) => row.group === group).length === 1;
    return [key, isWholeGroup ? (byGroup.get(group) ?? 0) : scaleExactly(figure.value ?? 0, 1000, whole)];
  });
  return { groups: byGroup, rows: new Map(rows) };
}

function isCount(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value >= 0;
}

/** 406 → 40.6%; nothing where there is no share. */
export function formatShare(tenths: number | undefined): string {
  return tenths === undefined ? "" : `${(tenths / 10).toFixed(1)}%`;
}
