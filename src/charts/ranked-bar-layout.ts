import type { Palette } from "./palette.ts";
import { type PanelPlace, type PanelPlaces, placePanels } from "./panel-layout.ts";
import type { RankedBarPanel, RankedBarRow, RankedBarSeries } from "./ranked-bar-series.ts";
import { measureText, widestText } from "./text-measure.ts";

export const TITLE_ROW = 20;
export const HEAD_ROW = 21;
const FOOT = 38;
const LABEL_GAP = 5;
/** Room right of the axis end for its label with the unit. */
const AXIS_END = 30;
const NEAR_EDGE = "临界";
/** A reason may not squeeze the bars below this share of the room they could have. */
const LEAST_SCALE = 0.8;

/** Offsets inside a panel, the same for all panels, so that one point has one length in the whole chart. */
export interface RankedBarColumns {
  rankRight: number;
  shapeX: number;
  nameX: number;
  plotX: number;
  /** Pixels per point. */
  scale: number;
  changeLeft: number;
}

export interface RankedBarLayout extends PanelPlaces {
  columns: RankedBarColumns;
  rowsTop: number;
}

/** What every part of a panel is drawn from. */
export interface RankedBarPartProps {
  series: RankedBarSeries;
  panel: RankedBarPanel;
  layout: RankedBarLayout;
  place: PanelPlace;
  palette: Palette;
  print: boolean | undefined;
}

const OVERHEAD = TITLE_ROW + HEAD_ROW + FOOT;
const MINIMUM = 360;

export function layOutRankedBars(series: RankedBarSeries, width: number, print?: boolean): RankedBarLayout {
  const counts = series.panels.map((panel) => panel.rows.length);
  const places = placePanels(counts, { width, overhead: OVERHEAD, minimum: MINIMUM, print });
  const panelWidth = places.places[0]?.width ?? width;
  return { ...places, columns: toColumns(series, panelWidth), rowsTop: TITLE_ROW + HEAD_ROW };
}

function toColumns(series: RankedBarSeries, panelWidth: number): RankedBarColumns {
  const rows = series.panels.flatMap((panel) => panel.rows);
  const rankRight = Math.max(
    20,
    widestText(
      rows.map((row) => rankText(row)),
      12,
    ),
  );
  const shapeX = rankRight + 14;
  const nameX = shapeX + 14;
  const plotX = Math.ceil(nameX + Math.max(24, widestText(rows.map((row) => row.name))) + 16);
  const changeTexts = rows.map((row) => changeText(row));
  const changeWidth = series.changeHead === null ? 0 : widestText([series.changeHead, ...changeTexts]);
  const changeLeft = panelWidth - changeWidth;
  return { rankRight, shapeX, nameX, plotX, changeLeft, scale: toScale(series, rows, plotX, changeLeft) };
}

/** Largest scale at which the axis and every value label end before the change column. */
function toScale(series: RankedBarSeries, rows: readonly RankedBarRow[], plotX: number, changeLeft: number): number {
  const room = Math.max(60, changeLeft - plotX);
  const maximum = Math.max(series.maximum, 0.1);
  // The last axis label carries the unit and reaches beyond its tick.
  let scale = (room - AXIS_END) / maximum;
  for (const row of rows) {
    const extent = rowExtent(row);
    if (extent > 0) scale = Math.min(scale, (room - LABEL_GAP - 10 - shortLabelWidth(row)) / extent);
  }
  const least = scale * LEAST_SCALE;
  for (const row of rows) {
    const extent = rowExtent(row);
    if (row.state !== "vetoed" || extent <= 0) continue;
    const wanted = (room - LABEL_GAP - 10 - fullLabelWidth(row)) / extent;
    if (wanted >= least) scale = Math.min(scale, wanted);
  }
  return Math.max(scale, 1);
}

/** End of the bar in points: segments may add up to more than a capped value. */
export function rowExtent(row: RankedBarRow): number {
  if (row.state === "missed") return 0;
  const sum = row.segments.reduce((total, segment) => total + Math.max(0, segment), 0);
  return Math.max(sum, row.value, 0) + row.disputed;
}

export function rankText(row: RankedBarRow): string {
  return row.rank === null ? "—" : String(row.rank);
}

export function changeText(row: RankedBarRow): string {
  return row.change?.text ?? "——";
}

/** Words after the bold value. */
export function remarkText(row: RankedBarRow, room: number): string {
  if (row.state === "missed") {
    const full = row.reason === null ? "未检" : `未检（${row.reason}）`;
    return measureText(full) <= room ? full : "未检";
  }
  if (row.state === "vetoed") {
    const full = row.reason === null ? "否决" : `否决：${row.reason}`;
    return measureText(full, 12, true) <= room ? full : "否决";
  }
  return row.nearEdge ? NEAR_EDGE : "";
}

/** Space between the value and the words after it. */
export const REMARK_GAP = 5;

export function valueWidth(row: RankedBarRow): number {
  return row.state === "missed" ? 0 : measureText(row.valueText, 12, true);
}

function shortLabelWidth(row: RankedBarRow): number {
  const hasRemark = row.nearEdge || row.state === "vetoed";
  return valueWidth(row) + (hasRemark ? REMARK_GAP + 24 : 0);
}

function fullLabelWidth(row: RankedBarRow): number {
  return valueWidth(row) + REMARK_GAP + measureText(remarkText(row, Number.POSITIVE_INFINITY), 12, true);
}

export interface RowLabel {
  valueX: number;
  remarkX: number;
  remark: string;
  /** From–to of both, in pixels of the panel: edge lines are interrupted here. */
  from: number;
  to: number;
}

/** Length of the hatch that stands for a missed inspection, in points: up to the first tier edge. */
export function missedExtent(series: RankedBarSeries, edges: readonly { value: number }[]): number {
  return Math.min(edges[0]?.value ?? series.maximum / 5, series.maximum);
}

export function toRowLabel(row: RankedBarRow, columns: RankedBarColumns, missed: number): RowLabel {
  const extent = row.state === "missed" ? missed : rowExtent(row);
  const valueX = columns.plotX + extent * columns.scale + LABEL_GAP;
  const remarkX = row.state === "missed" ? valueX : valueX + valueWidth(row) + REMARK_GAP;
  const remark = remarkText(row, columns.changeLeft - 8 - remarkX);
  const end = remark === "" ? valueX + valueWidth(row) : remarkX + measureText(remark, 12, row.state === "vetoed");
  return { valueX, remarkX, remark, from: valueX - 3, to: end + 3 };
}

/** Pieces of a vertical edge line that no value label covers: a dash between "1" and ".6" would read as a number. */
export function edgePieces(
  x: number,
  top: number,
  bottom: number,
  rowHeight: number,
  labels: readonly Pick<RowLabel, "from" | "to">[],
) {
  const pieces: { from: number; to: number }[] = [];
  let from = top;
  for (const [index, label] of labels.entries()) {
    if (x < label.from || x > label.to) continue;
    const rowTop = bottom - (labels.length - index) * rowHeight;
    if (rowTop > from) pieces.push({ from, to: rowTop });
    from = rowTop + rowHeight;
  }
  if (bottom > from) pieces.push({ from, to: bottom });
  return pieces;
}

/** Ticks each point; round steps when the axis is long, parts of a point when it is very short. */
export function axisTicks(maximum: number): number[] {
  const steps = maximum < 2 ? [0.1, 0.2, 0.5] : [1, 2, 5, 10, 20, 50, 100];
  const step = steps.find((candidate) => maximum / candidate <= 15) ?? 200;
  return Array.from({ length: Math.floor(maximum / step + 1e-9) + 1 }, (_, index) => index * step);
}
