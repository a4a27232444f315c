import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { Points } from "#domain/points.ts";
import { roundPoints } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Standing } from "#domain/standing.ts";
import { UNIT_KIND_LABEL } from "#domain/unit.ts";
import type { RankedPanel, RankedRow, RankedStandings } from "./rank-standings.ts";
import type { RankingBase } from "./to-ranking-series.ts";

/** The ranked bars in numbers: every unit shown, its parts, change, score and tier, and the sums at the end. */
export function toRankingTable(
  scheme: Scheme,
  ranked: RankedStandings,
  base: RankingBase | null,
  upheld: ReadonlyMap<string, Standing>,
): FigureTable {
  const rows = ranked.flatMap((panel) =>
    panel.rows.map((row) => withRange(toRow(scheme, panel, row, base), upheld.get(row.standing.unitId))),
  );
  const counted = ranked
    .flatMap((panel) => panel.rows.map((row) => row.standing))
    .filter((row) => row.state !== "missed");
  return {
    columns: [
      // Two columns: a spreadsheet would read "1/30" as a date.
      { key: "rank", head: "位次", align: "right", kind: "number" },
      { key: "ranked", head: "同类排位家数", align: "right", kind: "number" },
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "side", head: "类别", align: "left", kind: "text" },
      ...scheme.groups.map((group) => ({ key: group.id, head: group.name, align: "right", kind: "points" }) as const),
      { key: "deduction", head: "扣分", align: "right", kind: "points" },
      ...(base ? [{ key: "change", head: base.head, align: "right", kind: "change" } as const] : []),
      { key: "score", head: "得分", align: "right", kind: "points", decimals: scheme.decimals },
      { key: "tier", head: "档次", align: "left", kind: "text" },
      ...(upheld.size > 0
        ? ([
            { key: "disputed", head: "拟扣、申诉（未计入）", align: "right", kind: "points" },
            { key: "upheldScore", head: "若全部成立得分", align: "right", kind: "points", decimals: scheme.decimals },
            { key: "upheldTier", head: "若全部成立档次", align: "left", kind: "text" },
          ] as const)
        : []),
      { key: "remark", head: "说明", align: "left", kind: "text" },
    ],
    rows: [...rows, toTotal(scheme, counted)],
  };
}

function toRow(scheme: Scheme, panel: RankedPanel, { standing, rank }: RankedRow, base: RankingBase | null): FigureRow {
  const missed = standing.state === "missed";
  const parts = scheme.groups.map((group) => [group.id, missed ? null : (standing.groups.get(group.id) ?? 0)] as const);
  return {
    id: standing.unitId,
    cells: {
      rank: rank ?? "—",
      ranked: panel.ranked,
      unit: standing.unit.name,
      side: `${UNIT_KIND_LABEL[standing.unit.kind]} · ${standing.unit.class}`,
      ...Object.fromEntries(parts),
      deduction: missed ? null : standing.countedDeduction,
      change: changeOf(standing, base),
      score: standing.score,
      tier: tierWord(standing),
      disputed: missed ? null : standing.disputed,
      remark: remarkOf(standing),
    },
  };
}

/** The other end of a score that is not settled; a settled one has neither. */
function withRange(row: FigureRow, upheld: Standing | undefined): FigureRow {
  const disputed = upheld?.state === "missed" ? undefined : upheld;
  return {
    ...row,
    cells: {
      ...row.cells,
      upheldScore: disputed?.score ?? "",
      upheldTier: disputed === undefined ? "" : tierWord(disputed),
    },
  };
}

function tierWord(standing: Standing): string {
  if (standing.state === "missed") return "未检";
  return standing.state === "vetoed" ? "否决" : (standing.tier?.name ?? "未分档");
}

function remarkOf(standing: Standing): string {
  const notes = [
    ...(standing.reason ? [standing.reason] : []),
    ...([...standing.indicators.values()].some((indicator) => indicator.capped) ? ["有指标扣满"] : []),
    ...([...standing.indicators.values()].some((indicator) => indicator.state === "notReported") ? ["有指标未报"] : []),
    ...(standing.disputed > 0 ? ["有拟扣或申诉"] : []),
  ];
  return notes.join("；");
}

function changeOf(standing: Standing, base: RankingBase | null): FigureCell {
  const before = base?.deductions.get(standing.unitId);
  if (standing.state === "missed" || before === undefined) return null;
  return roundPoints(standing.countedDeduction, 1) - roundPoints(before, 1);
}

function toTotal(scheme: Scheme, standings: readonly Standing[]): FigureRow {
  const sum = (read: (standing: Standing) => Points) =>
    standings.reduce((total, standing) => total + read(standing), 0);
  const parts = scheme.groups.map(
    (group) => [group.id, sum((standing) => standing.groups.get(group.id) ?? 0)] as const,
  );
  return {
    id: "total",
    isTotal: true,
    cells: {
      rank: "",
      ranked: "",
      unit: "合计",
      side: `${standings.length} 家`,
      ...Object.fromEntries(parts),
      deduction: sum((standing) => standing.countedDeduction),
      change: "",
      score: "",
      tier: "",
      disputed: sum((standing) => standing.disputed),
      upheldScore: "",
      upheldTier: "",
      remark: "",
    },
  };
}
