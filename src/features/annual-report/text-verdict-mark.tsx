import { TEXT_VERDICT_LABEL, type TextVerdict } from "#domain/report-text-verdict.ts";
import styles from "./text-check.module.css";

const GLYPH = {
  differing: "■",
  ambiguous: "◆",
  agreed: "●",
  notAssessable: "△",
  unrelated: "○",
} as const satisfies Record<TextVerdict, string>;

/** Shape, word and colour of a verdict, always the three together. */
export function TextVerdictMark({ verdict, count }: { verdict: TextVerdict; count?: number }) {
  return (
    <span className={styles["mark"]} data-verdict={verdict}>
      <span aria-hidden="true">{GLYPH[verdict]}</span>
      {TEXT_VERDICT_LABEL[verdict]}
      {count === undefined ? null : <b>{count}</b>}
    </span>
  );
}
