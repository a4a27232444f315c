import type { ReactNode } from "react";
import type { TextCheck, TextFinding } from "#domain/report-text-check.ts";
import { countVerdicts, TEXT_VERDICTS } from "./describe-text-check.ts";
import styles from "./text-check.module.css";
import { leadTo, markAnchor, rowAnchor } from "./text-check-links.ts";
import { TextVerdictMark } from "./text-verdict-mark.tsx";

interface TextCheckReaderProps {
  text: string;
  check: TextCheck;
}

/** The text with every number marked; a number that a table can tell leads to its line in the list. */
export function TextCheckReader({ text, check }: TextCheckReaderProps) {
  const counts = countVerdicts(check.findings);
  return (
    <div className={styles["side"]}>
      <p className={styles["legend"]}>
        {TEXT_VERDICTS.filter((verdict) => verdict !== "notAssessable" || counts[verdict] > 0).map((verdict) => (
          <TextVerdictMark key={verdict} verdict={verdict} count={counts[verdict]} />
        ))}
      </p>
      <section className={styles["text"]} aria-label="已标注的正文" ref={makeReachable}>
        {toPieces(text, check)}
      </section>
    </div>
  );
}

/** A box that scrolls must be reachable by keyboard (WCAG 2.1.1), also when no number in it is a button. */
function makeReachable(element: HTMLElement | null): void {
  if (element !== null) element.tabIndex = 0;
}

/** Text, marked numbers and, in place of pasted tables, one line that says so. */
function toPieces(text: string, { findings, tables }: TextCheck): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  const skipTables = (upTo: number) => {
    if (tables === null || at > tables.start || upTo < tables.start) return;
    pieces.push(text.slice(at, tables.start), <SkippedTables key="tables" numbers={tables.numbers} />);
    at = tables.end;
  };
  for (const finding of findings) {
    const { offset, end } = finding.number;
    skipTables(offset);
    pieces.push(text.slice(at, offset), <MarkedNumber key={offset} finding={finding} raw={text.slice(offset, end)} />);
    at = end;
  }
  skipTables(text.length);
  pieces.push(text.slice(at));
  return pieces;
}

function SkippedTables({ numbers }: { numbers: number }) {
  return <span className={styles["skipped"]}>{`第二至四部分为表格，其中 ${numbers} 个数字不在此比对`}</span>;
}

function MarkedNumber({ finding, raw }: { finding: TextFinding; raw: string }) {
  const { number, verdict, message } = finding;
  if (verdict === "unrelated") {
    return (
      <span id={markAnchor(number.offset)} className={styles["number"]} data-verdict={verdict} title={message}>
        {raw}
        <TextVerdictMark verdict={verdict} />
      </span>
    );
  }
  return (
    <button
      type="button"
      id={markAnchor(number.offset)}
      className={styles["number"]}
      data-verdict={verdict}
      title={message}
      onClick={() => leadTo(rowAnchor(number.offset))}
    >
      {raw}
      <TextVerdictMark verdict={verdict} />
    </button>
  );
}
