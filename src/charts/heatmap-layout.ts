import type { HeatmapPanel, HeatmapSeries } from "./heatmap-series.ts";
import type { Palette } from "./palette.ts";
import { type PanelPlace, type PanelPlaces, placePanels } from "./panel-layout.ts";
import { measureText, widestText } from "./text-measure.ts";

/** Group names and their 3 px rule; none where the columns form no groups. */
export const GROUP_ROW = 24;
const LINE = 15;
const FOOT = 22;
/** Narrower than this the digits of two neighbouring cells touch. */
const LEAST_PITCH = 24;
const WIDEST_PITCH = 56;
/** One panel has the whole width: it leaves no empty half beside it. */
const WIDEST_ALONE = 96;

export interface HeatmapLayout extends PanelPlaces {
  /** Left edge of the first column of cells. */
  cellsX: number;
  pitch: number;
  totalWidth: number;
  /** Indicator names broken over lines, per column. */
  heads: readonly (readonly string[])[];
  headHeight: number;
  /** From the top of a panel to its first row. */
  rowsTop: number;
}

/** What every part of a panel is drawn from. */
export interface HeatmapPartProps {
  series: HeatmapSeries;
  panel: HeatmapPanel;
  layout: HeatmapLayout;
  place: PanelPlace;
  palette: Palette;
  print: boolean | undefined;
}

export function layOutHeatmap(series: HeatmapSeries, width: number, print?: boolean): HeatmapLayout {
  const rows = series.panels.flatMap((panel) => panel.rows);
  const names = [
    ...rows.map((row) => row.name),
    ...series.panels.map((panel) => panel.title),
    series.footHead ?? "合计",
  ];
  const cellsX = Math.ceil(widestText(names) + 12);
  const totals = [
    series.totalHead ?? "合计",
    ...rows.map((row) => row.totalText),
    ...series.panels.map((panel) => panel.grandTotal),
  ];
  const totalWidth = Math.max(24, widestText(totals, 12, true)) + 10;
  const count = Math.max(1, series.columns.length);
  const cellWidth = Math.max(
    LEAST_PITCH,
    widestText(
      series.panels.flatMap((panel) => panel.columnTotals),
      12,
      true,
    ) + 3,
  );
  const minimum = cellsX + totalWidth + count * cellWidth;
  const rowCounts = series.panels.map((panel) => panel.rows.length);
  const widest = series.panels.length > 1 ? WIDEST_PITCH : WIDEST_ALONE;
  const pitchAt = (panelWidth: number) => Math.min(widest, (panelWidth - cellsX - totalWidth) / count);
  const groupRow = series.groups.length > 0 ? GROUP_ROW : 0;
  const place = (headHeight: number) =>
    placePanels(rowCounts, { width, overhead: groupRow + headHeight + FOOT, minimum, print });
  const pitch = pitchAt(place(0).places[0]?.width ?? width);
  const heads = series.columns.map((column) => breakHead(column.shortName, pitch));
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 7;
  return { ...place(headHeight), cellsX, pitch, totalWidth, heads, headHeight, rowsTop: groupRow + headHeight };
}

/** 政策文件 → 政策 / 文件: two equal lines, more where the column is too narrow for half of the name. */
export function breakHead(name: string, pitch: number): string[] {
  const characters = [...name];
  if (characters.length <= 2) return [name];
  const fitting = Math.max(2, Math.floor(pitch / 12));
  // 一季度 is one word: two lines only where it does not fit on one.
  if (characters.length === 3 && fitting >= 3) return [name];
  const lineCount = Math.max(2, Math.ceil(characters.length / fitting));
  const perLine = Math.ceil(characters.length / lineCount);
  return Array.from({ length: Math.ceil(characters.length / perLine) }, (_, index) =>
    characters.slice(index * perLine, (index + 1) * perLine).join(""),
  );
}

/** Right edge of the row totals: at the panel edge, or beside the cells where these do not fill the panel. */
export function totalRight(layout: HeatmapLayout, columnCount: number, panelWidth: number): number {
  return Math.min(panelWidth, Math.ceil(layout.cellsX + columnCount * layout.pitch + layout.totalWidth));
}

export interface PlacedGroup {
  id: string;
  text: string;
  x: number;
  width: number;
  slot: HeatmapSeries["groups"][number]["slot"];
}

/** Heads over neighbouring columns; a narrow group takes its short name, never a cut one. */
export function placeGroups(series: HeatmapSeries, layout: HeatmapLayout): PlacedGroup[] {
  let column = 0;
  return series.groups.map((group) => {
    const x = layout.cellsX + column * layout.pitch;
    const width = group.span * layout.pitch - 1;
    column += group.span;
    const text = measureText(group.name) <= width + 8 ? group.name : group.shortName;
    return { id: group.id, text, x, width, slot: group.slot };
  });
}

/** One cell that leads somewhere: the unit and the indicator. */
export function toHeatmapPick(rowId: string, columnId: string): string {
  return `${rowId}|${columnId}`;
}

/** Undoes toHeatmapPick; indicator ids hold no bar. */
export function readHeatmapPick(id: string): { rowId: string; columnId: string } {
  const bar = id.lastIndexOf("|");
  return { rowId: id.slice(0, Math.max(0, bar)), columnId: id.slice(bar + 1) };
}
