import { useMemo } from "react";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { ApplicantFigure } from "./applicant-figure.tsx";
import { ApplicationConclusion } from "./application-conclusion.tsx";
import { BalanceFigure } from "./balance-figure.tsx";
import { OutcomeFigure } from "./outcome-figure.tsx";
import { ReportFilterBar } from "./report-filter-bar.tsx";
import { ReportGate, type ReportPicks } from "./report-gate.tsx";
import { ReportLink } from "./report-link.tsx";

/** What became of the applications of one body and year. */
export function ApplicationOutcomesPage() {
  const control = useFilters();
  const { body, year, compare } = control.filters;
  const { filters: picks, stale } = useDeferredFilters(
    useMemo((): ReportPicks => ({ body, year, compare }), [body, year, compare]),
  );
  return (
    <Page bar={<ReportBar control={control} />}>
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

function ReportBar({ control }: { control: ReturnType<typeof useFilters> }) {
  return (
    <Panel bare minHeight={48} label="筛选">
      <ReportFilterBar control={control} />
    </Panel>
  );
}
