import { describeScheme, type Scheme } from "#domain/scheme.ts";
import { diffSchemes } from "#domain/scheme-diff.ts";
import { describePeriod } from "#domain/scheme-words.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";

/** What each version changed against the one before it; `schemes` are the newest first. */
export function SchemeChangeTables({ schemes }: { schemes: readonly Scheme[] }) {
  if (schemes.length === 0) return null;
  return (
    <section className={styles["part"]} aria-labelledby="scheme-changes">
      <h3 id="scheme-changes" tabIndex={-1} className={styles["subtitle"]}>
        方案变更记录
      </h3>
      {schemes.map((scheme, index) => {
        const before = schemes[index + 1];
        return before === undefined ? (
          <p key={scheme.id} className={styles["note"]}>
            {describeScheme(scheme)}：最早的版本，{describePeriod(scheme)}。
          </p>
        ) : (
          <ChangeTable key={scheme.id} before={before} after={scheme} />
        );
      })}
    </section>
  );
}

function ChangeTable({ before, after }: { before: Scheme; after: Scheme }) {
  const changes = diffSchemes(before, after);
  const versions = `${describeScheme(before)}改为${describeScheme(after)}`;
  return (
    <>
      <p className={styles["change"]}>
        {versions}，{describePeriod(after)}执行：
        {changes.length === 0 ? "规则没有变化。" : `${changes.length} 处变化。换版前后的得分不宜直接比较。`}
      </p>
      {changes.length === 0 ? null : (
        <RuleTable
          caption={versions}
          rows={changes}
          rowId={(change) => `${after.id}-${change.id}`}
          columns={[
            { head: "对象", width: "18%", cell: (change) => change.subject || "方案" },
            { head: "部分", width: "10%", cell: (change) => change.part },
            { head: "项目", width: "12%", cell: (change) => change.field },
            { head: `原（${before.version}）`, width: "30%", cell: (change) => change.before ?? "——" },
            { head: `现（${after.version}）`, width: "30%", cell: (change) => change.after ?? "——" },
          ]}
        />
      )}
    </>
  );
}
