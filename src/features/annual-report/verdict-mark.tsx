import { formatFigureChange } from "#domain/report-cell.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import styles from "./verdict-mark.module.css";

/** ✓, a boxed difference, or 未判: never colour alone, and the equation itself on hover and for the ear. */
export function VerdictMark({ result }: { result: RuleResult }) {
  if (result.verdict === "notAssessable") {
    return (
      <span className={styles["unjudged"]} title={result.message}>
        未判
      </span>
    );
  }
  if (result.verdict === "pass") {
    return (
      <span className={styles["pass"]} title={result.message}>
        <span aria-hidden="true">✓</span>
        <span className="visually-hidden">相符</span>
      </span>
    );
  }
  return (
    <strong className={styles["fail"]} title={result.message}>
      差 {formatFigureChange(result.difference ?? 0)}
    </strong>
  );
}
