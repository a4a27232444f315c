import type { ChainMatrixSeries, ChainPanel } from "./chain-matrix-series.ts";
import { type PanelPlaces, placePanels } from "./panel-layout.ts";
import { measureText, widestText } from "./text-measure.ts";

/** Two lines of heads, and the count under the rows. */
export const HEAD = 44;
export const FOOT = 22;
const GAP = 12;
const LEAST_PITCH = 20;
const WIDEST_PITCH = 40;
/** Air on both sides of a boxed number. */
const BOX_AIR = 6;
/** From here on two characters stand over a column without touching the next ones. */
const ROOM_FOR_TWO = 28;

export interface ChainLayout extends PanelPlaces {
  namesWidth: number;
  pitch: number;
  /** Left edge of each span. */
  spanX: readonly number[];
  /** Right edge of the last span. */
  right: number;
  hasLongHeads: boolean;
}

export function layOutChains(series: ChainMatrixSeries, width: number, print?: boolean): ChainLayout {
  const names = series.panels.flatMap((panel) => [panel.title, ...panel.rows.map((row) => row.name)]);
  const namesWidth = Math.ceil(widestText([...names, "断链家数"]) + 12);
  const count = Math.max(1, series.columns.length);
  const spans = Math.max(1, series.spans.length);
  const boxed = series.panels.flatMap(boxedTexts).map((text) => measureText(text, 12, true));
  const least = Math.ceil(boxed.reduce((widest, one) => Math.max(widest, one + BOX_AIR), LEAST_PITCH));
  const widthOf = (pitch: number) => namesWidth + spans * (count * pitch + GAP);
  const places = placePanels(
    series.panels.map((panel) => panel.rows.length),
    { width, overhead: HEAD + FOOT, minimum: widthOf(least), print },
  );
  const panelWidth = places.places[0]?.width ?? width;
  const room = Math.floor(((panelWidth - namesWidth) / spans - GAP) / count);
  const pitch = Math.max(least, Math.min(WIDEST_PITCH, room));
  const spanX = series.spans.map((_, index) => namesWidth + GAP / 2 + index * (count * pitch + GAP));
  return {
    ...places,
    namesWidth,
    pitch,
    spanX,
    right: widthOf(pitch),
    hasLongHeads: pitch >= ROOM_FOR_TWO,
  };
}

function boxedTexts({ rows }: ChainPanel): string[] {
  return rows.flatMap((row) =>
    row.spans.flatMap((span) => (span.kind === "joined" ? span.cells.map(({ text }) => text) : [])),
  );
}
