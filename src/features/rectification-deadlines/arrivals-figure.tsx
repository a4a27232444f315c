import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { CalendarHeatmapChart, calendarHeatmapChartHeight } from "#charts/calendar-heatmap-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { nameQuarters } from "#domain/quarter.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { toCountLegend } from "./count-ramp.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import { daysOf, describeArrivals, toArrivalsSeries, toArrivalsTable } from "./to-arrivals-series.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { toCaseQuery, type ViewProps } from "./use-rectification-view.ts";

const NO_TURNS: readonly number[] = [];

/** When errors are dispatched: bursts, and weekends on which the clock runs too. */
export const ArrivalsFigure = memo(function ArrivalsFigure({ register, filters }: ViewProps) {
  const today = shanghaiDate(useServerMinute(NO_TURNS));
  const versions = useRuleVersions();
  // All quarters: a case dispatched on the last days of one falls due in the next, and the days shown are of dispatch.
  const arrivals = useSuspenseQuery(
    endpointQuery(rectificationContract.rectificationArrivals, toCaseQuery(filters)),
  ).data;
  const shown = useMemo(() => {
    const days = daysOf(filters.quarters, arrivals, today);
    return { days, series: toArrivalsSeries(filters.quarters, arrivals, today), table: toArrivalsTable(days) };
  }, [filters.quarters, arrivals, today]);
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(filters.quarters, versions));
  return (
    <Figure
      chartKey="rectification-arrivals"
      title="每日交办"
      finding={describeArrivals(shown.days)}
      caption={`${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}${describeCasePicks({ ...filters, caseStates: [] })}`}
      legend={toCountLegend(shown.series.rampLabels)}
      note="单位：条，按交办日期（北京时间）计，与按到期日分的季度可能差一两天。一列为一周，周一起。"
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={CalendarHeatmapChart}
      chartHeight={calendarHeatmapChartHeight}
      table={shown.table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "每日交办",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
    />
  );
});
