import { countWorkingDays } from "#domain/workday.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";
import { SectionHead } from "./section-head.tsx";

const YEARS = [...WORKING_DAY_CALENDAR].map(([year, { offDays, workDays }]) => ({
  year,
  workingDays: countWorkingDays(`${year - 1}-12-31`, `${year}-12-31`, WORKING_DAY_CALENDAR),
  offDays,
  workDays,
}));

/** 02-15—02-23: neighbouring days as one span. */
function describeDays(days: readonly string[]): string {
  const spans: [string, string][] = [];
  for (const day of days) {
    const last = spans[spans.length - 1];
    if (last !== undefined && Date.parse(day) - Date.parse(last[1]) === 86_400_000) last[1] = day;
    else spans.push([day, day]);
  }
  return spans.map(([from, to]) => (from === to ? from.slice(5) : `${from.slice(5)}—${to.slice(5)}`)).join("、");
}

/** Which years can be counted in working days; a year that is not here is refused and never guessed. */
export function CalendarYears() {
  const last = Math.max(...YEARS.map(({ year }) => year));
  return (
    <>
      <SectionHead id="calendar" title="工作日历">
        已维护 {YEARS[0]?.year}—{last} 年。期限跨入 {last + 1}
        年及以后的，提示“日历未维护”，不按周末推算；每年 11 月放假安排公布后补入。
      </SectionHead>
      <RuleTable
        caption="已维护的工作日历"
        rows={YEARS}
        rowId={(row) => `calendar-${row.year}`}
        columns={[
          { head: "年度", width: "8%", cell: (row) => row.year },
          { head: "工作日", width: "8%", align: "right", cell: (row) => row.workingDays },
          { head: "放假", width: "50%", cell: (row) => describeDays(row.offDays) },
          { head: "调休上班", cell: (row) => describeDays(row.workDays) },
        ]}
      />
      <p className={styles["note"]}>来源：国务院办公厅关于各年部分节假日安排的通知。</p>
    </>
  );
}
