import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { newClientKey } from "#api/client-key.ts";
import { draftContract, draftWrites } from "#api/draft-contract.ts";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import { type SchemeChange, writeChanges } from "#domain/scheme-draft.ts";
import { Button } from "#ui/button.tsx";
import { DraftLine } from "./draft-line.tsx";
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
  const [said, say] = useState("");
  const section = useRef<HTMLElement>(null);
  /** A line that closes takes the focus with it: it stays in the section, so that Tab goes on from here. */
  const settle = () => section.current?.focus();
  const act = useDraftChanges(say, settle);
  return (
    <section ref={section} tabIndex={-1} className={styles["saved"]} aria-label="草稿版本">
      {changes.length > 0 ? <SaveForm base={base} changes={changes} say={say} /> : null}
      {own.length > 0 ? (
        <ul className={styles["list"]}>
          {own.map((draft) => (
            <DraftLine key={draft.id} draft={draft} base={base} open={open} settle={settle} {...act} />
          ))}
        </ul>
      ) : null}
      <p role="status" className={styles["words"]}>
        {said}
      </p>
    </section>
  );
}

type Say = (sentence: string) => void;

/** Renaming and removing. The list is read anew after a refusal too. */
function useDraftChanges(say: Say, settle: () => void) {
  const naming = useEndpointMutation(draftWrites.nameSchemeDraft, [draftContract.schemeDrafts]);
  const removal = useEndpointMutation(draftWrites.removeSchemeDraft, [draftContract.schemeDrafts]);
  const refused = (error: Error) => say(`没有办成：${error.message}`);
  return {
    busy: naming.isPending || removal.isPending,
    rename: ({ id, name: was }: SavedDraft, name: string, done: () => void) => {
      const onSuccess = () => {
        say(`“${was}”已改名为“${name}”。`);
        done();
      };
      naming.mutate({ query: { id }, body: { name, was } }, { onSuccess, onError: refused });
    },
    remove: ({ id, name: was }: SavedDraft) => {
      const onSuccess = () => {
        say(`已删除草稿“${was}”。`);
        settle();
      };
      removal.mutate({ query: { id }, body: { was, by: OFFICE } }, { onSuccess, onError: refused });
    },
  };
}

type SaveFormProps = Pick<SavedDraftsProps, "base" | "changes"> & { say: Say };

/** The key belongs to the name that is being given: sent again after a broken line, the draft is saved once. */
function SaveForm({ base, changes, say }: SaveFormProps) {
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
        onSuccess: (saved) => {
          say(`已存草稿“${saved.name}”；已发布的季度不受影响。`);
          rename("");
        },
        onError: (error) => say(`没有存：${error.message}`),
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
    </form>
  );
}
