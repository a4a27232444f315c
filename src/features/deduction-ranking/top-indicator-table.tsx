import { memo } from "react";
import { formatPoints } from "#domain/points.ts";
import { topIndicators } from "#domain/top-indicators.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { shownStandings, useDeductionView, type ViewProps } from "./use-deduction-view.ts";

const SHOWN = 8;

/** Which indicators cost most: n of the N units that they apply to lost points on them. */
export const TopIndicatorTable = memo(function TopIndicatorTable({ register, filters }: ViewProps) {
  const view = useDeductionView(register, filters);
  const rows = view ? topIndicators(view.standings.scheme, shownStandings(view)).slice(0, SHOWN) : [];
  if (rows.length === 0) return <EmptyState sentence="所选单位各项指标均未扣分。" />;
  return (
    <>
      <TableHead
        title={`扣分最多的 ${rows.length} 项指标`}
        note="扣分/适用：在该指标上扣了分的单位数 / 该指标适用的单位数"
      />
      <DataTable
        caption="扣分最多的指标"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: "name", head: "指标", cell: (row) => <span title={row.clause}>{row.name}</span> },
          { id: "loss", head: "扣分", align: "right", cell: (row) => <b>{formatPoints(row.loss)}</b> },
          { id: "count", head: "扣分/适用", align: "right", cell: (row) => `${row.losing}/${row.applicable} 家` },
          {
            id: "worst",
            head: "单家最多",
            cell: (row) => (row.worst ? `${row.worst.name} ${formatPoints(row.worst.loss)}` : "——"),
          },
        ]}
      />
    </>
  );
});
