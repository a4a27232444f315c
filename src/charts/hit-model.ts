/** A cell of a chart: bars have one column, a heatmap many. */
export interface MarkPosition {
  panel: number;
  row: number;
  column: number;
}

/** What the tooltip and the screen reader say; the table of the figure says the same. */
export interface MarkDescription {
  /** Given to onPick; null for a mark that leads nowhere. */
  id: string | null;
  title: string;
  /** Label and text: ["合计", "8.4 分"]. */
  lines: readonly (readonly [string, string])[];
  picked: boolean;
}

export interface HitPanel {
  x: number;
  y: number;
  rowHeight: number;
  rowCount: number;
  /** Left edges and widths of the columns of a row. */
  columns: (row: number) => readonly { x: number; width: number }[];
}

/** Where the marks are, for pointer and keyboard, without a node per mark. */
export interface HitModel {
  label: string;
  /** 点击筛选该单位 */
  hint: string;
  panels: readonly HitPanel[];
  describe: (position: MarkPosition) => MarkDescription | null;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Mark under a point, or null outside every panel. */
export function findCell(model: HitModel, x: number, y: number): MarkPosition | null {
  for (const [panel, area] of model.panels.entries()) {
    const row = Math.floor((y - area.y) / area.rowHeight);
    if (row < 0 || row >= area.rowCount) continue;
    const column = area.columns(row).findIndex((span) => x >= span.x && x < span.x + span.width);
    if (column >= 0) return { panel, row, column };
  }
  return null;
}

/** Rectangle of a mark; null when the data no longer has it. */
export function cellBox(model: HitModel, position: MarkPosition): Box | null {
  const area = model.panels[position.panel];
  if (area === undefined || position.row >= area.rowCount) return null;
  const span = area.columns(position.row)[position.column];
  if (span === undefined) return null;
  return { x: span.x, y: area.y + position.row * area.rowHeight, width: span.width, height: area.rowHeight };
}

const KEYS = new Set(["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"]);

/** Next mark for a key: up and down by row, left and right by column and on to the neighbouring panel. */
export function moveCell(model: HitModel, from: MarkPosition | null, key: string): MarkPosition | null {
  if (!KEYS.has(key)) return null;
  const first = model.panels.findIndex((panel) => panel.rowCount > 0);
  if (first < 0) return null;
  if (from === null) return { panel: first, row: 0, column: 0 };
  const area = model.panels[from.panel];
  if (area === undefined) return null;
  const lastRow = area.rowCount - 1;
  switch (key) {
    case "Home":
      return keepColumn(area, { ...from, row: 0 });
    case "End":
      return keepColumn(area, { ...from, row: lastRow });
    case "ArrowUp":
      return from.row > 0 ? keepColumn(area, { ...from, row: from.row - 1 }) : stepPanel(model, area, from, -1);
    case "ArrowDown":
      return from.row < lastRow ? keepColumn(area, { ...from, row: from.row + 1 }) : stepPanel(model, area, from, 1);
    default:
      return moveAcross(model, area, from, key === "ArrowRight" ? 1 : -1);
  }
}

function keepColumn(area: HitPanel, position: MarkPosition): MarkPosition {
  return { ...position, column: Math.min(position.column, Math.max(0, area.columns(position.row).length - 1)) };
}

/** From the first or last row on to the panel above or below it, if there is one. */
function stepPanel(model: HitModel, area: HitPanel, from: MarkPosition, step: 1 | -1): MarkPosition {
  for (let panel = from.panel + step; model.panels[panel] !== undefined; panel += step) {
    const next = model.panels[panel];
    if (next === undefined || next.rowCount === 0 || next.x !== area.x) continue;
    return keepColumn(next, { panel, row: step === 1 ? 0 : next.rowCount - 1, column: from.column });
  }
  return from;
}

function moveAcross(model: HitModel, area: HitPanel, from: MarkPosition, step: 1 | -1): MarkPosition {
  const column = from.column + step;
  if (column >= 0 && column < area.columns(from.row).length) return { ...from, column };
  const neighbour = model.panels[from.panel + step];
  if (neighbour === undefined || neighbour.rowCount === 0 || neighbour.x === area.x) return from;
  const row = Math.min(from.row, neighbour.rowCount - 1);
  return { panel: from.panel + step, row, column: step === 1 ? 0 : neighbour.columns(row).length - 1 };
}
