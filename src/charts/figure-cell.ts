import { formatPoints, formatPointsChange, POINT } from "#domain/points.ts";
import type { FigureCell, FigureColumn } from "./figure-spec.ts";

/** Not applicable, as against 0 and 未报. */
const NOT_APPLICABLE = "——";

/** A cell as the page prints it. */
export function formatCell(cell: FigureCell, column: FigureColumn): string {
  if (cell === null) return NOT_APPLICABLE;
  if (typeof cell === "string") return cell;
  switch (column.kind) {
    case "points":
      return formatPoints(cell, column.decimals ?? 1);
    case "change":
      return formatPointsChange(cell, column.decimals ?? 1);
    case "percent":
      return `${withMinus((cell * 100).toFixed(column.decimals ?? 1))}%`;
    default:
      return withMinus(groupThousands(cell.toFixed(column.decimals ?? decimalsOf(cell))));
  }
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}

function groupThousands(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function withMinus(text: string): string {
  return text.replace(/^-/, "−");
}

/** A cell as a file stores it: a real number in the unit of its column, never a formatted one. */
export function plainCell(cell: FigureCell, column: FigureColumn): FigureCell {
  if (cell === null) return NOT_APPLICABLE;
  if (typeof cell === "string") return cell;
  return column.kind === "points" || column.kind === "change" ? cell / POINT : cell;
}
