import type { Register } from "#api/quarter-results.ts";
import { APPLICATION_STATE_LABEL, CHANNEL_LABEL } from "#domain/application.ts";
import { APPLICANT_LABEL } from "#domain/outcome.ts";
import { Dialog } from "#ui/dialog.tsx";
import { Panel } from "#ui/panel.tsx";
import styles from "./application-dialog.module.css";
import { describeDue, describeLeft } from "./to-open-lists.ts";
import { useApplication } from "./use-open-applications.ts";

interface ApplicationDialogProps {
  id: string;
  register: Register;
  onClose: () => void;
}

/** How the reply period of one application was counted, step by step with its article. */
export function ApplicationDialog({ id, register, onClose }: ApplicationDialogProps) {
  return (
    <Dialog title={`时限怎么算的 · ${id}`} onClose={onClose}>
      <Panel bare minHeight={320} label="时限怎么算的">
        <ApplicationSheet id={id} register={register} />
      </Panel>
    </Dialog>
  );
}

function ApplicationSheet({ id, register }: Omit<ApplicationDialogProps, "onClose">) {
  const detail = useApplication(id);
  const unit = register.units.find((entry) => entry.id === detail.unitId);
  const left = describeLeft(detail.clock);
  const isOpen = detail.state !== "closed";
  const facts: [string, string][] = [
    ["单位", unit?.name ?? detail.unitId],
    ["状态", APPLICATION_STATE_LABEL[detail.state]],
    ["申请人类别", APPLICANT_LABEL[detail.applicantKind]],
    ["提交方式", CHANNEL_LABEL[detail.channel]],
    ["到期日", describeDue(detail.clock)],
  ];
  return (
    <>
      {isOpen ? (
        <p className={styles["left"]} data-look={left.look}>
          {left.text}
        </p>
      ) : null}
      <dl className={styles["facts"]}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ol className={styles["steps"]}>
        {detail.explanation.map((step) => (
          <li key={`${step.kind} ${step.text}`}>
            {step.article === null ? null : <span className={styles["article"]}>条例{step.article}</span>}
            {step.text}
          </li>
        ))}
      </ol>
    </>
  );
}
