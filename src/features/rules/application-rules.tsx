import { APPLICATION_LIMITS, CLOCK_BEHAVIOURS, RECEIPT_DAYS } from "#domain/application-limits.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";
import { SectionHead } from "./section-head.tsx";

/** The limits of the Regulation, and what stops or moves them. */
export function ApplicationRules() {
  return (
    <>
      <SectionHead id="application-rules" title="依申请公开时限">
        依据《中华人民共和国政府信息公开条例》（国务院令第 711
        号）。收到当日不计，自次一工作日起算；工作日按国务院办公厅放假安排，调休上班的周末计入。
      </SectionHead>
      <RuleTable
        caption="依申请公开的期限"
        rows={APPLICATION_LIMITS}
        rowId={(row) => `application-${row.id}`}
        columns={[
          { head: "期限", width: "20%", cell: (row) => row.name },
          { head: "工作日", width: "10%", align: "right", cell: (row) => row.days ?? "另定" },
          { head: "起算", width: "54%", cell: (row) => row.from },
          { head: "条款", cell: (row) => row.article },
        ]}
      />
      <h3 id="application-clock" tabIndex={-1} className={styles["subtitle"]}>
        三种计时变化，不可互换
      </h3>
      <RuleTable
        caption="三种计时变化"
        rows={CLOCK_BEHAVIOURS}
        rowId={(row) => `application-clock-${row.id}`}
        columns={[
          { head: "变化", width: "12%", cell: (row) => row.name },
          { head: "情形", width: "24%", cell: (row) => row.cause },
          { head: "效果", width: "44%", cell: (row) => row.effect },
          { head: "条款", cell: (row) => row.article },
        ]}
      />
      <p className={styles["note"]}>
        收到申请之日（第三十一条）：{RECEIPT_DAYS.map(({ channel, day }) => `${channel}为${day}`).join("；")}。
      </p>
    </>
  );
}
