import { type FormEvent, useState } from "react";
import { foreseeFailedRecheck } from "#domain/rectification-clock.ts";
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
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { Button } from "#ui/button.tsx";
import styles from "./case-actions.module.css";
import type { DeskKind } from "./desk-kind.ts";
import { momentAfter } from "./moment-after.ts";
import { type CaseDetail, useRecordEvent } from "./use-rectification-view.ts";

interface CaseActionFormProps {
  kind: DeskKind;
  /** The same for every try of this form, so that a lost reply records nothing twice. */
  clientKey: string;
  detail: CaseDetail;
  unitName: string;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Who records, with what words; the moment is the server's to write. */
export function CaseActionForm({ kind, clientKey, detail, unitName, onDone, onCancel }: CaseActionFormProps) {
  const roles: readonly ActorRole[] = EVENT_ROLES[kind];
  const record = useRecordEvent();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = readDraft(kind, clientKey, new FormData(event.currentTarget));
    record.mutate(
      { query: { id: detail.id }, body: draft },
      { onSuccess: () => onDone(`已登记：${EVENT_LABEL[kind]}。`) },
    );
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={EVENT_LABEL[kind]}>
      {kind === "recheckFailed" ? <FailedWarning detail={detail} /> : null}
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

/** Told before it is done: the clock goes on from where it was, and may already have run out. */
function FailedWarning({ detail }: { detail: CaseDetail }) {
  const forecast = foreseeFailedRecheck(detail, momentAfter(detail), WORKING_DAY_CALENDAR);
  if (forecast === null) return null;
  return (
    <p className={styles["warning"]} data-overdue={forecast.overdueAtOnce || undefined}>
      {forecast.text}
    </p>
  );
}

interface ActorFieldsProps {
  name: string;
  label: string;
  roles: readonly ActorRole[];
  unitName: string;
}

/** A role and an organisation; the log names no persons. */
function ActorFields({ name, label, roles, unitName }: ActorFieldsProps) {
  const [role, setRole] = useState<ActorRole>(roles[0] ?? "office");
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

function readDraft(kind: DeskKind, id: string, form: FormData): EventDraft {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const actor = (name: string): Actor => ({
    role: actorRoleSchema.parse(text(`${name}Role`)),
    organisation: text(`${name}Organisation`),
  });
  const base = { id, by: actor("by"), note: text("note") };
  if (kind === "paused")
    return { ...base, kind, reason: pauseReasonSchema.parse(text("reason")), approver: actor("approver") };
  if (kind === "reportedFixed") return { ...base, kind, evidenceUrl: text("evidenceUrl") || null };
  return { ...base, kind };
}
