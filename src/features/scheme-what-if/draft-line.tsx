import { type FormEvent, useState } from "react";
import { changesOf } from "#domain/judge-draft.ts";
import type { SavedDraft } from "#domain/saved-draft.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { SchemeChange } from "#domain/scheme-draft.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import styles from "./saved-drafts.module.css";

interface DraftLineProps {
  draft: SavedDraft;
  base: Scheme;
  busy: boolean;
  open: (changes: SchemeChange[]) => void;
  /** Keeps the focus near when the line closes what it asked. */
  settle: () => void;
  /** Each tells when it is done; a refusal leaves the line as it is. */
  rename: (draft: SavedDraft, name: string, done: () => void) => void;
  remove: (draft: SavedDraft) => void;
}

type Asking = "name" | "removal" | null;

/** One saved draft: opened by its name, renamed in place, removed after a question. */
export function DraftLine({ draft, base, busy, open, settle, rename, remove }: DraftLineProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const changes = changesOf(draft, base);
  const close = () => {
    settle();
    setAsking(null);
  };
  return (
    <li>
      {asking === "name" ? (
        <NameForm draft={draft} busy={busy} close={close} rename={(name) => rename(draft, name, close)} />
      ) : (
        <>
          <Button size="small" look="quiet" onClick={() => open(changes)}>
            {draft.name}
          </Button>
          <span className={styles["words"]}>
            {`草稿 · ${changes.length} 处改动 · ${draft.by} ${formatShanghai(draft.savedAt)}`}
          </span>
        </>
      )}
      {asking === null ? (
        <span className={styles["acts"]}>
          <Button size="small" look="quiet" aria-label={`改名：${draft.name}`} onClick={() => setAsking("name")}>
            改名
          </Button>
          <Button size="small" look="quiet" aria-label={`删除：${draft.name}`} onClick={() => setAsking("removal")}>
            删除
          </Button>
        </span>
      ) : null}
      {asking === "removal" ? (
        <RemovalQuestion draft={draft} busy={busy} close={close} remove={() => remove(draft)} />
      ) : null}
    </li>
  );
}

/** What was asked for by keyboard goes on by keyboard. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

interface AskProps {
  draft: SavedDraft;
  busy: boolean;
  close: () => void;
}

function NameForm({ draft, busy, close, rename }: AskProps & { rename: (name: string) => void }) {
  const [name, setName] = useState(draft.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename(name.trim());
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={`改名：${draft.name}`}>
      <input
        aria-label={`“${draft.name}”的新名称`}
        value={name}
        maxLength={40}
        required
        ref={takeFocus}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" type="submit" disabled={busy || name.trim() === ""}>
        确认改名
      </Button>
      <Button size="small" look="quiet" onClick={close}>
        取消
      </Button>
    </form>
  );
}

function RemovalQuestion({ draft, busy, close, remove }: AskProps & { remove: () => void }) {
  return (
    <fieldset className={styles["question"]}>
      <legend className="visually-hidden">{`删除：${draft.name}`}</legend>
      <span>{`删除草稿“${draft.name}”？删除后不能恢复；已发出的链接仍能打开同样的改动。`}</span>
      <Button size="small" disabled={busy} onClick={remove}>
        确认删除
      </Button>
      <Button size="small" look="quiet" ref={takeFocus} onClick={close}>
        取消
      </Button>
    </fieldset>
  );
}
