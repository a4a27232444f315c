import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { RateBarChart, rateBarChartHeight } from "#charts/rate-bar-chart.tsx";
import { rateBarFreeBox } from "#charts/rate-bar-layout.ts";
import type { Filters, ResolvedFilters } from "#domain/filters.ts";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import {
  ON_TIME_MEASURE_LABEL,
  type OnTimeMeasure,
  type OnTimeView,
  onTimeRate,
  RATE_BASIS_LABEL,
} from "#domain/rectification-facts.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import { DataTable } from "#ui/data-table.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { describeCasePicks } from "./describe-case-picks.ts";
import { describeQuarterRates, describeUnitRates, MEASURE_SHORT } from "./describe-on-time.ts";
import { toOnTimePictures } from "./on-time-pictures.ts";
import {
  basisOf,
  countText,
  hasRate,
  type OnTimeEntry,
  quartersBack,
  toOnTimeSeries,
  toOnTimeTable,
  toQuarterEntries,
  toUnitEntries,
} from "./to-on-time-series.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { useRectificationFacts, type ViewProps } from "./use-rectification-view.ts";

const VIEWS = [
  { value: "units", label: "各单位" },
  { value: "quarterCases", label: "各季度（按件）" },
  { value: "quarterUnits", label: "各季度（按单位）" },
] as const;

const MEASURES = [
  { value: "verified", label: "复核通过", title: ON_TIME_MEASURE_LABEL.verified },
  { value: "firstReport", label: "首次报告", title: ON_TIME_MEASURE_LABEL.firstReport },
] as const;

const LEGEND: readonly LegendItem[] = [
  { kind: "fill", label: "按时", fill: { kind: "plain", weight: 2 } },
  { kind: "fill", label: "逾期", fill: { kind: "overdue" } },
];

interface OnTimeFigureProps extends ViewProps {
  /** The choice shown is not yet the one chosen. */
  stale: boolean;
  /** What is shown, one step behind what is chosen. */
  view: OnTimeView;
  measure: OnTimeMeasure;
  chosenView: OnTimeView;
  chosenMeasure: OnTimeMeasure;
  changeFilters: (patch: Partial<Filters>) => void;
}

/** How many kept their limit, by unit or by quarter; the measure and the basis are chosen and named. */
export const OnTimeFigure = memo(function OnTimeFigure(props: OnTimeFigureProps) {
  const { register, filters, stale, view, measure, changeFilters } = props;
  const shown = useOnTime(register.units, filters, view, measure);
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(shown.quarters, useRuleVersions()));
  const isByUnit = view === "units";
  const quarters = isByUnit ? describeQuarters(filters.quarters) : "";
  const caption = `${describeFilters(filters, register.units, { parts: isByUnit ? ["quarters", "units"] : ["units"] })}${describeCasePicks({ ...filters, caseStates: [] })} · ${MEASURE_SHORT[measure]} · ${RATE_BASIS_LABEL[basisOf(view)]}`;
  const noteOf = (few: number) => describeNote(measure, view, few);
  return (
    <Figure
      chartKey="rectification-on-time"
      title={isByUnit ? `各单位${MEASURE_SHORT[measure]}（${quarters}，从低到高）` : `各季度${MEASURE_SHORT[measure]}`}
      finding={shown.finding}
      caption={caption}
      legend={LEGEND}
      note={noteOf(shown.few.length)}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={RateBarChart}
      chartHeight={rateBarChartHeight}
      freeBox={rateBarFreeBox}
      table={shown.table}
      pictures={
        isByUnit
          ? toOnTimePictures(shown.facts, pickedUnits(filters, register.units), { measure, quarters, caption, noteOf })
          : []
      }
      fileStem={{
        quarters: nameQuarters(shown.quarters),
        subject: `${isByUnit ? "各单位" : "各季度"}${MEASURE_SHORT[measure]}`,
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      actions={
        <>
          <Segmented
            label="按什么列"
            choices={VIEWS}
            value={props.chosenView}
            onChange={(onTimeView) => changeFilters({ onTimeView })}
          />
          <Segmented
            label="按时的口径"
            choices={MEASURES}
            value={props.chosenMeasure}
            onChange={(onTimeMeasure) => changeFilters({ onTimeMeasure })}
          />
        </>
      }
    >
      {shown.few.length === 0 ? null : <FewTable entries={shown.few} />}
    </Figure>
  );
});

function useOnTime(units: readonly Unit[], filters: ResolvedFilters, view: OnTimeView, measure: OnTimeMeasure) {
  const last = filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
  const quarters = view === "units" ? filters.quarters : quartersBack(last);
  const facts = useRectificationFacts(filters, quarters);
  return useMemo(() => {
    const basis = basisOf(view);
    const whole = onTimeRate(facts, measure, basis);
    if (view === "units") {
      const entries = toUnitEntries(facts, pickedUnits(filters, units), measure);
      const rated = entries.filter(hasRate);
      const few = entries.filter((entry) => !hasRate(entry)).sort(byCount);
      return {
        facts,
        quarters,
        few,
        series: toOnTimeSeries(rated, few.length > 0),
        table: toOnTimeTable(entries, "单位", whole),
        finding: describeUnitRates(entries, whole, measure),
      };
    }
    const entries = toQuarterEntries(facts, quarters, measure, basis);
    return {
      facts,
      quarters: [quarters[0] ?? last, last],
      few: [],
      series: toOnTimeSeries(entries, false),
      table: toOnTimeTable(entries, "季度", whole),
      finding: describeQuarterRates(entries, whole, measure, basis),
    };
  }, [facts, view, measure, filters, units, quarters, last]);
}

/** Most cases first, so that those without any close the list. */
function byCount(a: OnTimeEntry, b: OnTimeEntry): number {
  return sizeOf(b) - sizeOf(a);
}

function sizeOf({ standing: { rate, openOverdue } }: OnTimeEntry): number {
  return (rate?.denominator ?? 0) + openOverdue;
}

function describeNote(measure: OnTimeMeasure, view: OnTimeView, few: number): string {
  const quarter = view === "units" ? "到期日在所选季度" : "按到期日所在季度";
  const rest = few === 0 ? "" : `计入少于 5 条的 ${few} 家不计率，件数见表。`;
  return `口径：${ON_TIME_MEASURE_LABEL[measure]}，${RATE_BASIS_LABEL[basisOf(view)]}；${quarter}。在办超期的件另列，不计入率。${rest}`;
}

/** Units with too few cases for a rate: counts only. */
function FewTable({ entries }: { entries: readonly OnTimeEntry[] }) {
  return (
    <DataTable
      caption="样本少的单位"
      dense
      maxHeight={264}
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { id: "unit", head: `样本少 ${entries.length} 家`, cell: (entry) => entry.name },
        { id: "count", head: "按时/计入", align: "right", cell: countText, sortBy: sizeOf },
        {
          id: "open",
          head: "在办超期",
          align: "right",
          cell: ({ standing }) => standing.openOverdue,
          sortBy: ({ standing }) => standing.openOverdue,
        },
        { id: "word", head: "说明", cell: ({ standing }) => (standing.rate === null ? "——" : "样本少，不计率") },
      ]}
    />
  );
}
