import { COUNTING_RULES } from "#domain/counting-rules.ts";
import { RuleTable } from "./rule-table.tsx";
import { SectionHead } from "./section-head.tsx";

/** How numbers are rounded, ranked and printed. */
export function CountingRules() {
  return (
    <>
      <SectionHead id="counting" title="取位与排位">
        页面、图件和下载的文件用同一套算法。
      </SectionHead>
      <RuleTable
        caption="取位与排位规则"
        rows={COUNTING_RULES}
        rowId={(row) => `counting-${row.id}`}
        columns={[
          { head: "事项", width: "16%", cell: (row) => row.name },
          { head: "规则", width: "50%", cell: (row) => row.text },
          { head: "例", cell: (row) => row.example },
        ]}
      />
    </>
  );
}
