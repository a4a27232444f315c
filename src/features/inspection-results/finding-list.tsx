import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { memo, useState } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import type { Register } from "#api/quarter-results.ts";
import type { TableContent } from "#charts/export-table.ts";
import { TableExport } from "#charts/table-export.tsx";
import type { ResolvedFilters } from "#domain/filters.ts";
import { FINDING_STATUS_LABEL } from "#domain/finding.ts";
import { FINDING_EVENT_LABEL, type ListedFinding } from "#domain/finding-event.ts";
import { formatPoints } from "#domain/points.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter, nameQuarters } from "#domain/quarter.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import styles from "./finding-list.module.css";
import { indicatorFinder, toFindingTable } from "./to-finding-table.ts";
import { type PanelProps, useInspectionView } from "./use-inspection-view.ts";

const PAGE_SIZE = 50;
/** The most that the API gives at once. */
const FILE_PAGE = 500;

/** 问题清单: every ledger line of the chosen quarters and units, with its evidence. */
export const FindingList = memo(function FindingList({ register, filters, stale }: PanelProps) {
  const scope = JSON.stringify([filters.quarters, filters.side, filters.unitClass, filters.units]);
  // Another choice starts at its first page: the component is made anew.
  return <FindingPages key={scope} register={register} filters={filters} stale={stale} />;
});

function toQuery({ quarters, units, side, unitClass }: ResolvedFilters) {
  return { quarter: quarters, unit: units, side: side ?? undefined, unitClass: unitClass ?? undefined };
}

function FindingPages({ register, filters, stale }: PanelProps) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors[cursors.length - 1];
  const page = useQuery({
    ...endpointQuery(findingContract.findings, { ...toQuery(filters), after, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  const collect = useFindingFile(register, filters);
  if (!page.data) return <p role="status">问题清单正在加载</p>;
  const { rows, total, next } = page.data;
  if (total === 0) return <EmptyState sentence="所选季度和单位没有问题记录。" advice="可放宽单位或季度。" />;
  const first = cursors.length * PAGE_SIZE;
  return (
    <>
      <TableHead
        title="问题清单"
        note={`${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}；共 ${total} 条，第 ${first + 1}–${first + rows.length} 条；下载的文件含全部 ${total} 条及办理理由。`}
        actions={<TableExport title="问题清单" collect={collect} stale={stale} />}
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

/** Asks for every line of the choice, page after page, when somebody wants the file. */
function useFindingFile(register: Register, filters: ResolvedFilters) {
  const client = useQueryClient();
  const view = useInspectionView(register, filters);
  return async (): Promise<TableContent> => {
    const rows: ListedFinding[] = [];
    let after: string | undefined;
    do {
      const query = endpointQuery(findingContract.findings, { ...toQuery(filters), after, limit: FILE_PAGE });
      const page = await client.fetchQuery(query);
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    const provenance = view?.provenance ?? describeProvenance(register.sources, "inspections");
    return {
      title: "问题清单",
      finding: `共 ${rows.length} 条。`,
      caption: describeFilters(filters, register.units, { parts: ["quarters", "units"] }),
      note: "状态、最近办理、理由、时间以台账和办理记录为准；已发布季度为发布时的状态。",
      source: provenance.source,
      marks: provenance.marks,
      table: toFindingTable(rows, register),
      fileStem: {
        quarters: nameQuarters(filters.quarters),
        subject: "问题清单",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      },
    };
  };
}

function toColumns(register: Register) {
  const unitNames = new Map(register.units.map((unit) => [unit.id, unit.name]));
  const indicatorOf = indicatorFinder(register);
  return [
    { id: "id", head: "编号", cell: (row: ListedFinding) => <span className={styles["id"]}>{row.id}</span> },
    { id: "unit", head: "单位", cell: (row: ListedFinding) => unitNames.get(row.unitId) ?? row.unitId },
    { id: "quarter", head: "季度", cell: (row: ListedFinding) => describeQuarter(row.quarter) },
    {
      id: "date",
      head: "发现日期",
      cell: (row: ListedFinding) => row.occurredOn,
      sortBy: (row: ListedFinding) => row.occurredOn,
    },
    {
      id: "indicator",
      head: "指标",
      cell: (row: ListedFinding) => (
        <span title={indicatorOf(row)?.clause}>{indicatorOf(row)?.name ?? row.indicatorId}</span>
      ),
    },
    {
      id: "problem",
      head: "问题",
      cell: (row: ListedFinding) => <span className={styles["problem"]}>{row.problem}</span>,
    },
    { id: "count", head: "处数", align: "right" as const, cell: (row: ListedFinding) => row.count },
    {
      id: "points",
      head: "扣分",
      align: "right" as const,
      explanation: "封顶前的分值；加分为 +",
      cell: (row: ListedFinding) => costOf(row, indicatorOf(row)?.effect),
      sortBy: (row: ListedFinding) => row.points,
    },
    { id: "status", head: "状态", cell: (row: ListedFinding) => <StatusCell finding={row} /> },
    {
      id: "evidence",
      head: "佐证",
      cell: (row: ListedFinding) =>
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

/** With the reason where somebody argued: 已免除 · 核对职责清单，情况属实。 */
function StatusCell({ finding: { status, lastEntry } }: { finding: ListedFinding }) {
  const label = FINDING_STATUS_LABEL[status];
  if (lastEntry === undefined) return label;
  const { kind, reason, at, by } = lastEntry;
  return (
    <span className={styles["status"]}>
      {label}
      <small className={styles["step"]}>
        {`${FINDING_EVENT_LABEL[kind]}${reason === "" ? "" : `：${reason}`}（${by.organisation}，${formatShanghai(at)}）`}
      </small>
    </span>
  );
}

function costOf(finding: ListedFinding, effect: string | undefined): string {
  if (effect === "veto") return "否决";
  return `${effect === "bonus" ? "+" : "−"}${formatPoints(finding.points, 2)}`;
}
