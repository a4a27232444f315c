import type { FormTableId } from "#domain/report-form.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import styles from "./equation-list.module.css";
import { equationGroups, equationKey, offeredResults, writtenResults } from "./equations.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface EquationListProps {
  table: FormTableId;
  results: readonly RuleResult[];
  /** Key of the chosen equation. */
  chosen: string | null;
  onChoose: (result: RuleResult) => void;
}

/** The equations of a table with their numbers: ✓ or the exact difference. Choosing one lights up its cells. */
export function EquationList({ table, results, chosen, onChoose }: EquationListProps) {
  return (
    <ul className={styles["list"]} aria-label="勾稽关系">
      {equationGroups(table, results).map((group) => {
        const offered = offeredResults(group);
        return (
          <li key={group.rule.id} className={styles["group"]}>
            <div className={styles["rule"]}>
              <span className={styles["name"]} title={group.rule.description}>
                {group.rule.id}　{group.rule.name}
              </span>
              <span>{countWords(group.results)}</span>
            </div>
            {offered.length < 2 ? null : (
              <div className={styles["places"]}>
                {offered.map((result) => (
                  <button
                    key={result.item}
                    type="button"
                    className={styles["place"]}
                    aria-pressed={equationKey(result) === chosen}
                    title={result.message}
                    onClick={() => onChoose(result)}
                  >
                    <span className="visually-hidden">{group.rule.id}</span>
                    {result.where}
                    <VerdictMark result={result} />
                  </button>
                ))}
              </div>
            )}
            {writtenResults(group, chosen).map((result) => (
              <WrittenEquation
                key={result.item}
                result={result}
                isChosen={equationKey(result) === chosen}
                onChoose={onChoose}
              />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

interface WrittenEquationProps {
  result: RuleResult;
  isChosen: boolean;
  onChoose: (result: RuleResult) => void;
}

/** One equation with both sides in numbers; pressed again it is let go. */
export function WrittenEquation({ result, isChosen, onChoose }: WrittenEquationProps) {
  return (
    <button
      type="button"
      className={styles["line"]}
      data-fails={result.verdict === "fail" || undefined}
      aria-pressed={isChosen}
      onClick={() => onChoose(result)}
    >
      <b>{result.ruleId}</b>
      <span className={styles["message"]}>{result.message}</span>
      <VerdictMark result={result} />
    </button>
  );
}

/** 7 处：相符 6 · 差 1 · 未判 0, without what does not occur. */
function countWords(results: readonly RuleResult[]): string {
  const count = (verdict: RuleResult["verdict"]) => results.filter((result) => result.verdict === verdict).length;
  const parts = [
    ["相符", count("pass")],
    ["差", count("fail")],
    ["未判", count("notAssessable")],
  ] as const;
  const words = parts.filter(([, number]) => number > 0).map(([word, number]) => `${word} ${number}`);
  return `${results.length} 处：${words.join(" · ")}`;
}
