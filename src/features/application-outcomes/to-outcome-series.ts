import type { BarListRow, BarListSeries } from "#charts/bar-list-series.ts";
import { OUTCOME_GROUP } from "#domain/outcome.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";
import type { ReportFigure } from "#domain/report-cell.ts";
import { formatShare, outcomeShares } from "./outcome-shares.ts";

/**
 * Outcomes in legal order, each group with its rows under it. Last year is the outline where the
 * row existed: the trial form has one row for 其他处理, so its three rows of today have no base.
 */
export function toOutcomeSeries(totals: OutcomeTotals, base: OutcomeTotals | null): BarListSeries {
  const shares = outcomeShares(totals);
  const rows = totals.groups.flatMap(({ key, figure }): BarListRow[] => {
    const { label, slot } = OUTCOME_GROUP[key];
    const fill = { kind: "series", slot } as const;
    const baseGroup = base?.groups.find((group) => group.key === key)?.figure;
    const group = toRow(key, label, 0, figure, baseGroup, formatShare(shares?.groups.get(key)), fill);
    const own = totals.rows.filter((row) => row.group === key);
    if (own.length === 1) return [group];
    const leaves = own.map((row) => {
      const baseRow = base?.rows.find((other) => other.key === row.key)?.figure;
      return toRow(row.key, row.label, 1, row.figure, baseRow, formatShare(shares?.rows.get(row.key)), fill);
    });
    return [group, ...leaves];
  });
  const maximum = Math.max(1, ...rows.flatMap((row) => [row.value, row.base?.value ?? 0]));
  return { rows, maximum, unit: "件" };
}

function toRow(
  id: string,
  label: string,
  indent: 0 | 1,
  figure: ReportFigure,
  base: ReportFigure | undefined,
  shareText: string,
  fill: BarListRow["fill"],
): BarListRow {
  return {
    id,
    label,
    indent,
    value: Math.max(0, figure.value ?? 0),
    valueText: figure.text,
    shareText,
    runningText: "",
    base: base?.value == null ? null : { value: Math.max(0, base.value), valueText: base.text },
    fill,
    picked: false,
  };
}
