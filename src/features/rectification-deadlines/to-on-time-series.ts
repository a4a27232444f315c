import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { RateBarRow, RateBarSeries } from "#charts/rate-bar-series.ts";
import { describeQuarter, type Quarter, shiftQuarter } from "#domain/quarter.ts";
import {
  type OnTimeMeasure,
  type OnTimeRate,
  type OnTimeView,
  onTimeRate,
  type RateBasis,
  type RectificationFact,
} from "#domain/rectification-facts.ts";
import { formatRate } from "#domain/share.ts";
import type { Unit } from "#domain/unit.ts";

/** A unit or a quarter with its rate and what stands beside the rate. */
export interface OnTimeEntry {
  id: string;
  /** In charts. */
  name: string;
  /** In tables and files. */
  fullName: string;
  standing: OnTimeRate;
}

export function basisOf(view: OnTimeView): RateBasis {
  return view === "quarterUnits" ? "units" : "cases";
}

/** Every unit that is picked, the worst rate first; of equal rates the one with more cases, then the fixed order. */
export function toUnitEntries(
  facts: readonly RectificationFact[],
  units: readonly Unit[],
  measure: OnTimeMeasure,
): OnTimeEntry[] {
  const byUnit = new Map<string, RectificationFact[]>();
  for (const fact of facts) {
    const own = byUnit.get(fact.unitId);
    if (own === undefined) byUnit.set(fact.unitId, [fact]);
    else own.push(fact);
  }
  return units
    .map((unit) => ({
      id: unit.id,
      name: unit.shortName,
      fullName: unit.name,
      standing: onTimeRate(byUnit.get(unit.id) ?? [], measure, "cases"),
    }))
    .sort((a, b) => shareOf(a) - shareOf(b) || sizeOf(b) - sizeOf(a));
}

function shareOf({ standing: { rate } }: OnTimeEntry): number {
  return rate === null ? 2 : rate.numerator / rate.denominator;
}

function sizeOf({ standing: { rate } }: OnTimeEntry): number {
  return rate?.denominator ?? 0;
}

/** Quarters that the rate is followed over. */
const SPAN = 8;

export function quartersBack(last: Quarter): Quarter[] {
  return Array.from({ length: SPAN }, (_, index) => shiftQuarter(last, index + 1 - SPAN));
}

/** Quarters in time order, from the first that has a case. */
export function toQuarterEntries(
  facts: readonly RectificationFact[],
  quarters: readonly Quarter[],
  measure: OnTimeMeasure,
  basis: RateBasis,
): OnTimeEntry[] {
  const known = new Set(facts.map((fact) => fact.quarter));
  const first = quarters.findIndex((quarter) => known.has(quarter));
  return (first === -1 ? [] : quarters.slice(first)).map((quarter) => ({
    id: quarter,
    name: describeQuarter(quarter),
    fullName: describeQuarter(quarter),
    standing: onTimeRate(
      facts.filter((fact) => fact.quarter === quarter),
      measure,
      basis,
    ),
  }));
}

/** Enough cases for a rate. */
export function hasRate({ standing: { rate } }: OnTimeEntry): boolean {
  return rate !== null && !rate.small;
}

export function toOnTimeSeries(entries: readonly OnTimeEntry[], hasList: boolean): RateBarSeries {
  return { rows: entries.map(toRow), countHead: "按时/计入", hasList };
}

function toRow(entry: OnTimeEntry): RateBarRow {
  const { rate, openOverdue } = entry.standing;
  const isRated = rate !== null && !rate.small;
  return {
    id: entry.id,
    name: entry.name,
    share: isRated ? rate.numerator / rate.denominator : null,
    rateText: rateText(entry),
    countText: countText(entry),
    openOverdueText: openOverdue === 0 ? "" : String(openOverdue),
    picked: false,
  };
}

export function rateText({ standing: { rate } }: OnTimeEntry): string {
  if (rate === null) return "——";
  return rate.small ? "样本少" : formatRate(rate);
}

export function countText({ standing: { rate } }: OnTimeEntry): string {
  return rate === null ? "0/0" : `${rate.numerator}/${rate.denominator}`;
}

/** Every entry, those without a rate too. */
export function toOnTimeTable(entries: readonly OnTimeEntry[], head: "单位" | "季度", whole: OnTimeRate): FigureTable {
  return {
    columns: [
      { key: "name", head, align: "left", kind: "text" },
      { key: "onTime", head: "按时", align: "right", kind: "number" },
      { key: "all", head: "计入", align: "right", kind: "number" },
      { key: "rate", head: "按时率", align: "right", kind: "percent" },
      { key: "openOverdue", head: "在办超期（不计入）", align: "right", kind: "number" },
      { key: "awaiting", head: "待复核（不计入）", align: "right", kind: "number" },
    ],
    rows: [
      ...entries.map(({ id, fullName, standing }): FigureRow => ({ id, cells: toCells(fullName, standing) })),
      { id: "total", isTotal: true, cells: toCells("合计", whole) },
    ],
  };
}

function toCells(name: string, { rate, openOverdue, awaitingRecheck }: OnTimeRate): Record<string, FigureCell> {
  return {
    name,
    onTime: rate?.numerator ?? 0,
    all: rate?.denominator ?? 0,
    rate: rateCell(rate),
    openOverdue,
    awaiting: awaitingRecheck,
  };
}

function rateCell(rate: OnTimeRate["rate"]): FigureCell {
  if (rate === null) return null;
  return rate.small ? "样本少" : rate.numerator / rate.denominator;
}
