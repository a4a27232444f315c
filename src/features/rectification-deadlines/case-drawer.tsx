import { useServerMinute, useServerSecond } from "#api/live-clock.ts";
import type { Register } from "#api/quarter-results.ts";
import {
  ERROR_SEVERITY_LABEL,
  ERROR_SOURCE_LABEL,
  ERROR_TYPE_LABEL,
  RECTIFICATION_STATE_LABEL,
} from "#domain/rectification.ts";
import { CLOCK_STEP_LABEL, clockAt, describeClock } from "#domain/rectification-clock.ts";
import { explainCase } from "#domain/rectification-explanation.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { laterRuleDifference } from "#domain/rectification-rule-change.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Panel } from "#ui/panel.tsx";
import { CaseActions } from "./case-actions.tsx";
import styles from "./case-drawer.module.css";
import { CaseLogTable } from "./case-log-table.tsx";
import { DispatchSlip } from "./dispatch-slip.tsx";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { type CaseDetail, useCaseDetail } from "./use-rectification-view.ts";

interface CaseDrawerProps {
  caseId: string;
  register: Register;
  onClose: () => void;
}

/** One case beside the board: what is wrong, how its limit was counted, what happened, and what may happen next. */
export function CaseDrawer({ caseId, register, onClose }: CaseDrawerProps) {
  return (
    <Dialog title="整改件" onClose={onClose}>
      <Panel bare minHeight={480} label="整改件">
        <CaseSheet caseId={caseId} register={register} />
      </Panel>
    </Dialog>
  );
}

const NO_TURNS: readonly number[] = [];

function CaseSheet({ caseId, register }: Omit<CaseDrawerProps, "onClose">) {
  const detail = useCaseDetail(caseId);
  const unit = register.units.find((entry) => entry.id === detail.unitId);
  const unitName = unit?.name ?? detail.unitId;
  const versions = useRuleVersions();
  const later = laterRuleDifference(detail.progress, versions, useServerMinute(NO_TURNS), WORKING_DAY_CALENDAR);
  const isDemo = register.sources.some((source) => source.demo);
  return (
    <div className={styles["sheet"]}>
      <header className={styles["head"]}>
        <div>
          <h3 className={styles["title"]}>
            {unitName} · {ERROR_TYPE_LABEL[detail.errorType]}
          </h3>
          <LiveReading progress={detail.progress} />
          {later === null ? null : <p className={styles["later"]}>{later.text}</p>}
        </div>
        <Button size="small" onClick={() => window.print()}>
          打印交办单
        </Button>
      </header>
      <CaseFacts detail={detail} />
      <CaseActions detail={detail} unitName={unitName} versions={versions} />
      <section>
        <h3 className={styles["caption"]}>时限怎么算的</h3>
        <ol className={styles["steps"]}>
          {explainCase(detail, WORKING_DAY_CALENDAR, later).map((step) => (
            <li key={`${step.kind} ${step.text}`}>{step.text}</li>
          ))}
        </ol>
      </section>
      <CaseLogTable events={detail.events} notCounted={detail.progress.notCounted} />
      <DispatchSlip
        detail={detail}
        unitName={unitName}
        steps={explainCase(detail, WORKING_DAY_CALENDAR)}
        isDemo={isDemo}
      />
    </div>
  );
}

/** The clock of the case to the second, and the words of its colour. */
function LiveReading({ progress }: { progress: Progress }) {
  const now = useServerSecond();
  const reading = clockAt(progress, now);
  if (reading === null) return <p className={styles["reading"]}>尚未交办</p>;
  const step = reading.mode === "stopped" ? "stopped" : reading.step;
  return (
    <p className={styles["reading"]} data-step={step}>
      <b>{describeClock(reading)}</b>
      {step === "stopped" ? null : <span>{CLOCK_STEP_LABEL[step]}</span>}
      <span className={styles["due"]}>到期 {formatShanghai(reading.dueAt)}</span>
    </p>
  );
}

function CaseFacts({ detail }: { detail: CaseDetail }) {
  const { progress } = detail;
  const facts: [string, string][] = [
    [
      "状态",
      `${RECTIFICATION_STATE_LABEL[progress.state]}${progress.attempt > 1 ? `（第 ${progress.attempt} 次整改）` : ""}`,
    ],
    ["级别", ERROR_SEVERITY_LABEL[progress.severity]],
    ["发现", `${formatShanghai(detail.foundAt)} · ${ERROR_SOURCE_LABEL[detail.source]}`],
    ["编号", detail.id],
  ];
  return (
    <>
      <dl className={styles["texts"]}>
        <div>
          <dt>错敏字</dt>
          <dd>{detail.wrongText}</dd>
        </div>
        <div>
          <dt>建议修改</dt>
          <dd>{detail.suggestedText ?? "——"}</dd>
        </div>
      </dl>
      {detail.excerpt === null ? null : <blockquote className={styles["excerpt"]}>{detail.excerpt}</blockquote>}
      {detail.url === null ? null : (
        <p className={styles["url"]}>
          <PageLink url={detail.url} />
        </p>
      )}
      <dl className={styles["facts"]}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Addresses come from imported lists: only web addresses become links. */
function PageLink({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  );
}
