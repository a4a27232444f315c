import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { Scheme } from "#domain/scheme.ts";
import { deductingIndicators, type Standing } from "#domain/standing.ts";
import type { RankedStandings } from "./rank-standings.ts";

/** Unit × indicator in numbers; 0, —— and 未报 stay three different things in every file. */
export function toHeatmapTable(scheme: Scheme, ranked: RankedStandings): FigureTable {
  const indicators = deductingIndicators(scheme);
  const standings = ranked.flatMap((panel) => panel.rows.map((row) => row.standing));
  const sums = indicators.map(({ id }) => [id, sumOf(standings, (standing) => standing.indicators.get(id)?.loss ?? 0)]);
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      ...indicators.map(({ id, name }) => ({ key: id, head: name, align: "right", kind: "points" }) as const),
      { key: "total", head: "合计", align: "right", kind: "points" },
    ],
    rows: [
      ...standings.map((standing) =>
        toRow(
          standing,
          indicators.map((indicator) => indicator.id),
        ),
      ),
      {
        id: "total",
        isTotal: true,
        cells: {
          unit: "合计",
          ...Object.fromEntries(sums),
          total: sumOf(standings, (standing) => standing.countedDeduction),
        },
      },
    ],
  };
}

function toRow(standing: Standing, columns: readonly string[]): FigureRow {
  const missed = standing.state === "missed";
  const cells = columns.map((id) => [id, missed ? "未检" : toCell(standing, id)]);
  return {
    id: standing.unitId,
    cells: {
      unit: standing.unit.name,
      ...Object.fromEntries(cells),
      total: missed ? "未检" : standing.countedDeduction,
    },
  };
}

function toCell(standing: Standing, indicatorId: string): FigureCell {
  const indicator = standing.indicators.get(indicatorId);
  if (!indicator || indicator.state === "notApplicable") return null;
  return indicator.state === "notReported" ? "未报" : indicator.loss;
}

function sumOf(standings: readonly Standing[], read: (standing: Standing) => number): number {
  return standings.reduce((sum, standing) => sum + (standing.state === "missed" ? 0 : read(standing)), 0);
}
