import { type FormEvent, useState } from "react";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { reportContract, reportWrites } from "#api/report-contract.ts";
import { type NotedRule, notedRuleSchema, standingNote } from "#domain/report-note.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import { CardWords } from "./card-words.tsx";
import styles from "./note-card.module.css";
import { newNoteKey } from "./note-key.ts";
import type { ReportView } from "./report-view.ts";

/** Differences that may be explained, each with the remark that stands at it. */
export function NoteCard({ view }: { view: ReportView }) {
  const open = view.results.filter((result) => result.verdict === "fail" && isNoted(result.ruleId));
  const explained = open.filter((result) => noteOn(view, result) !== null).length;
  return (
    <CardWords
      title="须附说明的差异（R5、R6）"
      finding={describeOpen(open.length, explained)}
      note="R6 在实践中常因清理口径不符，按提示处理，须附说明；R5 有说明的除外。说明只增不改，以最近一条为准，随表二一同导出。"
      source={view.provenance.source}
      marks={view.provenance.marks}
    >
      <ul className={styles["list"]}>
        {open.map((result) => (
          <NotedDifference key={`${result.ruleId}${result.item}`} view={view} result={result} />
        ))}
      </ul>
    </CardWords>
  );
}

function isNoted(ruleId: string): ruleId is NotedRule {
  return notedRuleSchema.safeParse(ruleId).success;
}

function noteOn(view: ReportView, result: RuleResult) {
  return isNoted(result.ruleId) ? standingNote(view.notes, result.ruleId, result.item) : null;
}

function describeOpen(open: number, explained: number): string {
  if (open === 0) return "没有须附说明的差异。";
  return explained === open ? `${open} 处差异均已说明。` : `${open} 处差异，已说明 ${explained} 处。`;
}

function NotedDifference({ view, result }: { view: ReportView; result: RuleResult }) {
  const [isWriting, setWriting] = useState(false);
  const note = noteOn(view, result);
  return (
    <li className={styles["item"]} data-open={note === null || undefined}>
      <b>{result.ruleId}</b>
      <span>{result.message}</span>
      {note === null ? null : (
        <>
          <p className={styles["text"]}>{note.text}</p>
          <p className={styles["meta"]}>
            {note.by} · {shanghaiDate(note.at)} 登记
          </p>
        </>
      )}
      {isWriting ? (
        <NoteForm view={view} result={result} after={note?.id ?? null} onDone={() => setWriting(false)} />
      ) : (
        <div>
          <Button size="small" onClick={() => setWriting(true)}>
            {note === null ? "附说明" : "补充说明"}
          </Button>
        </div>
      )}
    </li>
  );
}

interface NoteFormProps {
  view: ReportView;
  result: RuleResult;
  after: string | null;
  onDone: () => void;
}

const STALE = [reportContract.annualReportNotes];

/** The key stays the same for every try of this form, so that a lost reply records nothing twice. */
function NoteForm({ view, result, after, onDone }: NoteFormProps) {
  const [id] = useState(newNoteKey);
  const record = useEndpointMutation(reportWrites.recordReportNote, STALE);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = (name: string) => String(form.get(name) ?? "").trim();
    record.mutate(
      {
        query: { body: view.report.bodyId, year: String(view.report.year) },
        body: {
          id,
          ruleId: notedRuleSchema.parse(result.ruleId),
          item: result.item,
          text: words("text"),
          by: words("by"),
          after,
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={`${result.ruleId} ${result.where}说明`}>
      <label className={styles["field"]}>
        <span>说明</span>
        <textarea name="text" rows={3} maxLength={500} required />
      </label>
      <label className={styles["field"]}>
        <span>登记单位</span>
        <input name="by" maxLength={60} required defaultValue={view.report.bodyName} />
      </label>
      {record.error === null ? null : (
        <p role="alert" className={styles["refused"]}>
          没有登记：{record.error.message}
        </p>
      )}
      <div className={styles["buttons"]}>
        <Button type="submit" look="strong" size="small" disabled={record.isPending}>
          登记说明
        </Button>
        <Button size="small" onClick={onDone}>
          取消
        </Button>
      </div>
    </form>
  );
}
