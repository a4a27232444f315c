import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import type { AnnualReport } from "#domain/annual-report.ts";

/** The same body's report of the year before; the page has asked for all years of the body already. */
export function usePreviousReport({ bodyId, year }: AnnualReport): AnnualReport | null {
  const { data } = useSuspenseQuery(endpointQuery(reportContract.annualReports, { body: bodyId }));
  return data.find((report) => report.year === year - 1) ?? null;
}
