import type { Palette } from "./palette.ts";
import { axisTicks, edgePieces } from "./ranked-bar-layout.ts";
import { linePath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";
import { HEAD, type WaterfallLayout } from "./waterfall-layout.ts";
import type { WaterfallSeries } from "./waterfall-series.ts";

interface WaterfallAxisProps {
  series: WaterfallSeries;
  layout: WaterfallLayout;
  palette: Palette;
  print: boolean | undefined;
}

/** The line at 0, ticks, and the named lines, which no value label is crossed by. */
export function WaterfallAxis({ series, layout, palette, print }: WaterfallAxisProps) {
  const { xOf, bottom, plotX, plotEnd, rowHeight } = layout;
  const snap = (value: number) => (print ? xOf(value) : Math.floor(xOf(value)) + 0.5);
  const labels = layout.rows.map(({ label }) => label);
  const edges = series.edges.flatMap(({ value }) =>
    edgePieces(snap(value), HEAD - 4, bottom, rowHeight, labels).map(({ from, to }) =>
      linePath(snap(value), from, snap(value), to),
    ),
  );
  const ticks = axisTicks(series.maximum).map((tick) => linePath(snap(tick), bottom, snap(tick), bottom + 4));
  const texts = axisTexts(series, layout);
  return (
    <>
      <path
        d={`M${snap(0)} ${HEAD - 4}V${bottom}M${plotX} ${bottom + 0.5}H${plotEnd}${ticks.join("")}`}
        stroke={palette.axis}
        fill="none"
      />
      <path d={edges.join("")} stroke={palette["ink-2"]} strokeDasharray="3 2" fill="none" />
      <TextMarks marks={texts.plain} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={texts.bold} fill={palette.ink} anchor="middle" bold print={print} />
      <TextMarks marks={[{ x: 4, y: bottom + 33, text: series.axisTitle }]} fill={palette["ink-3"]} print={print} />
    </>
  );
}

/** 0 and the end, the lines bold with their names below; a label that would touch its neighbour gives way. */
function axisTexts(series: WaterfallSeries, layout: WaterfallLayout): { plain: TextMark[]; bold: TextMark[] } {
  const valueY = layout.bottom + 17;
  const nameY = layout.bottom + 33;
  const zero = layout.xOf(0);
  const plain: TextMark[] = [{ x: zero, y: valueY, text: "0" }];
  const bold: TextMark[] = [];
  let valueEnd = zero + 6;
  let nameEnd = Number.NEGATIVE_INFINITY;
  for (const { value, label } of series.edges) {
    const x = layout.xOf(value);
    const half = measureText(String(value), 12, true) / 2;
    if (x - half > valueEnd) {
      bold.push({ x, y: valueY, text: String(value) });
      valueEnd = x + half + 4;
    }
    const nameHalf = measureText(label) / 2;
    if (x - nameHalf > nameEnd) {
      plain.push({ x, y: nameY, text: label });
      nameEnd = x + nameHalf + 4;
    }
  }
  const last = String(series.maximum);
  if (layout.plotEnd - measureText(last) / 2 > valueEnd) plain.push({ x: layout.plotEnd, y: valueY, text: last });
  return { plain, bold };
}
