import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import { sourceContract } from "#api/source-contract.ts";
import type { ReportHeading } from "#domain/annual-report.ts";
import type { Filters } from "#domain/filters.ts";
import type { Source } from "#domain/source.ts";
import { settleReport } from "#filters/settle-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { type ReportView, toReportView } from "./report-view.ts";

export type ReportPicks = Pick<Filters, "body" | "year" | "compare">;

interface ReportGateProps {
  picks: ReportPicks;
  children: (view: ReportView) => ReactNode;
}

/** Asks for the picked report and the years around it. Each panel has its own gate, so each waits and fails alone. */
export function ReportGate({ picks, children }: ReportGateProps) {
  const [headings, sources] = useSuspenseQueries({
    queries: [endpointQuery(reportContract.annualReportHeadings, {}), endpointQuery(sourceContract.sources, {})],
  });
  const { heading } = useMemo(() => settleReport(picks, headings.data), [picks, headings.data]);
  if (heading === null) return <EmptyState sentence="还没有年度报告。" advice="导入年报表二、表三、表四后显示。" />;
  return (
    <ReportOfBody heading={heading} compare={picks.compare} sources={sources.data}>
      {children}
    </ReportOfBody>
  );
}

interface ReportOfBodyProps {
  heading: ReportHeading;
  compare: Filters["compare"];
  sources: readonly Source[];
  children: (view: ReportView) => ReactNode;
}

function ReportOfBody({ heading, compare, sources, children }: ReportOfBodyProps) {
  const reports = useSuspenseQuery(endpointQuery(reportContract.annualReports, { body: heading.bodyId }));
  const view = useMemo(
    () => toReportView(reports.data, heading, compare, sources),
    [reports.data, heading, compare, sources],
  );
  if (view === null) {
    return (
      <EmptyState sentence={`没有${heading.bodyName} ${heading.year} 年的报告。`} advice="换一个年度或填报单位。" />
    );
  }
  return children(view);
}
