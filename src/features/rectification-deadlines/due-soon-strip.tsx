import { useState } from "react";
import { ERROR_TYPE_LABEL } from "#domain/rectification.ts";
import { Button } from "#ui/button.tsx";
import { describeNear, SEVERITY_SHORT } from "./case-words.ts";
import { writeChaseList } from "./chase-list.ts";
import { copyText } from "./copy-text.ts";
import styles from "./due-soon-strip.module.css";
import { LiveTime } from "./live-time.tsx";
import type { BoardItem } from "./to-board-series.ts";

interface DueSoonStripProps {
  /** Running cases in their last hour, the most urgent first. */
  items: readonly BoardItem[];
  now: string;
  openCase: (caseId: string) => void;
}

/** Cases that the strip names; the board has them all. */
const MOST_NAMED = 12;

/** 一小时内到期: who must act now. Absent when there is none. */
export function DueSoonStrip({ items, now, openCase }: DueSoonStripProps) {
  if (items.length === 0) return null;
  return (
    <section className={styles["strip"]} aria-label="一小时内到期">
      <h2 className={styles["title"]}>一小时内到期 {items.length} 条</h2>
      <ul className={styles["list"]}>
        {items.slice(0, MOST_NAMED).map(({ entry, unitName, reading }) => (
          <li key={entry.id}>
            <button type="button" className={styles["case"]} onClick={() => openCase(entry.id)}>
              <span className={styles["severity"]}>{SEVERITY_SHORT[entry.progress.severity]}</span>
              <b>{unitName}</b> {ERROR_TYPE_LABEL[entry.errorType]}{" "}
              <b className={styles["time"]}>
                {describeNear(reading.dueAt, now)} 到期 · <LiveTime dueAt={reading.dueAt} />
              </b>
            </button>
          </li>
        ))}
        {items.length > MOST_NAMED ? <li>另有 {items.length - MOST_NAMED} 条，见看板</li> : null}
      </ul>
      <CopyChaseList items={items} now={now} word="复制催办名单" />
    </section>
  );
}

interface CopyChaseListProps {
  items: readonly BoardItem[];
  now: string;
  word: string;
}

/** Puts the named cases on the clipboard, one line each, and says whether it worked. */
export function CopyChaseList({ items, now, word }: CopyChaseListProps) {
  const [result, setResult] = useState("");
  const copy = async () => {
    const isCopied = await copyText(writeChaseList(items, now));
    setResult(isCopied ? `已复制 ${items.length} 条` : "浏览器不允许复制");
  };
  return (
    <span className={styles["copy"]}>
      <span role="status" className={styles["result"]}>
        {result}
      </span>
      <Button look="quiet" size="small" onClick={() => void copy()}>
        {word}
      </Button>
    </span>
  );
}
