import { apportion } from "#domain/exact.ts";
import type { OutcomeRow } from "#domain/outcome.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";

/** A share of fewer cases than this is not printed: one case more or less would move it by over 20 points. */
const SMALL_BASE = 5;

/** Shares in tenths of a percent; groups add up to 100.0 and the rows of a group to their group (largest remainder). */
export interface OutcomeShares {
  groups: readonly string[];
  rows: ReadonlyMap<OutcomeRow, string>;
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
  const rows = totals.groups.flatMap(({ key }, index) => {
    const own = totals.rows.filter((row) => row.group === key);
    const pieces = apportion(
      groups[index] ?? 0,
      own.map(({ figure }) => figure.value ?? 0),
    );
    return own.map((row, place): [OutcomeRow, string] => [row.key, toPercent(pieces[place] ?? 0)]);
  });
  return { groups: groups.map(toPercent), rows: new Map(rows) };
}

function isCount(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value >= 0;
}

function toPercent(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`;
}
