import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { DEFAULT_RULES, describeLimit, type RectificationRules } from "#domain/rectification.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";
import { SectionHead } from "./section-head.tsx";

const WAIT_LABEL = {
  counts: "等待复核不停表，复核不通过时到期时间不变",
  stops: "复核不通过时，等待复核的时间顺延",
} satisfies Record<RectificationRules["recheckWait"], string>;

/** The limits of error rectification by version; each case keeps the version of its dispatch. */
export function RectificationRuleTable() {
  const stored = useSuspenseQuery(endpointQuery(rectificationContract.rectificationRules, {})).data;
  const versions = (stored.length > 0 ? [...stored] : [DEFAULT_RULES]).sort(
    (a, b) => Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom),
  );
  return (
    <>
      <SectionHead id="rectification-rules" title="错误整改时限">
        每件按交办时的版本计时，以后改版不影响已交办的件；某一件怎么算的，见错误整改页的“时限怎么算的”。
      </SectionHead>
      <RuleTable
        caption="错误整改时限的版本"
        rows={versions}
        rowId={(row) => `rectification-${row.ruleVersion}`}
        columns={[
          { head: "版本", width: "8%", cell: (row) => row.ruleVersion },
          { head: "对此时起交办的件生效", width: "18%", cell: (row) => formatShanghai(row.effectiveFrom) },
          { head: "严重错误", width: "16%", cell: (row) => describeLimit(row.limits.serious) },
          { head: "一般错误", width: "16%", cell: (row) => describeLimit(row.limits.general) },
          { head: "复核等待", width: "28%", cell: (row) => WAIT_LABEL[row.recheckWait] },
          { head: "重复发生", cell: (row) => `办结后 ${row.relapseDays} 天内` },
        ]}
      />
      <ul className={styles["points"]}>
        <li>
          从系统记录的交办时刻起算，不论何时接收；自然时间含夜间、周末和节假日；只有经批准并留痕的暂停才停止计时。
        </li>
        <li>级别调整后从交办时刻按新级别重新计算，已批准的暂停保留。</li>
        <li>起算时刻、夜间和周末是否计入、等待复核如何计时，均未查到公开规定，以上为本系统的默认口径，可以调整。</li>
      </ul>
    </>
  );
}
