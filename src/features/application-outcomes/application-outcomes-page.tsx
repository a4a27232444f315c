import { useMemo } from "react";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { ApplicantFigure } from "./applicant-figure.tsx";
import styles from "./application-outcomes-page.module.css";
import { ApplicationConclusion, CarryOverCard, StatutoryCard } from "./application-panels.tsx";
import { BalanceFigure } from "./balance-figure.tsx";
import { OutcomeFigure } from "./outcome-figure.tsx";
import { ReportFilterBar } from "./report-filter-bar.tsx";
import { ReportGate, type ReportPicks } from "./report-gate.tsx";

/** What became of the applications of one body and year, with the statutory table behind it. */
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
      <Panel stale={stale} minHeight={280} label="应办与去向平衡">
        <ReportGate picks={picks}>{(view) => <BalanceFigure view={view} stale={stale} />}</ReportGate>
      </Panel>
      <div className={styles["main"]}>
        <Panel stale={stale} minHeight={1080} label="表三">
          <ReportGate picks={picks}>{(view) => <StatutoryCard view={view} />}</ReportGate>
        </Panel>
        <Panel stale={stale} minHeight={200} label="跨年结转链">
          <ReportGate picks={picks}>{(view) => <CarryOverCard view={view} />}</ReportGate>
        </Panel>
      </div>
      <div className={styles["side"]}>
        <Panel stale={stale} minHeight={900} label="办理结果">
          <ReportGate picks={picks}>{(view) => <OutcomeFigure view={view} stale={stale} />}</ReportGate>
        </Panel>
        <Panel stale={stale} minHeight={340} label="各类申请人的办理结果">
          <ReportGate picks={picks}>{(view) => <ApplicantFigure view={view} stale={stale} />}</ReportGate>
        </Panel>
      </div>
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
