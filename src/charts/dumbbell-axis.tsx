import { type DumbbellLayout, TITLE_ROW } from "./dumbbell-layout.ts";
import type { DumbbellPanel, DumbbellSeries } from "./dumbbell-series.ts";
import type { Palette } from "./palette.ts";
import type { PanelPlace } from "./panel-layout.ts";
import { axisTicks } from "./ranked-bar-layout.ts";
import { linePath, rectPath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

/** What every part of a panel is drawn from. */
export interface DumbbellPartProps {
  series: DumbbellSeries;
  panel: DumbbellPanel;
  layout: DumbbellLayout;
  place: PanelPlace;
  palette: Palette;
  print: boolean | undefined;
}

/** Bands and lines of the edges as the draft has them, a dotted line where one lay before, and the axis from 0. */
export function DumbbellAxis({ series, panel, layout, palette, print }: DumbbellPartProps) {
  const bottom = layout.rowsTop + panel.rows.length * layout.rowHeight;
  const xOf = (value: number) => {
    const x = layout.plotX + Math.min(value, series.maximum) * layout.scale;
    return print ? x : Math.floor(x) + 0.5;
  };
  const bands = panel.edges.map(({ value }) => {
    const from = xOf(Math.max(0, value - series.nearBand));
    return rectPath(from, layout.rowsTop, xOf(value + series.nearBand) - from, bottom - layout.rowsTop);
  });
  const edges = panel.edges.map(({ value }) => linePath(xOf(value), TITLE_ROW, xOf(value), bottom));
  const moved = panel.edges.flatMap(({ before }) => (before === null ? [] : [before]));
  const ticks = axisTicks(series.maximum).map((tick) => linePath(xOf(tick), bottom, xOf(tick), bottom + 4));
  const texts = axisTexts(series, panel, xOf, bottom);
  return (
    <>
      <path d={bands.join("")} fill={palette.cliff} />
      <path
        d={`M${xOf(0)} ${layout.rowsTop}V${bottom}M${xOf(0)} ${bottom + 0.5}H${xOf(series.maximum)}${ticks.join("")}`}
        fill="none"
        stroke={palette.axis}
      />
      <path
        d={moved.map((value) => linePath(xOf(value), layout.rowsTop, xOf(value), bottom)).join("")}
        fill="none"
        stroke={palette.control}
        strokeDasharray="1 3"
      />
      <path d={edges.join("")} fill="none" stroke={palette["ink-2"]} strokeDasharray="3 2" />
      <TextMarks marks={texts.plain} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={texts.edges} fill={palette.ink} anchor="middle" bold print={print} />
    </>
  );
}

/** 0, the edges with their names, and the end with the unit; a label that would touch its neighbour gives way. */
function axisTexts(
  series: DumbbellSeries,
  panel: DumbbellPanel,
  xOf: (value: number) => number,
  bottom: number,
): { plain: TextMark[]; edges: TextMark[] } {
  const plain: TextMark[] = [{ x: xOf(0), y: bottom + 17, text: "0" }];
  const bold: TextMark[] = [];
  let valueEnd = xOf(0) + 6;
  let nameEnd = Number.NEGATIVE_INFINITY;
  for (const { value, before, label } of panel.edges) {
    const x = xOf(value);
    const half = measureText(String(value), 12, true) / 2;
    if (x - half > valueEnd) {
      bold.push({ x, y: bottom + 17, text: String(value) });
      valueEnd = x + half + 4;
    }
    const name = before === null ? label : `${label}（原 ${before}）`;
    const nameHalf = measureText(name) / 2;
    if (x - nameHalf > nameEnd) {
      plain.push({ x, y: bottom + 33, text: name });
      nameEnd = x + nameHalf + 4;
    }
  }
  const last = `${series.maximum} ${series.unit}`;
  if (xOf(series.maximum) - measureText(last) / 2 > valueEnd)
    plain.push({ x: xOf(series.maximum), y: bottom + 17, text: last });
  return { plain, edges: bold };
}
