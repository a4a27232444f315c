import { type FormEvent, useState } from "react";
import { ERROR_SEVERITY_LABEL, type RectificationRules } from "#domain/rectification.ts";
import {
  ACTOR_ROLE_LABEL,
  type Actor,
  type ActorRole,
  APPROVER_ROLES,
  actorRoleSchema,
  EVENT_LABEL,
  EVENT_ROLES,
  type EventDraft,
  PAUSE_REASON_LABEL,
  pauseReasonSchema,
} from "#domain/rectification-event.ts";
import type { Forecast } from "#domain/rectification-forecast.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import styles from "./case-actions.module.css";
import type { DeskKind } from "./desk-kind.ts";
import { DispatchFields } from "./dispatch-fields.tsx";
import { foreseeEntry, otherSeverity } from "./foresee-entry.ts";
import { type LimitDraft, RULES_DRAFT, toLimit } from "./limit-draft.ts";
import { momentAfter } from "./moment-after.ts";
import { type CaseDetail, useRecordEvent } from "./use-rectification-view.ts";

interface CaseActionFormProps {
  kind: DeskKind;
  /** The same for every try of this form, so that a lost reply records nothing twice. */
  clientKey: string;
  detail: CaseDetail;
  unitName: string;
  versions: readonly RectificationRules[];
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Who records, with what words; the moment is the server's to write. */
export function CaseActionForm(props: CaseActionFormProps) {
  const { kind, clientKey, detail, unitName, versions, onDone, onCancel } = props;
  const roles: readonly ActorRole[] = EVENT_ROLES[kind];
  const [limit, setLimit] = useState(RULES_DRAFT);
  const record = useRecordEvent();
  const now = momentAfter(detail);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = readDraft(kind, { id: clientKey, detail, limit }, new FormData(event.currentTarget));
    if (draft === null) return;
    record.mutate(
      { query: { id: detail.id }, body: draft },
      { onSuccess: ({ progress }) => onDone(describeDone(kind, progress)) },
    );
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={EVENT_LABEL[kind]}>
      {kind === "severityChanged" ? (
        <p>
          {ERROR_SEVERITY_LABEL[detail.progress.severity]} → <b>{ERROR_SEVERITY_LABEL[otherSeverity(detail)]}</b>
        </p>
      ) : null}
      {kind === "dispatched" ? <DispatchFields draft={limit} now={now} onChange={setLimit} /> : null}
      <Warning forecast={foreseeEntry(detail, kind, { now, versions, limit })} />
      <ActorFields name="by" label="登记方" roles={roles} unitName={unitName} />
      {kind === "paused" ? <PauseFields unitName={unitName} /> : null}
      {kind === "reportedFixed" ? (
        <label className={styles["field"]}>
          <span>佐证网址（可不填）</span>
          <input name="evidenceUrl" type="url" maxLength={2000} />
        </label>
      ) : null}
      <label className={styles["field"]}>
        <span>说明（可不填）</span>
        <textarea name="note" rows={2} maxLength={2000} />
      </label>
      {record.error === null ? null : (
        <p role="alert" className={styles["refused"]}>
          没有登记：{record.error.message}
        </p>
      )}
      <div className={styles["kinds"]}>
        <Button type="submit" look="strong" disabled={record.isPending}>
          确认{EVENT_LABEL[kind]}
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}

/** Told before it is done: what becomes of the due moment. */
function Warning({ forecast }: { forecast: Forecast | null }) {
  if (forecast === null) return null;
  return (
    <p className={styles["warning"]} role="status" data-overdue={forecast.overdueAtOnce || undefined}>
      {forecast.text}
    </p>
  );
}

/** The outcome as the server has it: the due moment is the server's to say. */
function describeDone(kind: DeskKind, { dueAt }: Progress): string {
  const isMoved = kind === "dispatched" || kind === "severityChanged";
  const due = isMoved && dueAt !== null ? `到期时间 ${formatShanghai(dueAt)}。` : "";
  return `已登记：${EVENT_LABEL[kind]}。${due}`;
}

interface ActorFieldsProps {
  name: string;
  label: string;
  roles: readonly ActorRole[];
  unitName: string;
}

/** Whoever sits at this desk: the district office records what the municipal office could record too. */
function usualOf([first = "office"]: readonly ActorRole[]): ActorRole {
  return first === "municipal" ? "office" : first;
}

/** A role and an organisation; the log names no persons. */
function ActorFields({ name, label, roles, unitName }: ActorFieldsProps) {
  const [role, setRole] = useState<ActorRole>(usualOf(roles));
  return (
    <div className={styles["pair"]}>
      <label className={styles["field"]}>
        <span>{label}</span>
        <select
          name={`${name}Role`}
          value={role}
          onChange={(event) => setRole(actorRoleSchema.parse(event.target.value))}
        >
          {roles.map((entry) => (
            <option key={entry} value={entry}>
              {ACTOR_ROLE_LABEL[entry]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles["field"]}>
        <span>{label}名称</span>
        <input
          key={role}
          name={`${name}Organisation`}
          required
          maxLength={60}
          defaultValue={role === "unit" ? unitName : ACTOR_ROLE_LABEL[role]}
        />
      </label>
    </div>
  );
}

function PauseFields({ unitName }: { unitName: string }) {
  return (
    <>
      <label className={styles["field"]}>
        <span>暂停原因</span>
        <select name="reason">
          {pauseReasonSchema.options.map((reason) => (
            <option key={reason} value={reason}>
              {PAUSE_REASON_LABEL[reason]}
            </option>
          ))}
        </select>
      </label>
      <ActorFields name="approver" label="批准方" roles={APPROVER_ROLES} unitName={unitName} />
    </>
  );
}

interface Entered {
  id: string;
  detail: CaseDetail;
  limit: LimitDraft;
}

/** null while the form is not complete; the browser then names the field. */
function readDraft(kind: DeskKind, { id, detail, limit }: Entered, form: FormData): EventDraft | null {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const actor = (name: string): Actor => ({
    role: actorRoleSchema.parse(text(`${name}Role`)),
    organisation: text(`${name}Organisation`),
  });
  const base = { id, by: actor("by"), note: text("note") };
  if (kind === "paused")
    return { ...base, kind, reason: pauseReasonSchema.parse(text("reason")), approver: actor("approver") };
  if (kind === "reportedFixed") return { ...base, kind, evidenceUrl: text("evidenceUrl") || null };
  if (kind === "severityChanged") return { ...base, kind, severity: otherSeverity(detail) };
  if (kind !== "dispatched") return { ...base, kind };
  const chosen = toLimit(limit);
  return chosen === undefined ? null : { ...base, kind, limit: chosen };
}
