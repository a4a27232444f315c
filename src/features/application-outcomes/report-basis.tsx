import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { reportContract } from "#api/report-contract.ts";
import type { ApplicationBasis } from "#domain/filters.ts";
import { FilterBar } from "#filters/filter-bar.tsx";
import { settleReport } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import type { FilterState } from "#filters/use-filters.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { ApplicantFigure } from "./applicant-figure.tsx";
import { ApplicationConclusion } from "./application-conclusion.tsx";
import { BalanceFigure } from "./balance-figure.tsx";
import { OutcomeFigure } from "./outcome-figure.tsx";
import { ReportGate, type ReportPicks } from "./report-gate.tsx";
import { ReportLink } from "./report-link.tsx";

interface BasisProps {
  control: FilterState;
  defaultBasis: ApplicationBasis;
}

/** What became of the applications of one body and year, as its annual report prints it. */
export function ReportBasis({ control, defaultBasis }: BasisProps) {
  const { body, year, compare } = control.filters;
  const {
    filters: picks,
    busy,
    stale,
  } = useDeferredFilters(useMemo((): ReportPicks => ({ body, year, compare }), [body, year, compare]));
  const bar = (
    <Panel bare minHeight={48} label="筛选">
      <ReportFilterBar control={control} defaultBasis={defaultBasis} />
    </Panel>
  );
  return (
    <Page bar={bar} busy={busy}>
      <Panel bare stale={stale} minHeight={102} label="结论">
        <ReportGate picks={picks}>{(view) => <ApplicationConclusion view={view} />}</ReportGate>
      </Panel>
      <ReportLink />
      <Panel stale={stale} minHeight={280} label="应办与去向平衡">
        <ReportGate picks={picks}>{(view) => <BalanceFigure view={view} stale={stale} />}</ReportGate>
      </Panel>
      <Panel span={6} stale={stale} minHeight={900} label="办理结果">
        <ReportGate picks={picks}>{(view) => <OutcomeFigure view={view} stale={stale} />}</ReportGate>
      </Panel>
      <Panel span={6} stale={stale} minHeight={340} label="各类申请人的办理结果">
        <ReportGate picks={picks}>{(view) => <ApplicantFigure view={view} stale={stale} />}</ReportGate>
      </Panel>
    </Page>
  );
}

/** A statutory report covers a year: only the year before can be its base. */
const COMPARISONS = ["yoy", "none"] as const;
const CONTROLS = ["basis", "report", "compare"] as const;

/** Year, reporting body and base of the page; picks that no report answers are named. */
function ReportFilterBar({ control, defaultBasis }: BasisProps) {
  const headings = useSuspenseQuery(endpointQuery(reportContract.annualReportHeadings, {}));
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
      comparisons={COMPARISONS}
      defaultBasis={defaultBasis}
    />
  );
}
