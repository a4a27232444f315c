import type { FigurePicture } from "#charts/figure-spec.ts";
import type { RateBarSeries } from "#charts/rate-bar-series.ts";
import { type OnTimeMeasure, onTimeRate, type RectificationFact } from "#domain/rectification-facts.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, unitSideSchema } from "#domain/unit.ts";
import { describeUnitRates, MEASURE_SHORT } from "./describe-on-time.ts";
import { hasRate, type OnTimeEntry, toOnTimeSeries, toUnitEntries } from "./to-on-time-series.ts";

interface PictureWords {
  measure: OnTimeMeasure;
  /** 2026年三季度. */
  quarters: string;
  caption: string;
  /** The note under so many units without a rate. */
  noteOf: (few: number) => string;
}

/** One picture a side: both together may be longer than the page of a document. Each counts its own cases. */
export function toOnTimePictures(
  facts: readonly RectificationFact[],
  units: readonly Unit[],
  words: PictureWords,
): FigurePicture<RateBarSeries>[] {
  const sides = unitSideSchema.options.map((side) => {
    const own = units.filter((unit) => sideOf(unit) === side);
    const entries = toUnitEntries(facts, own, words.measure);
    return { label: UNIT_SIDE_LABEL[side], own, entries, rated: entries.filter(hasRate) };
  });
  if (sides.some(({ rated }) => rated.length === 0)) return [];
  return sides.map(({ label, own, entries, rated }) => ({
    suffix: label,
    title: `${label}${MEASURE_SHORT[words.measure]}（${words.quarters}，从低到高）`,
    finding: describeUnitRates(entries, wholeOf(facts, own, words.measure), words.measure),
    caption: `${words.caption} · ${label}`,
    note: words.noteOf(entries.length - rated.length),
    series: toOnTimeSeries(rated, false),
  }));
}

function wholeOf(
  facts: readonly RectificationFact[],
  units: readonly Unit[],
  measure: OnTimeMeasure,
): OnTimeEntry["standing"] {
  const ids = new Set(units.map(({ id }) => id));
  return onTimeRate(
    facts.filter(({ unitId }) => ids.has(unitId)),
    measure,
    "cases",
  );
}
