import type { FigureTable } from "#charts/figure-spec.ts";
import type { MatrixHead, MatrixSeries } from "#charts/matrix-series.ts";
import { type Migration, nameStandpoint, type Standpoint } from "#domain/what-if.ts";

/** Units by tier before and tier after; the diagonal is who stays. */
export function toMatrixSeries({ from, to, units }: Migration): MatrixSeries {
  return {
    corner: "现行 ↓　推演 →",
    rows: from.map(toHead),
    columns: to.map(toHead),
    cells: units.map((row, at) =>
      row.map((cell, column) => ({
        count: cell.length,
        isSame: idOf(from[at]) === idOf(to[column]),
        names: cell.map((unit) => unit.shortName).join("、"),
      })),
    ),
    unit: "家",
  };
}

function toHead(standpoint: Standpoint): MatrixHead {
  return {
    id: idOf(standpoint),
    name: nameStandpoint(standpoint),
    level: standpoint.kind === "tier" ? standpoint.tier.level : null,
  };
}

function idOf(standpoint: Standpoint | undefined): string {
  if (standpoint === undefined) return "";
  return standpoint.kind === "tier" ? `t${standpoint.tier.level}` : standpoint.kind;
}

export function toMatrixTable(series: MatrixSeries): FigureTable {
  const total = (cells: readonly { count: number }[]) => cells.reduce((sum, cell) => sum + cell.count, 0);
  return {
    columns: [
      { key: "from", head: "现行档次", align: "left", kind: "text" },
      ...series.columns.map(
        ({ id, name }) => ({ key: id, head: `推演${name}`, align: "right", kind: "number" }) as const,
      ),
      { key: "sum", head: "合计", align: "right", kind: "number" },
    ],
    rows: [
      ...series.rows.map(({ id, name }, at) => ({
        id,
        cells: {
          from: name,
          ...Object.fromEntries(
            series.columns.map((column, place) => [column.id, series.cells[at]?.[place]?.count ?? 0]),
          ),
          sum: total(series.cells[at] ?? []),
        },
      })),
      {
        id: "total",
        isTotal: true,
        cells: {
          from: "合计",
          ...Object.fromEntries(
            series.columns.map((column, place) => [
              column.id,
              series.cells.reduce((sum, row) => sum + (row[place]?.count ?? 0), 0),
            ]),
          ),
          sum: series.cells.reduce((sum, row) => sum + total(row), 0),
        },
      },
    ],
  };
}
