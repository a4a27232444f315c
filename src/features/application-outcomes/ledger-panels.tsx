import { memo, useCallback } from "react";
import type { DisputeSpan, Filters } from "#domain/filters.ts";
import { Panel } from "#ui/panel.tsx";
import { ApplicantFigure } from "./applicant-figure.tsx";
import { ApplicationDialog } from "./application-dialog.tsx";
import { DisputeResultFigure, DisputeTrendFigure } from "./dispute-figures.tsx";
import { FlowFigure } from "./flow-figure.tsx";
import { LedgerConclusion } from "./ledger-conclusion.tsx";
import styles from "./ledger-panels.module.css";
import { MockFigure } from "./mock-figure.tsx";
import { OpenFigure } from "./open-figure.tsx";
import { OutcomeFigure } from "./outcome-figure.tsx";
import { QuarterFigure } from "./quarter-figure.tsx";
import { ReplyBandFigure, ReplyTimeFigure } from "./reply-time-figure.tsx";
import { ReportLink } from "./report-link.tsx";
import { UnitFigure } from "./unit-figure.tsx";
import { type PanelProps, useLedgerView } from "./use-ledger-view.ts";

interface LedgerPanelsProps extends PanelProps {
  disputeSpan: DisputeSpan;
  /** The application whose reply period is explained. */
  applicationId: string | null;
  changeFilters: (patch: Partial<Filters>) => void;
}

/** Conclusion, where applications went, whether in time, disputes, and mock inspections. */
export function LedgerPanels({ changeFilters, disputeSpan, applicationId, ...panel }: LedgerPanelsProps) {
  const { register, filters, stale } = panel;
  const openApplication = useCallback((id: string) => changeFilters({ applicationId: id }), [changeFilters]);
  const { units } = filters;
  const pickUnit = useCallback(
    (id: string) => changeFilters({ units: units.includes(id) ? units.filter((unit) => unit !== id) : [...units, id] }),
    [changeFilters, units],
  );
  return (
    <>
      <Panel bare stale={stale} minHeight={102} label="结论">
        <LedgerConclusion register={register} filters={filters} />
      </Panel>
      <Panel minHeight={420} label="申请从哪里来、到哪里去">
        <FlowFigure {...panel} />
      </Panel>
      <div className={styles["main"]}>
        <Panel minHeight={900} label="办理结果">
          <LedgerOutcomes {...panel} />
        </Panel>
      </div>
      <div className={styles["side"]}>
        <Panel minHeight={340} label="各类申请人的办理结果">
          <LedgerApplicants {...panel} />
        </Panel>
        <Panel minHeight={360} label="答复用时">
          <ReplyTimeFigure {...panel} />
        </Panel>
        <Panel minHeight={240} label="答复时限分段">
          <ReplyBandFigure {...panel} />
        </Panel>
      </div>
      <Panel minHeight={620} label="在办申请时限">
        <OpenFigure {...panel} openApplication={openApplication} />
      </Panel>
      <Panel minHeight={760} label="各单位申请办理">
        <UnitFigure {...panel} pickUnit={pickUnit} />
      </Panel>
      <Panel minHeight={360} label="各季度新收、办结与在办">
        <QuarterFigure {...panel} />
      </Panel>
      <Panel span={6} minHeight={360} label="行政复议、行政诉讼结果">
        <DisputeResultFigure {...panel} />
      </Panel>
      <Panel span={6} minHeight={360} label="复议、诉讼新收案件">
        <DisputeTrendFigure {...panel} span={disputeSpan} changeFilters={changeFilters} />
      </Panel>
      <Panel minHeight={520} label="依申请公开模拟检查">
        <MockFigure {...panel} />
      </Panel>
      <ReportLink />
      {applicationId === null ? null : (
        <ApplicationDialog
          id={applicationId}
          register={register}
          onClose={() => changeFilters({ applicationId: null })}
        />
      )}
    </>
  );
}

const LedgerOutcomes = memo(function LedgerOutcomes({ register, filters, stale }: PanelProps) {
  return <OutcomeFigure view={useLedgerView(register, filters)} stale={stale} />;
});

const LedgerApplicants = memo(function LedgerApplicants({ register, filters, stale }: PanelProps) {
  return <ApplicantFigure view={useLedgerView(register, filters)} stale={stale} />;
});
