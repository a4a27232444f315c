import {
  axisTicks,
  edgePieces,
  missedExtent,
  type RankedBarPartProps,
  TITLE_ROW,
  toRowLabel,
} from "./ranked-bar-layout.ts";
import { linePath, rectPath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

/** Cliff bands, edge lines, axis and its labels. No grid: the edges are the grid. */
export function RankedBarAxis({ series, panel, layout, palette, print }: RankedBarPartProps) {
  const { columns, rowsTop, rowHeight } = layout;
  const bottom = rowsTop + panel.rows.length * rowHeight;
  const xOf = (value: number) => snap(columns.plotX + value * columns.scale, print);
  const missed = missedExtent(series, panel.edges);
  const labels = panel.rows.map((row) => toRowLabel(row, columns, missed));
  const bands = panel.edges.map((edge) => {
    const from = Math.max(0, edge.value - series.nearBand);
    const to = Math.min(series.maximum, edge.value + series.nearBand);
    return rectPath(xOf(from), rowsTop, xOf(to) - xOf(from), bottom - rowsTop);
  });
  const edges = panel.edges.flatMap((edge) =>
    edgePieces(xOf(edge.value), TITLE_ROW, bottom, rowHeight, labels).map((piece) =>
      linePath(xOf(edge.value), piece.from, xOf(edge.value), piece.to),
    ),
  );
  const ticks = axisTicks(series.maximum).map((tick) => linePath(xOf(tick), bottom, xOf(tick), bottom + 4));
  const end = xOf(series.maximum);
  const zero = xOf(0);
  const texts = axisTexts(panel.edges, series, xOf, bottom);
  return (
    <>
      <path d={bands.join("")} fill={palette.cliff} />
      <path
        d={`M${zero} ${TITLE_ROW}V${bottom}M${zero} ${bottom + 0.5}H${end}${ticks.join("")}`}
        fill="none"
        stroke={palette.axis}
      />
      <path d={edges.join("")} fill="none" stroke={palette["ink-2"]} strokeDasharray="3 2" />
      <TextMarks marks={texts.plain} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={texts.edges} fill={palette.ink} anchor="middle" bold print={print} />
    </>
  );
}

/** 0, the edges bold with their names below, and the end with the unit; a label that would touch its neighbour gives way. */
function axisTexts(
  edges: RankedBarPartProps["panel"]["edges"],
  series: RankedBarPartProps["series"],
  xOf: (value: number) => number,
  bottom: number,
): { plain: TextMark[]; edges: TextMark[] } {
  const valueY = bottom + 17;
  const nameY = bottom + 33;
  const plain: TextMark[] = [{ x: xOf(0), y: valueY, text: "0" }];
  const bold: TextMark[] = [];
  let valueEnd = xOf(0) + 6;
  let nameEnd = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    const x = xOf(edge.value);
    const text = String(edge.value);
    if (x - measureText(text, 12, true) / 2 > valueEnd) {
      bold.push({ x, y: valueY, text });
      valueEnd = x + measureText(text, 12, true) / 2 + 4;
    }
    const half = measureText(edge.label) / 2;
    if (x - half > nameEnd) {
      plain.push({ x, y: nameY, text: edge.label });
      nameEnd = x + half + 4;
    }
  }
  const last = `${series.maximum} ${series.unit}`;
  const number = measureText(String(series.maximum));
  // The number stands under its tick, the unit beside it.
  if (xOf(series.maximum) - number / 2 > valueEnd) {
    plain.push({ x: xOf(series.maximum) + (measureText(last) - number) / 2, y: valueY, text: last });
  }
  return { plain, edges: bold };
}

/** Whole pixels on the screen keep hairlines sharp; a picture is drawn at three times the size and needs no help. */
function snap(value: number, print: boolean | undefined): number {
  return print ? value : Math.floor(value) + 0.5;
}
