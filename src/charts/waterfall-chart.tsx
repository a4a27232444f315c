import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { Palette } from "./palette.ts";
import { fifthRows } from "./panel-layout.ts";
import { crossPath, fillColour, hatchPath, linePath, rectPath, tierColour, tierShape } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { WaterfallAxis } from "./waterfall-axis.tsx";
import { waterfallHits } from "./waterfall-hits.ts";
import { BAR, HEAD, layOutWaterfall, type PlacedStep, type WaterfallLayout } from "./waterfall-layout.ts";
import type { WaterfallSeries } from "./waterfall-series.ts";

export function waterfallChartHeight(series: WaterfallSeries, width: number): number {
  return layOutWaterfall(series, width).height;
}

/** Steps from a full mark to a score, from top to bottom; what is lost goes to the right, what is left stands at the right edge. */
export function WaterfallChart({ series, width, palette, print, onPick }: ChartProps<WaterfallSeries>) {
  const layout = useMemo(() => layOutWaterfall(series, width), [series, width]);
  const model = useMemo(() => waterfallHits(series, layout, width), [series, layout, width]);
  const marks = useMemo(
    () => <WaterfallMarks {...{ series, layout, width, palette, print }} />,
    [series, layout, width, palette, print],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface MarksProps {
  series: WaterfallSeries;
  layout: WaterfallLayout;
  width: number;
  palette: Palette;
  print: boolean | undefined;
}

function WaterfallMarks({ series, layout, width, palette, print }: MarksProps) {
  const fifths = fifthRows(layout.rows.length).map((index) => HEAD + index * layout.rowHeight);
  return (
    <>
      <Picked layout={layout} width={width} palette={palette} />
      <path d={fifths.map((y) => `M0 ${y + 0.5}H${width}`).join("")} stroke={palette.grid} fill="none" />
      <WaterfallAxis series={series} layout={layout} palette={palette} print={print} />
      <Bars layout={layout} palette={palette} />
      <Words series={series} layout={layout} width={width} palette={palette} print={print} />
    </>
  );
}

function Picked({ layout, width, palette }: Pick<MarksProps, "layout" | "width" | "palette">) {
  const picked = layout.rows.filter(({ row }) => row.picked);
  if (picked.length === 0) return null;
  const { rowHeight } = layout;
  return (
    <>
      <path
        d={picked.map(({ top }) => rectPath(0, top, width, rowHeight - 1)).join("")}
        fill={palette["accent-weak"]}
      />
      <path d={picked.map(({ top }) => rectPath(0, top, 2, rowHeight - 1)).join("")} fill={palette.accent} />
    </>
  );
}

/** One path per colour, and one each for what is undecided, what a cap held back, and the thread from step to step. */
function Bars({ layout, palette }: Pick<MarksProps, "layout" | "palette">) {
  const fills = new Map<string, string>();
  const paths = { hatch: "", outline: "", held: "" };
  for (const { row, middle } of layout.rows) {
    const y = middle - BAR / 2;
    const from = layout.xOf(Math.min(row.from, row.to));
    const to = layout.xOf(Math.max(row.from, row.to));
    const colour = fillColour(row.fill, palette);
    if (row.from !== row.to)
      fills.set(colour, (fills.get(colour) ?? "") + rectPath(from, y, Math.max(1.5, to - from), BAR));
    if (row.disputed > 0) {
      const length = Math.max(3, layout.xOf(row.to + row.disputed) - layout.xOf(row.to));
      paths.hatch += hatchPath(to + 1, y, length, BAR);
      paths.outline += rectPath(to + 1.5, y + 0.5, length - 1, BAR - 1);
    }
    if (row.held > 0) {
      const length = Math.max(3, layout.xOf(row.to + row.held) - layout.xOf(row.to));
      paths.held += rectPath(to + 1.5, y + 0.5, length - 1, BAR - 1);
    }
  }
  return (
    <>
      <path d={threads(layout)} stroke={palette.axis} fill="none" />
      {[...fills].map(([colour, path]) => (
        <path key={colour} d={path} fill={colour} />
      ))}
      {paths.hatch !== "" && <path d={paths.hatch} stroke={palette.nodata} strokeWidth={1.2} fill="none" />}
      {paths.outline !== "" && <path d={paths.outline} stroke={palette.nodata} fill="none" />}
      {paths.held !== "" && <path d={paths.held} stroke={palette.control} strokeDasharray="3 2" fill="none" />}
    </>
  );
}

/** From the end of each step down to the start of the next. */
function threads(layout: WaterfallLayout): string {
  return layout.rows
    .slice(0, -1)
    .map(({ row, middle }, index) => {
      const next = layout.rows[index + 1];
      const x = layout.xOf(row.to);
      return next === undefined ? "" : linePath(x, middle + BAR / 2, x, next.middle - BAR / 2);
    })
    .join("");
}

function Words({ series, layout, width, palette, print }: MarksProps) {
  const { rows } = layout;
  const strong = rows.filter(({ row }) => row.kind === "end");
  const plain = rows.filter(({ row }) => row.kind !== "end");
  const remarks = (isVeto: boolean) =>
    rows
      .filter(({ row, label }) => label.remark !== "" && (row.kind === "veto") === isVeto)
      .map((placed) => ({ x: placed.label.remarkX, y: baseOf(placed), text: placed.label.remark }));
  const running = (list: readonly PlacedStep[]) =>
    list.map((placed) => ({ x: width, y: baseOf(placed), text: placed.row.runningText }));
  return (
    <>
      <TextMarks marks={plain.flatMap(names)} fill={palette.ink} print={print} />
      <TextMarks marks={strong.flatMap(names)} fill={palette.ink} bold print={print} />
      <TextMarks
        marks={rows.map((placed) => ({ x: placed.label.x, y: baseOf(placed), text: placed.row.valueText }))}
        fill={palette.ink}
        bold
        halo={palette.surface}
        print={print}
      />
      <TextMarks marks={remarks(false)} fill={palette["ink-2"]} halo={palette.surface} print={print} />
      <TextMarks marks={remarks(true)} fill={palette.overdue} bold halo={palette.surface} print={print} />
      <Shapes rows={rows} palette={palette} />
      <TextMarks
        marks={[{ x: width, y: 14, text: series.runningHead }]}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <TextMarks marks={running(plain)} fill={palette["ink-2"]} anchor="end" print={print} />
      <TextMarks marks={running(strong)} fill={palette.ink} anchor="end" bold print={print} />
    </>
  );
}

function names({ lines, middle }: PlacedStep): TextMark[] {
  const top = middle - (lines.length - 1) * 8 + 4;
  return lines.map((text, index) => ({ x: 4, y: top + index * 16, text }));
}

function baseOf({ middle }: PlacedStep): number {
  return middle + 4;
}

/** The tier with its shape, a veto with its cross. */
function Shapes({ rows, palette }: { rows: readonly PlacedStep[]; palette: Palette }) {
  return rows.map(({ row, middle, label }) => {
    if (label.shapeX === null) return null;
    if (row.kind === "veto")
      return (
        <path key={row.id} d={crossPath(label.shapeX, middle)} stroke={palette.overdue} strokeWidth={2.4} fill="none" />
      );
    if (row.tier === null) return null;
    const { level } = row.tier;
    return <path key={row.id} d={tierShape(level, label.shapeX, middle)} fill={tierColour(level, palette)} />;
  });
}
