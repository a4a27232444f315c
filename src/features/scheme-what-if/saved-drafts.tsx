import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { newClientKey } from "#api/client-key.ts";
import { draftContract, draftWrites } from "#api/draft-contract.ts";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { changesOf } from "#domain/judge-draft.ts";
import type { SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import { type SchemeChange, writeChanges } from "#domain/scheme-draft.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import styles from "./saved-drafts.module.css";

/** Whoever uses a desk of the office; no person is named. */
const OFFICE = "区政府办公室";

interface SavedDraftsProps {
  base: Scheme;
  changes: readonly SchemeChange[];
  open: (changes: SchemeChange[]) => void;
}

/** Draft versions under a name: kept beside the schemes, so that no quarter is ever scored by one. */
export function SavedDrafts({ base, changes, open }: SavedDraftsProps) {
  const drafts = useSuspenseQuery(endpointQuery(draftContract.schemeDrafts, {}));
  const own = drafts.data.filter((draft) => draft.schemeId === base.id);
  return (
    <section className={styles["saved"]} aria-label="草稿版本">
      {changes.length > 0 ? <SaveForm base={base} changes={changes} /> : null}
      {own.length > 0 ? (
        <ul className={styles["list"]}>
          {own.map((draft) => (
            <DraftLine key={draft.id} draft={draft} base={base} open={open} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function DraftLine({ draft, base, open }: { draft: SavedDraft } & Pick<SavedDraftsProps, "base" | "open">) {
  const changes = changesOf(draft, base);
  return (
    <li>
      <Button size="small" look="quiet" onClick={() => open(changes)}>
        {draft.name}
      </Button>
      <span className={styles["words"]}>
        {`草稿 · ${changes.length} 处改动 · ${draft.by} ${formatShanghai(draft.savedAt)}`}
      </span>
    </li>
  );
}

/** The key belongs to the name that is being given: sent again after a broken line, the draft is saved once. */
function SaveForm({ base, changes }: Pick<SavedDraftsProps, "base" | "changes">) {
  const [name, setName] = useState("");
  const [key, setKey] = useState(newClientKey);
  const save = useEndpointMutation(draftWrites.saveSchemeDraft, [draftContract.schemeDrafts]);
  const rename = (text: string) => {
    setName(text);
    setKey(newClientKey());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { id: key, schemeId: base.id, name: name.trim(), changes: writeChanges(changes), by: OFFICE };
    save.mutate(
      { query: {}, body },
      {
        onSuccess: () => rename(""),
      },
    );
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <label>
        <span className={styles["label"]}>草稿名称</span>
        <input value={name} maxLength={40} required onChange={(event) => rename(event.target.value)} />
      </label>
      <Button size="small" type="submit" disabled={save.isPending || name.trim() === ""}>
        存为草稿版本
      </Button>
      <span role="status" className={styles["words"]}>
        {save.isSuccess ? `已存草稿“${save.data.name}”；已发布的季度不受影响。` : null}
        {save.error === null ? null : `没有存：${save.error.message}`}
      </span>
    </form>
  );
}
