import type { StackedBarSegment, StackedBarSeries } from "#charts/stacked-bar-series.ts";
import { OUTCOME_GROUP } from "#domain/outcome.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";
import { formatFigure, type ReportFigure } from "#domain/report-cell.ts";

/**
 * 应办 (new and carried over) above 去向 (six outcomes in legal order, then carried forward, hatched).
 * An unexplained remainder is a gap in the shorter bar, so that both bars always have one length.
 */
export function toBalanceSeries(totals: OutcomeTotals): StackedBarSeries {
  const remainder = totals.unexplained ?? 0;
  const sources = [
    toSegment("newReceived", "本年新收", totals.newReceived, { kind: "plain", weight: 1 }),
    toSegment("carriedOver", "上年结转", totals.carriedOver, { kind: "plain", weight: 2 }),
    toGap("结果多列", -remainder),
  ];
  const outcomes = [
    ...totals.groups.map(({ key, figure }) =>
      toSegment(key, OUTCOME_GROUP[key].label, figure, { kind: "series", slot: OUTCOME_GROUP[key].slot }),
    ),
    toGap("未归类", remainder),
    toSegment("carriedForward", "结转下年度", totals.carriedForward, { kind: "nodata" }),
  ];
  const rows = [
    toRow("due", "应办", totals.due, sources),
    toRow("outcomes", "去向", totals.unexplained === null ? { value: null, text: "未报" } : totals.due, outcomes),
  ];
  return { rows, maximum: Math.max(1, ...rows.map((row) => lengthOf(row.segments))), unit: "件" };
}

function toRow(id: string, label: string, total: ReportFigure, segments: readonly StackedBarSegment[]) {
  const shown = segments.filter((segment) => segment.value > 0);
  return { id, label, totalText: total.value === null ? total.text : `${total.text} 件`, segments: shown };
}

function lengthOf(segments: readonly StackedBarSegment[]): number {
  return segments.reduce((sum, segment) => sum + segment.value, 0);
}

function toSegment(id: string, name: string, figure: ReportFigure, fill: StackedBarSegment["fill"]): StackedBarSegment {
  return { id, name, value: figure.value ?? 0, valueText: figure.text, fill };
}

/** Nothing when the difference is not positive: the gap then stands in the other bar. */
function toGap(name: string, difference: number): StackedBarSegment {
  return { id: "gap", name, value: difference, valueText: formatFigure(difference), fill: { kind: "gap" } };
}
