import { useMemo } from "react";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { PlausibilityPanel } from "./plausibility-panel.tsx";
import { ReportFilterBar } from "./report-filter-bar.tsx";
import { ReportGate, type ReportPicks } from "./report-gate.tsx";
import { CarryOverCard, StatutoryCard } from "./report-panels.tsx";
import { TextCheckPanel } from "./text-check-panel.tsx";

/** The statutory tables of one body and year, and whether they reconcile. */
export function AnnualReportPage() {
  const control = useFilters();
  const { body, year } = control.filters;
  const { filters: picks, stale } = useDeferredFilters(useMemo((): ReportPicks => ({ body, year }), [body, year]));
  const bar = (
    <Panel bare minHeight={48} label="筛选">
      <ReportFilterBar control={control} />
    </Panel>
  );
  return (
    <Page bar={bar}>
      <Panel span={8} stale={stale} minHeight={1080} label="表三">
        <ReportGate picks={picks}>{(view) => <StatutoryCard view={view} />}</ReportGate>
      </Panel>
      <Panel span={4} stale={stale} minHeight={200} label="跨年结转链">
        <ReportGate picks={picks}>{(view) => <CarryOverCard view={view} />}</ReportGate>
      </Panel>
      <Panel span={8} stale={stale} minHeight={400} label="文表对照">
        <ReportGate picks={picks}>{(view) => <TextCheckPanel view={view} />}</ReportGate>
      </Panel>
      <Panel span={4} stale={stale} minHeight={200} label="合理性提示">
        <ReportGate picks={picks}>{(view) => <PlausibilityPanel view={view} />}</ReportGate>
      </Panel>
    </Page>
  );
}
