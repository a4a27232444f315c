import { type FormEvent, useState } from "react";
import { newClientKey } from "#api/client-key.ts";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { findingContract, findingWrites } from "#api/finding-contract.ts";
import { publicationContract } from "#api/publication-contract.ts";
import {
  FINDING_EVENT_LABEL,
  FINDING_EVENT_ROLES,
  type FindingEventDraft,
  type FindingEventKind,
  needsReason,
} from "#domain/finding-event.ts";
import { ACTOR_ROLE_LABEL, type ActorRole, actorRoleSchema } from "#domain/rectification-event.ts";
import { Button } from "#ui/button.tsx";
import styles from "./finding-file.module.css";

interface FindingFormProps {
  id: string;
  kind: FindingEventKind;
  unitName: string;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Reads that a decision on a finding changes. */
const CHANGED = [
  findingContract.findingLog,
  findingContract.findings,
  findingContract.deductionTotals,
  publicationContract.publications,
  publicationContract.publicationPreview,
];

/** Who records, and why; the moment is the server's to write. */
export function FindingForm({ id, kind, unitName, onDone, onCancel }: FindingFormProps) {
  const roles: readonly ActorRole[] = FINDING_EVENT_ROLES[kind];
  const [role, setRole] = useState<ActorRole>(roles[0] ?? "office");
  // The same for every try of this form, so that a lost reply records nothing twice.
  const [clientKey] = useState(newClientKey);
  const record = useEndpointMutation(findingWrites.recordFindingEvent, CHANGED);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = readDraft(kind, clientKey, new FormData(event.currentTarget));
    record.mutate({ query: { id }, body }, { onSuccess: () => onDone(`已登记：${FINDING_EVENT_LABEL[kind]}。`) });
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={FINDING_EVENT_LABEL[kind]}>
      <div className={styles["pair"]}>
        <label className={styles["field"]}>
          <span>登记方</span>
          <select name="role" value={role} onChange={(event) => setRole(actorRoleSchema.parse(event.target.value))}>
            {roles.map((entry) => (
              <option key={entry} value={entry}>
                {ACTOR_ROLE_LABEL[entry]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles["field"]}>
          <span>单位名称（不写个人姓名）</span>
          <input
            key={role}
            name="organisation"
            required
            maxLength={60}
            defaultValue={role === "unit" ? unitName : ACTOR_ROLE_LABEL[role]}
          />
        </label>
      </div>
      <label className={styles["field"]}>
        <span>理由{needsReason(kind) ? "" : "（可不填）"}</span>
        <textarea name="reason" rows={2} maxLength={2000} required={needsReason(kind)} />
      </label>
      <label className={styles["field"]}>
        <span>佐证网址（可不填）</span>
        <input name="evidenceUrl" type="url" maxLength={2000} />
      </label>
      {record.error === null ? null : (
        <p role="alert" className={styles["refused"]}>
          没有登记：{record.error.message}
        </p>
      )}
      <div className={styles["kinds"]}>
        <Button type="submit" look="strong" disabled={record.isPending}>
          确认登记
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}

function readDraft(kind: FindingEventKind, id: string, form: FormData): FindingEventDraft {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    id,
    kind,
    by: { role: actorRoleSchema.parse(text("role")), organisation: text("organisation") },
    reason: text("reason"),
    evidenceUrl: text("evidenceUrl") || null,
  };
}
