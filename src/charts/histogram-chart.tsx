import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import { countOf, type HistogramLayout, layOutHistogram, type PlacedPanel } from "./histogram-layout.ts";
import type { HistogramSeries } from "./histogram-series.ts";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { linePath, rectPath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

export function histogramChartHeight(series: HistogramSeries, width: number): number {
  return layOutHistogram(series, width).height;
}

/** Bars by whole numbers from 0, a panel a kind with its limit named on the line; late ones are red and say how many. */
export function HistogramChart({ series, width, palette, print, onPick }: ChartProps<HistogramSeries>) {
  const layout = useMemo(() => layOutHistogram(series, width), [series, width]);
  const model = useMemo(() => histogramHits(series, layout), [series, layout]);
  const marks = useMemo(
    () =>
      layout.panels.map((placed) => (
        <Panel key={placed.panel.id} placed={placed} series={series} layout={layout} palette={palette} print={print} />
      )),
    [series, layout, palette, print],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  placed: PlacedPanel;
  series: HistogramSeries;
  layout: HistogramLayout;
  palette: Palette;
  print: boolean | undefined;
}

function Panel(part: PartProps) {
  const { placed, layout, palette, print } = part;
  const { panel, limit, late } = placed;
  return (
    <>
      <TextMarks marks={[{ x: 0, y: placed.titleBase, text: panel.title }]} fill={palette.ink} bold print={print} />
      <Axes {...part} />
      <Bars placed={placed} layout={layout} palette={palette} />
      {limit !== null && (
        <>
          <path
            d={linePath(limit.x, limit.base - 10, limit.x, placed.bottom)}
            stroke={palette["ink-2"]}
            strokeDasharray="3 2"
          />
          <TextMarks
            marks={[{ x: limit.textX, y: limit.base, text: limit.label }]}
            fill={palette["ink-2"]}
            anchor={limit.anchor}
            halo={palette.surface}
            print={print}
          />
        </>
      )}
      <TextMarks marks={countMarks(placed, layout)} fill={palette["ink-2"]} anchor="middle" print={print} />
      {late !== null && (
        <TextMarks
          marks={[{ x: late.x, y: late.base, text: late.text }]}
          fill={palette.overdue}
          halo={palette.surface}
          bold
          print={print}
        />
      )}
    </>
  );
}

function Axes({ placed, series, layout, palette, print }: PartProps) {
  const { left, right, xOf, slot, scale, ticks } = layout;
  const { bottom } = placed;
  const yOf = (count: number) => Math.round(bottom - count * scale) - 0.5;
  const middleOf = (value: number) => xOf(value) + slot / 2;
  const last = ticks[ticks.length - 1] ?? 0;
  const unitX = middleOf(last) + measureText(String(last)) / 2 + 4;
  const named = ticks.map((value) => ({ x: middleOf(value), y: bottom + 16, text: String(value) }));
  return (
    <>
      <path
        d={placed.ticks
          .slice(1)
          .map((count) => linePath(left, yOf(count), right, yOf(count)))
          .join("")}
        stroke={palette.grid}
      />
      <path d={linePath(left, bottom + 0.5, right, bottom + 0.5)} stroke={palette.axis} />
      <TextMarks
        marks={placed.ticks.map((count) => ({ x: left - 6, y: yOf(count) + 4, text: String(count) }))}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <TextMarks marks={named} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={[{ x: unitX, y: bottom + 16, text: series.axisUnit }]} fill={palette["ink-3"]} print={print} />
    </>
  );
}

/** In time from the axis up, late ones on top in red. */
function Bars({ placed, layout, palette }: Pick<PartProps, "placed" | "layout" | "palette">) {
  const { xOf, slot, scale } = layout;
  const width = Math.max(1, slot - 1);
  let onTime = "";
  let late = "";
  for (const bin of placed.panel.bins) {
    const x = xOf(bin.value) + 0.5;
    if (bin.onTime > 0) onTime += rectPath(x, placed.bottom - bin.onTime * scale, width, bin.onTime * scale);
    if (bin.late > 0) late += rectPath(x, placed.bottom - countOf(bin) * scale, width, bin.late * scale);
  }
  return (
    <>
      {onTime !== "" && <path d={onTime} fill={placed.panel.weight === 1 ? palette.m1 : palette.m2} />}
      {late !== "" && <path d={late} fill={palette.overdue} />}
    </>
  );
}

/** Numbers over the bars where each fits its own; otherwise the axis and the table tell them. */
function countMarks({ panel, bottom, late }: PlacedPanel, { xOf, slot, scale }: HistogramLayout): TextMark[] {
  const bins = panel.bins.filter((bin) => countOf(bin) > 0);
  const fits = bins.every((bin) => measureText(String(countOf(bin))) <= slot - 2);
  if (!fits) return [];
  return bins
    .filter((bin) => late === null || xOf(bin.value + 1) < late.x || xOf(bin.value) > late.x + late.width)
    .map((bin) => ({
      x: xOf(bin.value) + slot / 2,
      y: bottom - countOf(bin) * scale - 4,
      text: String(countOf(bin)),
    }));
}

function histogramHits(series: HistogramSeries, layout: HistogramLayout): HitModel {
  return {
    label: "分布图，左右键逐日查看，上下键换一类",
    hint: "",
    panels: layout.panels.map(({ panel, top, bottom }) => {
      const columns = panel.bins.map(({ value }) => ({ x: layout.xOf(value), width: layout.slot }));
      return { x: 0, y: top, rowHeight: bottom - top, rowCount: columns.length === 0 ? 0 : 1, columns: () => columns };
    }),
    describe: ({ panel: index, column }) => {
      const panel = layout.panels[index]?.panel;
      const bin = panel?.bins[column];
      if (panel === undefined || bin === undefined) return null;
      return {
        id: null,
        title: `${bin.label} ${series.axisUnit} · ${panel.title}`,
        lines: [
          ["按期", `${bin.onTime} ${series.unit}`],
          ["超期", `${bin.late} ${series.unit}`],
        ],
        picked: false,
      };
    },
  };
}
