import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import { PlausibilityCard } from "./plausibility-card.tsx";
import type { ReportView } from "./report-view.ts";
import { usePreviousReport } from "./use-previous-report.ts";

/** 合理性提示 for the picked body and year, against its own last year and all bodies of the same year. */
export function PlausibilityPanel({ view: { report, provenance } }: { view: ReportView }) {
  const previous = usePreviousReport(report);
  const { data } = useSuspenseQuery(endpointQuery(reportContract.annualReports, { year: [String(report.year)] }));
  const others = data.filter((other) => other.bodyId !== report.bodyId);
  return <PlausibilityCard report={report} previous={previous} others={others} provenance={provenance} />;
}
