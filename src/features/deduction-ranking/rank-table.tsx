import { memo, useMemo } from "react";
import { meaningOfChange } from "#domain/comparison.ts";
import { rankChange } from "#domain/ranking.ts";
import { displayScore } from "#domain/scoring.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { describeDeductionRange, describeEnd } from "./describe-range.ts";
import type { RankedPanel, RankedRow } from "./rank-standings.ts";
import styles from "./rank-table.module.css";
import { latestQuarterOf, type OpenScore } from "./score-dialog.tsx";
import { type DeductionView, useDeductionView, type ViewProps } from "./use-deduction-view.ts";

interface Row extends RankedRow {
  panel: RankedPanel;
  /** Places gained since the base period; null without a base or a rank. */
  moved: number | null;
}

/** 位次与得分: every rank with its class and size, every score one click from the lines that made it. */
export const RankTable = memo(function RankTable({
  register,
  filters,
  openScore,
}: ViewProps & { openScore: OpenScore }) {
  const view = useDeductionView(register, filters);
  const count = view?.ranked.reduce((sum, panel) => sum + panel.rows.length, 0);
  // Opening a score must not build the table again.
  const table = useMemo(() => {
    const explain = (row: Row) => {
      const quarter = view && latestQuarterOf(view, row.standing.unitId);
      if (quarter) openScore({ quarter, unitId: row.standing.unitId, step: null });
    };
    return view && toTable(view, explain);
  }, [view, openScore]);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  return (
    <>
      <TableHead title="位次与得分" note={`${count} 家；位次在同类单位中排，点得分看扣分明细与计算过程。`} />
      {table}
    </>
  );
});

function toTable(view: DeductionView, explain: (row: Row) => void) {
  return (
    <DataTable
      caption="位次与得分"
      dense
      maxHeight={560}
      rows={toRows(view)}
      rowKey={(row) => row.standing.unitId}
      isPicked={(row) => row.picked}
      columns={toColumns(view, explain)}
    />
  );
}

function toRows({ ranked, base }: DeductionView): Row[] {
  return ranked.flatMap((panel) =>
    panel.rows.map((row) => ({
      ...row,
      panel,
      moved: rankChange(row.rank, base?.ranks.get(row.standing.unitId) ?? null),
    })),
  );
}

function toColumns(view: DeductionView, explain: (row: Row) => void) {
  const { scheme } = view.standings;
  return [
    {
      id: "unit",
      head: "单位",
      cell: (row: Row) => row.standing.unit.name,
      sortBy: (row: Row) => row.standing.unit.order,
    },
    { id: "class", head: "类别", cell: (row: Row) => `${row.panel.group.label} · ${row.standing.unit.class}` },
    {
      id: "rank",
      head: "位次",
      align: "right" as const,
      explanation: "同类单位中扣分从多到少的名次，分值相同名次相同",
      cell: (row: Row) => (row.rank === null ? "—" : `第 ${row.rank} / ${row.panel.ranked}`),
      sortBy: (row: Row) => row.rank,
    },
    {
      id: "moved",
      head: view.base ? `名次${view.base.head}` : "名次变动",
      align: "right" as const,
      explanation: "扣分名次向前为扣分相对增多",
      cell: (row: Row) => <Moved places={row.moved} />,
      sortBy: (row: Row) => row.moved,
    },
    {
      id: "deduction",
      head: "扣分",
      align: "right" as const,
      cell: (row: Row) => deductionOf(view, row),
      sortBy: (row: Row) => (row.standing.state === "missed" ? null : row.standing.countedDeduction),
    },
    {
      id: "score",
      head: "得分",
      align: "right" as const,
      cell: (row: Row) => (
        <Button
          look="quiet"
          size="small"
          aria-label={`${row.standing.unit.shortName}得分说明`}
          onClick={() => explain(row)}
        >
          {row.standing.score === null ? scoreless(row) : displayScore(scheme, row.standing.score)}
        </Button>
      ),
      sortBy: (row: Row) => row.standing.score,
    },
    { id: "tier", head: "档次", cell: tierWord },
    ...(view.upheld.size > 0
      ? [
          {
            id: "range",
            head: "若拟扣、申诉成立",
            explanation: "拟扣和申诉中的扣分未计入得分；全部成立时的得分与档次，全部撤销时即左列",
            cell: (row: Row) => {
              const upheld = view.upheld.get(row.standing.unitId);
              return upheld === undefined || row.standing.state === "missed" ? "" : describeEnd(scheme, upheld);
            },
          },
        ]
      : []),
    { id: "remark", head: "说明", cell: (row: Row) => row.standing.reason ?? "" },
  ];
}

function deductionOf(view: DeductionView, { standing }: Row): string {
  return standing.state === "missed" ? "——" : describeDeductionRange(standing, view.upheld.get(standing.unitId));
}

function scoreless(row: Row): string {
  return row.standing.state === "missed" ? "未检" : "不计分";
}

function tierWord(row: Row): string {
  if (row.standing.state === "missed") return "未检";
  return row.standing.state === "vetoed" ? "否决" : (row.standing.tier?.name ?? "未分档");
}

/** The list runs from most to fewest points lost, so moving towards its front is bad news. */
function Moved({ places }: { places: number | null }) {
  if (places === null) return <>——</>;
  if (places === 0) return <>0</>;
  return (
    <span className={styles[meaningOfChange(places, "less")]}>{places > 0 ? `前移 ${places}` : `后移 ${-places}`}</span>
  );
}
