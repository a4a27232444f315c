import { memo } from "react";
import { meaningOfChange } from "#domain/comparison.ts";
import { describeQuarters } from "#domain/quarter.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import styles from "./period-comparison-table.module.css";
import { type ComparedRow, toComparedRows } from "./to-compared-rows.ts";
import { type Period, useInspectionView, type ViewProps } from "./use-inspection-view.ts";

/** 两期对照: every figure of two periods side by side, so that any two quarters can be read against each other. */
export const PeriodComparisonTable = memo(function PeriodComparisonTable({ register, filters }: ViewProps) {
  const view = useInspectionView(register, filters);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  if (!view.base) {
    return <EmptyState sentence="没有对比的季度。" advice="在“比较”里选环比、同比或指定季度。" />;
  }
  const [before, now] = [nameOf(view.base), nameOf(view.now)];
  return (
    <>
      <TableHead title="两期对照" note={`${before}与${now}，同一口径；分数到一位小数，变化按显示的数字相减。`} />
      <DataTable
        caption="两期对照"
        dense
        maxHeight={520}
        rows={toComparedRows(view.now, view.base)}
        rowKey={(row) => row.id}
        columns={[
          { id: "label", head: "指标", cell: (row) => <span className={styles[row.level]}>{row.label}</span> },
          { id: "before", head: before, align: "right", cell: (row) => row.before },
          { id: "now", head: now, align: "right", cell: (row) => row.now },
          { id: "change", head: "变化", align: "right", cell: (row) => <Change row={row} /> },
        ]}
      />
    </>
  );
});

function nameOf(period: Period): string {
  return describeQuarters(period.results.map((result) => result.quarter));
}

/** The sign says the direction, the colour whether it is good news. */
function Change({ row }: { row: ComparedRow }) {
  const meaning = row.better === null || row.change === null ? "same" : meaningOfChange(row.change, row.better);
  return <span className={styles[meaning]}>{row.changeText}</span>;
}
