import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import { FilterBar } from "#filters/filter-bar.tsx";
import type { useFilters } from "#filters/use-filters.ts";
import { headingsOfForm, settlePicks } from "./settle-picks.ts";

const CONTROLS = ["report", "reportForm"] as const;

/** Year, reporting body and form of the page; picks that no report answers are named. */
export function ReportFilterBar({ control }: { control: ReturnType<typeof useFilters> }) {
  const headings = useSuspenseQuery(endpointQuery(reportContract.annualReportHeadings, {}));
  const { heading, ignored } = settlePicks(control.filters, headings.data);
  const offered = headingsOfForm(control.filters.reportForm, headings.data);
  return (
    <FilterBar
      {...control}
      filters={{ ...control.filters, body: heading?.bodyId ?? null, year: heading?.year ?? null }}
      ignored={[...control.ignored, ...ignored]}
      inspections={[]}
      units={[]}
      headings={offered.length > 0 ? offered : headings.data}
      allHeadings={headings.data}
      controls={CONTROLS}
    />
  );
}
