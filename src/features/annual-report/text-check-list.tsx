import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { TextCheck, TextFinding } from "#domain/report-text-check.ts";
import type { TextSum } from "#domain/report-text-sums.ts";
import { cellLabel } from "#domain/report-text-value.ts";
import { Button } from "#ui/button.tsx";
import { toLines } from "./describe-text-check.ts";
import styles from "./text-check.module.css";
import { dimCells, leadTo, leadToCells, markAnchor, rowAnchor } from "./text-check-links.ts";
import { TextVerdictMark } from "./text-verdict-mark.tsx";

/** Every number with its verdict, what has to be looked at first; each leads to its cell and back. */
export function TextCheckList({ check }: { check: TextCheck }) {
  const [led, setLed] = useState<TextFinding | null>(null);
  const [message, setMessage] = useState("");
  useEffect(() => dimCells, []);
  const lines = toLines(check);
  const foreign = check.findings.filter((finding) => finding.verdict === "unrelated");

  function lead(finding: TextFinding) {
    const isThere = leadToCells(finding.cells);
    setLed(isThere ? finding : null);
    setMessage(isThere ? "" : `本页没有显示这一格：${finding.cells.map(cellLabel).join("；")}。`);
  }
  function back() {
    dimCells();
    if (led !== null) leadTo(rowAnchor(led.number.offset));
    setLed(null);
  }
  return (
    <div className={styles["side"]}>
      <p role="status" className={message === "" ? styles["silent"] : styles["warning"]}>
        {message}
      </p>
      <ul className={styles["list"]} aria-label="对照结果">
        {lines.map((line) =>
          line.kind === "sum" ? (
            <SumLine key={`sum-${line.sum.total.offset}`} sum={line.sum} />
          ) : (
            <FindingLine key={line.finding.number.offset} finding={line.finding} onLead={lead} />
          ),
        )}
      </ul>
      {lines.length === 0 ? <p className={styles["hint"]}>正文没有可与表比对的数字。</p> : null}
      <ForeignNumbers findings={foreign} />
      {led === null ? null : <BackButton finding={led} onBack={back} />}
    </div>
  );
}

interface FindingLineProps {
  finding: TextFinding;
  onLead: (finding: TextFinding) => void;
}

function FindingLine({ finding, onLead }: FindingLineProps) {
  const { number, verdict, phrase, message } = finding;
  return (
    <li id={rowAnchor(number.offset)} className={styles["line"]} data-verdict={verdict} tabIndex={-1}>
      <p className={styles["phrase"]}>
        <TextVerdictMark verdict={verdict} />
        <b>{phrase}</b>
      </p>
      <p className={styles["message"]}>{message}</p>
      <p className={styles["links"]}>
        <Button look="quiet" size="small" aria-label={`${phrase}：定位单元格`} onClick={() => onLead(finding)}>
          定位单元格
        </Button>
        <BackToText name={phrase} offset={number.offset} />
      </p>
    </li>
  );
}

function BackToText({ name, offset }: { name: string; offset: number }) {
  return (
    <Button look="quiet" size="small" aria-label={`${name}：回到正文`} onClick={() => leadTo(markAnchor(offset))}>
      回到正文
    </Button>
  );
}

function SumLine({ sum }: { sum: TextSum }) {
  return (
    <li className={styles["line"]} data-verdict={sum.verdict}>
      <p className={styles["phrase"]}>
        <TextVerdictMark verdict={sum.verdict} />
        <b>{`正文自列合计 ${sum.total.raw}`}</b>
      </p>
      <p className={styles["message"]}>{sum.message}</p>
      <p className={styles["links"]}>
        <BackToText name={`正文自列合计 ${sum.total.raw}`} offset={sum.total.offset} />
      </p>
    </li>
  );
}

function ForeignNumbers({ findings }: { findings: readonly TextFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <details className={styles["foreign"]}>
      <summary>
        <TextVerdictMark verdict="unrelated" count={findings.length} />
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.number.offset}>{finding.phrase}</li>
        ))}
      </ul>
    </details>
  );
}

/** Stands over the page while a cell is being looked at, so that the way back is never out of sight. */
function BackButton({ finding, onBack }: { finding: TextFinding; onBack: () => void }) {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") onBack();
    };
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  });
  return createPortal(
    <aside className={styles["back"]} aria-label="返回正文对照">
      <Button look="strong" onClick={onBack}>{`返回正文对照：${finding.number.raw}（Esc）`}</Button>
    </aside>,
    document.body,
  );
}
