import { useState } from "react";
import { newClientKey } from "#api/client-key.ts";
import { type RectificationRules, rulesAt } from "#domain/rectification.ts";
import { EVENT_LABEL, EVENT_ROLES, type EventDraft } from "#domain/rectification-event.ts";
import { judgeEvent, toEvent } from "#domain/rectification-log.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { Button } from "#ui/button.tsx";
import { CaseActionForm } from "./case-action-form.tsx";
import styles from "./case-actions.module.css";
import { DESK_KINDS, type DeskKind } from "./desk-kind.ts";
import { otherSeverity } from "./foresee-entry.ts";
import { momentAfter } from "./moment-after.ts";
import type { CaseDetail } from "./use-rectification-view.ts";

interface CaseActionsProps {
  detail: CaseDetail;
  unitName: string;
  versions: readonly RectificationRules[];
}

/** The records that this case can take now. The server judges again: it may have moved on meanwhile. */
export function CaseActions({ detail, unitName, versions }: CaseActionsProps) {
  const [open, setOpen] = useState<{ kind: DeskKind; key: string } | null>(null);
  const [done, setDone] = useState("");
  const now = momentAfter(detail);
  const kinds = DESK_KINDS.filter((kind) => isPossible(detail, kind, { now, rules: rulesAt(versions, now) }));
  return (
    <section className={styles["actions"]} aria-label="登记">
      <h3 className={styles["caption"]}>登记</h3>
      {kinds.length === 0 && open === null ? <p className={styles["none"]}>该件没有可登记的事项。</p> : null}
      <div className={styles["kinds"]}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-expanded={open?.kind === kind}
            onClick={() => {
              setDone("");
              setOpen(open?.kind === kind ? null : { kind, key: newClientKey() });
            }}
          >
            {EVENT_LABEL[kind]}
          </Button>
        ))}
      </div>
      <p role="status" className={styles["done"]}>
        {done}
      </p>
      {open === null ? null : (
        <CaseActionForm
          key={open.key}
          kind={open.kind}
          clientKey={open.key}
          detail={detail}
          unitName={unitName}
          versions={versions}
          onDone={(sentence) => {
            setOpen(null);
            setDone(sentence);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** The domain's own judgement of an entry by whoever may usually record it. */
function isPossible(
  detail: CaseDetail,
  kind: DeskKind,
  { now, rules }: { now: string; rules: RectificationRules },
): boolean {
  const event = toEvent(detail, sampleOf(kind, detail), now, { rules, calendar: WORKING_DAY_CALENDAR });
  return judgeEvent(detail, event, now, WORKING_DAY_CALENDAR).accepted;
}

function sampleOf(kind: DeskKind, detail: CaseDetail): EventDraft {
  const [role] = EVENT_ROLES[kind];
  const base = { id: "sample", by: { role, organisation: "-" }, note: "" };
  const office = { role: "office", organisation: "-" } as const;
  if (kind === "paused") return { ...base, kind, reason: "siteOutage", approver: office };
  if (kind === "severityChanged") return { ...base, kind, severity: otherSeverity(detail) };
  if (kind === "dispatched") return { ...base, kind, limit: null };
  return kind === "reportedFixed" ? { ...base, kind, evidenceUrl: null } : { ...base, kind };
}
