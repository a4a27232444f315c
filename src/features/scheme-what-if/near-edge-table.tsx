import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { TierMark } from "#charts/tier-mark.tsx";
import { type DecidingFinding, decidingFindings } from "#domain/deciding-finding.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import { formatPoints } from "#domain/points.ts";
import { NEAR_EDGE, nearestFlip } from "#domain/tier-flip.ts";
import type { UnitChange } from "#domain/what-if.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { describeFlip } from "./describe-what-if.ts";
import styles from "./near-edge-table.module.css";
import { useWhatIfView, type ViewProps, type WhatIfView } from "./use-what-if-view.ts";

/** As many ledger lines as the API gives in one page; beyond them a unit's lines may be cut. */
const MOST_LINES = 500;

/** 临界单位: what would move each, and the one finding that decides it, before a circular is signed. */
export const NearEdgeTable = memo(function NearEdgeTable({ register, filters }: ViewProps) {
  const view = useWhatIfView({ register, filters });
  const near = useMemo(() => view?.rows.filter((row) => row.isNear) ?? [], [view]);
  const findings = useFindingsOf(view, near);
  const rows = useMemo(() => (view ? near.map((row) => toRow(view, row, findings)) : []), [view, near, findings]);
  if (!view) return <EmptyState named={false} sentence="所选季度没有适用的考核方案。" />;
  if (rows.length === 0)
    return (
      <>
        <TableHead title="临界单位" note="距档线不超过 0.5 分的单位。" />
        <EmptyState named={false} sentence="推演后没有临界单位。" height={80} />
      </>
    );
  return (
    <>
      <TableHead
        title={`临界单位 ${rows.length} 家`}
        note="距档线不超过 0.5 分：通报签发前复核决定档次的那一条。列出的是单独一条就能换档的最轻问题。"
      />
      <DataTable
        caption="临界单位"
        rows={rows}
        rowKey={(row) => row.change.unit.id}
        dense
        maxHeight={480}
        columns={[
          { id: "unit", head: "单位", cell: (row) => row.change.unit.shortName },
          { id: "tier", head: "推演档次", cell: (row) => <TierWord change={row.change} /> },
          {
            id: "deduction",
            head: "推演扣分",
            align: "right",
            cell: (row) => formatPoints(row.change.after.countedDeduction),
            sortBy: (row) => row.change.after.countedDeduction,
          },
          {
            id: "flip",
            head: "最小变动",
            explanation: "该单位自身扣分的最小变动；档线反向移动同样多，效果相同",
            cell: (row) => <span className={styles["flip"]}>{row.flip}</span>,
            sortBy: (row) => row.distance,
          },
          { id: "finding", head: "决定档次的问题", cell: (row) => <Deciding row={row} /> },
        ]}
      />
    </>
  );
});

interface NearRow {
  change: UnitChange;
  flip: string;
  distance: number;
  /** null while the lines are on their way. */
  withdrawn: DecidingFinding | null;
  upheld: DecidingFinding | null;
  isKnown: boolean;
  /** Only the edge to a worse tier is near. */
  isWorseOnly: boolean;
}

/** The ledger lines of the near units; null until they are here. */
function useFindingsOf(view: WhatIfView | null, near: readonly UnitChange[]): readonly Finding[] | null {
  const unit = near.map((row) => row.unit.id);
  const page = useQuery({
    ...endpointQuery(findingContract.findings, { quarter: view ? [view.quarter] : [], unit, limit: MOST_LINES }),
    enabled: view !== null && unit.length > 0,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  return page.data?.rows ?? null;
}

function toRow({ result, whatIf }: WhatIfView, change: UnitChange, findings: readonly Finding[] | null): NearRow {
  const { unit, flips, after } = change;
  const nearest = nearestFlip(flips);
  const totals = result.totals.get(unit.id) ?? [];
  const own = findings?.filter((finding) => finding.unitId === unit.id) ?? [];
  // A page that was cut may hold only some of a unit's lines.
  const counted = totals.reduce((sum, total) => sum + total.confirmedCount + total.disputedCount, 0);
  const isKnown = findings !== null && own.filter((finding) => finding.status !== "exempted").length >= counted;
  const facts = { unit, coverage: result.coverage.get(unit.id), totals, findings: own, scheme: whatIf.base };
  const deciding = isKnown ? decidingFindings(facts, whatIf.draft) : { withdrawn: null, upheld: null };
  return {
    change,
    flip: describeFlip(whatIf.draft, nearest, after.tier?.level ?? null),
    distance: nearest?.distance ?? 0,
    ...deciding,
    isKnown,
    isWorseOnly: flips.better === null || flips.better.distance > NEAR_EDGE,
  };
}

function TierWord({ change }: { change: UnitChange }) {
  const { tier } = change.after;
  if (tier === null) return "——";
  return (
    <span className={styles["tier"]}>
      <TierMark mark={{ level: tier.level }} />
      {tier.name}
    </span>
  );
}

function Deciding({ row }: { row: NearRow }) {
  if (!row.isKnown) return <span role="status">正在查找</span>;
  const { withdrawn, upheld } = row;
  if (withdrawn === null && upheld === null) return row.isWorseOnly ? "只有新增扣分才会换档" : "没有单独一条能换档";
  return (
    <ul className={styles["findings"]}>
      {withdrawn ? (
        <li>
          撤销{lineOf(withdrawn.finding)}则升为{withdrawn.to.name}
        </li>
      ) : null}
      {upheld ? (
        <li>
          维持{lineOf(upheld.finding)}（{FINDING_STATUS_LABEL[upheld.finding.status]}）则降为{upheld.to.name}
        </li>
      ) : null}
    </ul>
  );
}

function lineOf({ problem, points, occurredOn }: Finding): string {
  return `“${problem}”（${occurredOn}，−${formatPoints(points, 2)}）`;
}
