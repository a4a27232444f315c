import type { TrendSeries } from "#charts/trend-series.ts";
import { balanceOf } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { describeQuarter, labelQuarters, type Quarter, shiftQuarter } from "#domain/quarter.ts";

const QUARTERS_BACK = 8;

export function quartersBack(last: Quarter): Quarter[] {
  return Array.from({ length: QUARTERS_BACK }, (_, index) => shiftQuarter(last, index + 1 - QUARTERS_BACK));
}

const LINES = [
  { id: "received", name: "新收", fill: { kind: "plain", weight: 1 } },
  { id: "closed", name: "办结", fill: { kind: "plain", weight: 2 } },
  { id: "carriedForward", name: "期末在办", fill: { kind: "nodata" } },
] as const;

/** New, closed and open at the end, by quarter; before the ledger of the district begins there is a gap. */
export function toQuarterTrend(
  quarters: readonly Quarter[],
  district: readonly ApplicationFact[],
  unitIds: ReadonlySet<string>,
): TrendSeries {
  const known = new Set(district.map(({ quarter }) => quarter));
  const own = district.filter(({ unitId }) => unitIds.has(unitId));
  const first = quarters.findIndex((quarter) => known.has(quarter));
  const balances = quarters.map((quarter, index) => (first === -1 || index < first ? null : balanceOf(own, [quarter])));
  const lines = LINES.map(({ id, name, fill }) => {
    const values = balances.map((balance) => balance?.[id] ?? null);
    return { id, name, fill, values, valueTexts: values.map((value) => (value === null ? "无台账" : String(value))) };
  });
  const highest = Math.max(4, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return { labels: labelQuarters(quarters), lines, domain: [0, Math.ceil(highest * 1.1)], unit: "件", marks: [] };
}

/** "新收由 98 件（2024年四季度）到 112 件（2026年三季度），期末在办由 9 件到 11 件；最多的是 2025年二季度，新收 131 件。" */
export function describeQuarterTrend(series: TrendSeries, quarters: readonly Quarter[]): string {
  const [received, , open] = series.lines;
  const known = quarters.flatMap((quarter, index) => (received?.values[index] === null ? [] : [{ quarter, index }]));
  const [first] = known;
  const last = known[known.length - 1];
  if (received === undefined || open === undefined || first === undefined || last === undefined)
    return "台账里没有这些季度。";
  const at = (line: typeof received, { index }: typeof first) => line.values[index] ?? 0;
  if (first === last) return `只有${describeQuarter(last.quarter)}有台账，新收 ${at(received, last)} 件。`;
  const most = known.reduce((top, entry) => (at(received, entry) > at(received, top) ? entry : top));
  return `新收由 ${at(received, first)} 件（${describeQuarter(first.quarter)}）到 ${at(received, last)} 件（${describeQuarter(last.quarter)}），期末在办由 ${at(open, first)} 件到 ${at(open, last)} 件；新收最多的是${describeQuarter(most.quarter)}，${at(received, most)} 件。`;
}
