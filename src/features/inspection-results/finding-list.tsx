import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { memo, useState } from "react";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { Register } from "#api/quarter-results.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import { formatPoints } from "#domain/points.ts";
import { describeQuarter } from "#domain/quarter.ts";
import { describeFilters } from "#filters/describe-filters.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import styles from "./finding-list.module.css";
import type { ViewProps } from "./use-inspection-view.ts";

const PAGE_SIZE = 50;

/** 问题清单: every ledger line of the chosen quarters and units, with its evidence. */
export const FindingList = memo(function FindingList({ register, filters }: ViewProps) {
  const scope = JSON.stringify([filters.quarters, filters.side, filters.unitClass, filters.units]);
  // Another choice starts at its first page: the component is made anew.
  return <FindingPages key={scope} register={register} filters={filters} />;
});

function FindingPages({ register, filters }: ViewProps) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors[cursors.length - 1];
  const page = useQuery({
    ...endpointQuery(contract.findings, {
      quarter: filters.quarters,
      unit: filters.units,
      side: filters.side ?? undefined,
      unitClass: filters.unitClass ?? undefined,
      after,
      limit: PAGE_SIZE,
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  if (!page.data) return <p role="status">问题清单正在加载</p>;
  const { rows, total, next } = page.data;
  if (total === 0) return <EmptyState sentence="所选季度和单位没有问题记录。" advice="可放宽单位或季度。" />;
  const first = cursors.length * PAGE_SIZE;
  return (
    <>
      <TableHead
        title="问题清单"
        note={`${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}；共 ${total} 条，第 ${first + 1}–${first + rows.length} 条。`}
      />
      <DataTable
        caption="问题清单"
        dense
        maxHeight={480}
        rows={rows}
        rowKey={(row) => row.id}
        columns={toColumns(register)}
      />
      <nav className={styles["pages"]} aria-label="问题清单翻页">
        <Button size="small" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
          上一页
        </Button>
        <Button size="small" disabled={next === null} onClick={() => next && setCursors([...cursors, next])}>
          下一页
        </Button>
        <span role="status">{page.isPlaceholderData ? "更新中" : ""}</span>
      </nav>
    </>
  );
}

function toColumns({ units, schemes, inspections }: Register) {
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const schemeOf = new Map(inspections.map((inspection) => [inspection.quarter, inspection.schemeId]));
  const indicatorOf = (finding: Finding) =>
    schemes
      .find((scheme) => scheme.id === schemeOf.get(finding.quarter))
      ?.indicators.find((indicator) => indicator.id === finding.indicatorId);
  return [
    { id: "id", head: "编号", cell: (row: Finding) => <span className={styles["id"]}>{row.id}</span> },
    { id: "unit", head: "单位", cell: (row: Finding) => unitNames.get(row.unitId) ?? row.unitId },
    { id: "quarter", head: "季度", cell: (row: Finding) => describeQuarter(row.quarter) },
    { id: "date", head: "发现日期", cell: (row: Finding) => row.occurredOn, sortBy: (row: Finding) => row.occurredOn },
    {
      id: "indicator",
      head: "指标",
      cell: (row: Finding) => <span title={indicatorOf(row)?.clause}>{indicatorOf(row)?.name ?? row.indicatorId}</span>,
    },
    {
      id: "problem",
      head: "问题",
      cell: (row: Finding) => <span className={styles["problem"]}>{row.problem}</span>,
    },
    { id: "count", head: "处数", align: "right" as const, cell: (row: Finding) => row.count },
    {
      id: "points",
      head: "扣分",
      align: "right" as const,
      explanation: "封顶前的分值；加分为 +",
      cell: (row: Finding) => costOf(row, indicatorOf(row)?.effect),
      sortBy: (row: Finding) => row.points,
    },
    { id: "status", head: "状态", cell: (row: Finding) => FINDING_STATUS_LABEL[row.status] },
    {
      id: "evidence",
      head: "佐证",
      cell: (row: Finding) =>
        row.evidenceUrl ? (
          <a
            href={row.evidenceUrl}
            target="_blank"
            rel="noreferrer"
            aria-label={`${unitNames.get(row.unitId) ?? ""}佐证`}
          >
            查看
          </a>
        ) : (
          "——"
        ),
    },
  ];
}

function costOf(finding: Finding, effect: string | undefined): string {
  if (effect === "veto") return "否决";
  return `${effect === "bonus" ? "+" : "−"}${formatPoints(finding.points, 2)}`;
}
