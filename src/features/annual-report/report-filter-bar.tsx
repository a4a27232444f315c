import { useSuspenseQuery } from "@tanstack/react-query";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { FilterBar } from "#filters/filter-bar.tsx";
import { settleReport } from "#filters/settle-filters.ts";
import type { useFilters } from "#filters/use-filters.ts";

const CONTROLS = ["report"] as const;

/** Year and reporting body of the page; picks that no report answers are named. */
export function ReportFilterBar({ control }: { control: ReturnType<typeof useFilters> }) {
  const headings = useSuspenseQuery(endpointQuery(contract.annualReportHeadings, {}));
  const { heading, ignored } = settleReport(control.filters, headings.data);
  return (
    <FilterBar
      {...control}
      filters={{ ...control.filters, body: heading?.bodyId ?? null, year: heading?.year ?? null }}
      ignored={[...control.ignored, ...ignored]}
      inspections={[]}
      units={[]}
      headings={headings.data}
      controls={CONTROLS}
    />
  );
}
