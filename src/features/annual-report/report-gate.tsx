import { useSuspenseQueries } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import { sourceContract } from "#api/source-contract.ts";
import type { ReportHeading } from "#domain/annual-report.ts";
import type { Filters } from "#domain/filters.ts";
import type { Source } from "#domain/source.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { type ReportView, toReportView } from "./report-view.ts";
import { settlePicks } from "./settle-picks.ts";

export type ReportPicks = Pick<Filters, "body" | "year" | "reportForm">;

interface ReportGateProps {
  picks: ReportPicks;
  children: (view: ReportView) => ReactNode;
}

/** Asks for the picked report and the years around it. Each panel has its own gate, so each waits and fails alone. */
export function ReportGate({ picks, children }: ReportGateProps) {
  const [headings, sources] = useSuspenseQueries({
    queries: [endpointQuery(reportContract.annualReportHeadings, {}), endpointQuery(sourceContract.sources, {})],
  });
  const { heading } = useMemo(() => settlePicks(picks, headings.data), [picks, headings.data]);
  if (heading === null) return <EmptyState sentence="还没有年度报告。" advice="导入年报表二、表三、表四后显示。" />;
  const shared = { heading, sources: sources.data, children };
  return heading.level === "rollUp" ? <RollUpReport {...shared} /> : <UnitReport {...shared} />;
}

interface ReportProps {
  heading: ReportHeading;
  sources: readonly Source[];
  children: (view: ReportView) => ReactNode;
}

const NO_REPORTS = [] as const;

function UnitReport({ heading, sources, children }: ReportProps) {
  const [reports, notes] = useSuspenseQueries({
    queries: [
      endpointQuery(reportContract.annualReports, { body: heading.bodyId }),
      endpointQuery(reportContract.annualReportNotes, { body: heading.bodyId }),
    ],
  });
  const view = useMemo(
    () => toReportView(heading, { reports: reports.data, ofYear: NO_REPORTS, notes: notes.data, sources }),
    [heading, reports.data, notes.data, sources],
  );
  return <Shown view={view}>{children}</Shown>;
}

/** A roll-up is held against the units of its year. */
function RollUpReport({ heading, sources, children }: ReportProps) {
  const [reports, notes, ofYear] = useSuspenseQueries({
    queries: [
      endpointQuery(reportContract.annualReports, { body: heading.bodyId }),
      endpointQuery(reportContract.annualReportNotes, { body: heading.bodyId }),
      endpointQuery(reportContract.annualReports, { year: [String(heading.year)] }),
    ],
  });
  const view = useMemo(
    () => toReportView(heading, { reports: reports.data, ofYear: ofYear.data, notes: notes.data, sources }),
    [heading, reports.data, ofYear.data, notes.data, sources],
  );
  return <Shown view={view}>{children}</Shown>;
}

function Shown({ view, children }: { view: ReportView | null; children: (view: ReportView) => ReactNode }) {
  if (view === null) return <EmptyState sentence="没有所选机关、年度的报告。" advice="换一个年度或填报单位。" />;
  return children(view);
}
