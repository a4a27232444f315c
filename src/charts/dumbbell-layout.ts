import type { DumbbellSeries } from "./dumbbell-series.ts";
import { type PanelPlaces, placePanels } from "./panel-layout.ts";
import { measureText, widestText } from "./text-measure.ts";

export const TITLE_ROW = 20;
export const HEAD_ROW = 21;
const FOOT = 38;
const MINIMUM = 420;
/** Two shapes and the arrow between them. */
const MARKS = 44;
const GAP = 12;

export interface DumbbellLayout extends PanelPlaces {
  rowsTop: number;
  /** Where the shape of the tier before and the one after stand. */
  beforeX: number;
  afterX: number;
  nameX: number;
  plotX: number;
  /** Pixels per point. */
  scale: number;
  /** Right ends of the two columns behind the plot. */
  valueRight: number;
  wordRight: number;
}

export function layOutDumbbell(series: DumbbellSeries, width: number, print?: boolean): DumbbellLayout {
  const counts = series.panels.map((panel) => panel.rows.length);
  const places = placePanels(counts, { width, overhead: TITLE_ROW + HEAD_ROW + FOOT, minimum: MINIMUM, print });
  const wordRight = places.places[0]?.width ?? width;
  const rows = series.panels.flatMap((panel) => panel.rows);
  const nameX = MARKS;
  const plotX = Math.ceil(nameX + Math.max(24, widestText(rows.map((row) => row.name))) + GAP);
  const words = widestText(rows.map((row) => row.word));
  const valueRight = wordRight - (words === 0 ? 0 : words + 10);
  const values = Math.max(measureText("扣分"), widestText(rows.map((row) => row.valueText)));
  const plotEnd = valueRight - values - GAP - 10;
  const scale = Math.max(1, plotEnd - plotX) / Math.max(series.maximum, 0.1);
  return {
    ...places,
    rowsTop: TITLE_ROW + HEAD_ROW,
    beforeX: 6,
    afterX: 32,
    nameX,
    plotX,
    scale,
    valueRight,
    wordRight,
  };
}
