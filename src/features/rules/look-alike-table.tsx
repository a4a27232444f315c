import { LOOK_ALIKES, type LookAlike } from "#domain/look-alikes.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";
import { SectionHead } from "./section-head.tsx";

/** Figures that look alike and are not. */
export function LookAlikeTable() {
  return (
    <>
      <SectionHead id="look-alikes" title="容易混淆的数字">
        公开的年报和通报里出现过的混用；左右两个数不相等、不相加，也不互作分母。
      </SectionHead>
      <RuleTable
        caption="容易混淆的数字"
        rows={LOOK_ALIKES}
        rowId={(row) => `look-alike-${row.id}`}
        columns={[
          { head: "这个数", width: "27%", cell: ({ first }) => <Side {...first} /> },
          { head: "不是那个数", width: "27%", cell: ({ second }) => <Side {...second} /> },
          { head: "怎么用", width: "24%", cell: (row) => row.rule },
          { head: "例", cell: (row) => row.example },
        ]}
      />
    </>
  );
}

function Side({ name, meaning }: LookAlike["first"]) {
  return (
    <>
      <b>{name}</b>
      <span className={styles["meaning"]}>{meaning}</span>
    </>
  );
}
