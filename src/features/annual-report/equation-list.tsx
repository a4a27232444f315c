import type { RuleResult } from "#domain/rule-result.ts";
import { Button } from "#ui/button.tsx";
import styles from "./equation-list.module.css";
import { cellAnchor } from "./statutory-table.tsx";
import { targetCellOf } from "./to-statutory-table.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** The equations written out with their numbers; a failing one leads to its cell. */
export function EquationList({ results }: { results: readonly RuleResult[] }) {
  return (
    <ul className={styles["list"]}>
      {results.map((result) => (
        <li
          key={`${result.ruleId}${result.item}`}
          className={result.verdict === "fail" ? styles["failing"] : styles["line"]}
        >
          <b className={styles["rule"]}>{result.ruleId}</b>
          <span className={styles["message"]}>
            {result.message} {result.verdict === "fail" ? null : <VerdictMark result={result} />}
          </span>
          {result.verdict === "fail" ? <LeadToCell result={result} /> : null}
        </li>
      ))}
    </ul>
  );
}

function LeadToCell({ result }: { result: RuleResult }) {
  const target = targetCellOf(result);
  if (target === null) return null;
  return (
    <Button look="quiet" size="small" onClick={() => document.getElementById(cellAnchor(target))?.focus()}>
      定位到单元格
    </Button>
  );
}
