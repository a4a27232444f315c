import type { FigureTable } from "#charts/figure-spec.ts";
import type { RateBarSeries } from "#charts/rate-bar-series.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import { type OnTimeRate, onTimeRate, type RectificationFact } from "#domain/rectification-facts.ts";
import { formatRate, type Rate } from "#domain/share.ts";

/** A quarter with its rate, in the measure that the page of rectification opens with: verified cases. */
export interface QuarterRate {
  quarter: Quarter;
  standing: OnTimeRate;
}

/** Quarters in time order, from the first that has a case. */
export function toQuarterRates(facts: readonly RectificationFact[], quarters: readonly Quarter[]): QuarterRate[] {
  const known = new Set(facts.map((fact) => fact.quarter));
  const first = quarters.findIndex((quarter) => known.has(quarter));
  return (first < 0 ? [] : quarters.slice(first)).map((quarter) => ({
    quarter,
    standing: onTimeRate(
      facts.filter((fact) => fact.quarter === quarter),
      "verified",
      "cases",
    ),
  }));
}

export function toRateBars(rates: readonly QuarterRate[]): RateBarSeries {
  return {
    rows: rates.map(({ quarter, standing: { rate, openOverdue } }) => ({
      id: quarter,
      name: describeQuarter(quarter),
      share: rate === null || rate.small ? null : rate.numerator / rate.denominator,
      rateText: rateText(rate),
      countText: rate === null ? "0/0" : `${rate.numerator}/${rate.denominator}`,
      openOverdueText: openOverdue === 0 ? "" : String(openOverdue),
      picked: false,
    })),
    countHead: "按时/通过",
    hasList: false,
  };
}

export function rateText(rate: Rate | null): string {
  if (rate === null) return "——";
  return rate.small ? "样本少" : formatRate(rate);
}

export function toRateTable(rates: readonly QuarterRate[]): FigureTable {
  return {
    columns: [
      { key: "quarter", head: "季度", align: "left", kind: "text" },
      { key: "onTime", head: "按时", align: "right", kind: "number" },
      { key: "all", head: "复核通过", align: "right", kind: "number" },
      { key: "rate", head: "按时整改率", align: "right", kind: "percent" },
      { key: "open", head: "在办超期（不计入）", align: "right", kind: "number" },
    ],
    rows: rates.map(({ quarter, standing: { rate, openOverdue } }) => ({
      id: quarter,
      cells: {
        quarter: describeQuarter(quarter),
        onTime: rate?.numerator ?? 0,
        all: rate?.denominator ?? 0,
        rate: rate === null || rate.small ? rateText(rate) : rate.numerator / rate.denominator,
        open: openOverdue,
      },
    })),
  };
}
