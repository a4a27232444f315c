import { useState } from "react";
import type { FindingStatus } from "#domain/finding.ts";
import {
  FINDING_EVENT_LABEL,
  FINDING_STEPS,
  type FindingEventKind,
  type FindingLog,
  findingEventKindSchema,
} from "#domain/finding-event.ts";
import { Button } from "#ui/button.tsx";
import styles from "./finding-file.module.css";
import { FindingForm } from "./finding-form.tsx";

interface FindingActionsProps {
  id: string;
  log: FindingLog;
  unitName: string;
}

/** The records that the finding can take now. The server judges again: somebody may be faster. */
export function FindingActions({ id, log, unitName }: FindingActionsProps) {
  const [open, setOpen] = useState<FindingEventKind | null>(null);
  const [done, setDone] = useState("");
  const kinds = findingEventKindSchema.options.filter((kind) => isPossible(kind, log));
  return (
    <div className={styles["actions"]}>
      <div className={styles["kinds"]}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-expanded={open === kind}
            onClick={() => {
              setDone("");
              setOpen(open === kind ? null : kind);
            }}
          >
            {FINDING_EVENT_LABEL[kind]}
          </Button>
        ))}
      </div>
      <p role="status" className={styles["done"]}>
        {done}
      </p>
      {open === null ? null : (
        <FindingForm
          key={open}
          id={id}
          kind={open}
          unitName={unitName}
          onDone={(sentence) => {
            setOpen(null);
            setDone(sentence);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function isPossible(kind: FindingEventKind, { status, events }: FindingLog): boolean {
  const from: readonly FindingStatus[] = FINDING_STEPS[kind].from;
  return from.includes(status) && !(kind === "returnedUnfixed" && events.some((event) => event.kind === kind));
}
