import { memo } from "react";
import { TierMark } from "#charts/tier-mark.tsx";
import type { Tier } from "#domain/scheme.ts";
import type { Standing } from "#domain/standing.ts";
import { describeTierRange } from "#domain/tier.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import styles from "./tier-table.module.css";
import { type DeductionView, useDeductionView, type ViewProps } from "./use-deduction-view.ts";

interface TierRow {
  key: string;
  word: string;
  range: string;
  mark: { level: number } | "vetoed" | "missed";
  standings: readonly Standing[];
}

/** 档次汇总: who stands where, and what the bounds are. */
export const TierTable = memo(function TierTable({ register, filters }: ViewProps) {
  const view = useDeductionView(register, filters);
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const rows = toTierRows(view);
  const count = (row: TierRow, groupId: string) =>
    view.ranked
      .filter((panel) => panel.group.id === groupId)
      .flatMap((panel) => panel.rows)
      .filter((entry) => row.standings.includes(entry.standing)).length;
  const total = view.ranked.reduce((sum, panel) => sum + panel.rows.length, 0);
  return (
    <>
      <TableHead title="档次汇总" note={describeStanding(view)} />
      <DataTable
        caption="档次汇总"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            id: "tier",
            head: "档次",
            total: "合计",
            cell: (row) => (
              <span className={styles["tier"]}>
                <TierMark mark={row.mark} />
                {row.word}
              </span>
            ),
          },
          {
            id: "range",
            head: view.standings.scheme.tierBasis === "score" ? "得分区间（分）" : "扣分区间（分）",
            cell: (row) => row.range,
          },
          ...view.ranked.map((panel) => ({
            id: panel.group.id,
            head: panel.group.label,
            align: "right" as const,
            cell: (row: TierRow) => count(row, panel.group.id),
            total: panel.rows.length,
          })),
          { id: "all", head: "合计", align: "right", cell: (row) => <b>{row.standings.length}</b>, total },
          { id: "units", head: "单位（按扣分从多到少）", cell: (row) => <UnitNames standings={row.standings} /> },
        ]}
      />
    </>
  );
});

/** A unit counts once here, however many quarters are chosen. */
function describeStanding({ ranked, standings }: DeductionView): string {
  const rows = ranked.flatMap((panel) => panel.rows);
  const missed = rows.filter((row) => row.standing.state === "missed").length;
  const basis = standings.quarters.length > 1 ? "按所选各季度均值分档" : "已检单位分档";
  return `${rows.length - missed} 家${basis}；另有未检 ${missed} 家。`;
}

function UnitNames({ standings }: { standings: readonly Standing[] }) {
  if (standings.length === 0) return <>——</>;
  return (
    <span className={styles["names"]}>
      {standings.map((standing, index) => (
        <span key={standing.unitId} className={styles["name"]}>
          {standing.unit.shortName}
          {standing.reason ? `（${standing.reason}）` : ""}
          {index < standings.length - 1 ? "、" : ""}
        </span>
      ))}
    </span>
  );
}

function toTierRows({ standings, ranked }: DeductionView): TierRow[] {
  const all = ranked
    .flatMap((panel) => panel.rows.map((row) => row.standing))
    .sort((a, b) => b.countedDeduction - a.countedDeduction);
  const levels = new Map<number, { tier: Tier; ranges: Set<string> }>();
  for (const entry of standings.scheme.classTiers) {
    for (const tier of entry.tiers) {
      const known = levels.get(tier.level) ?? { tier, ranges: new Set<string>() };
      known.ranges.add(
        entry.unitClass === "*" ? describeTierRange(tier) : `${entry.unitClass} ${describeTierRange(tier)}`,
      );
      levels.set(tier.level, known);
    }
  }
  const tiers = [...levels.values()].sort((a, b) => a.tier.level - b.tier.level);
  return [
    ...tiers.map(({ tier, ranges }) => ({
      key: `t${tier.level}`,
      word: tier.name,
      range: sameRange(ranges),
      mark: { level: tier.level },
      standings: all.filter((standing) => standing.tier?.level === tier.level),
    })),
    {
      key: "untiered",
      word: "未分档",
      range: "——",
      mark: "missed" as const,
      standings: all.filter((row) => row.state === "scored" && !row.tier),
    },
    {
      key: "vetoed",
      word: "否决",
      range: "不论扣分",
      mark: "vetoed" as const,
      standings: all.filter((row) => row.state === "vetoed"),
    },
    {
      key: "missed",
      word: "未检",
      range: "——",
      mark: "missed" as const,
      standings: all.filter((row) => row.state === "missed"),
    },
  ].filter((row) => row.key.startsWith("t") || row.standings.length > 0);
}

/** Classes with the same bounds are not told apart: "一类 ≤2", "二类 ≤2" → "≤2". */
function sameRange(ranges: ReadonlySet<string>): string {
  const plain = new Set([...ranges].map((range) => range.replace(/^\S+ (?=[<>≤≥不])/, "")));
  return plain.size === 1 ? [...plain].join("") : [...ranges].join("；");
}
