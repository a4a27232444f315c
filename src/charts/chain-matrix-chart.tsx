import { useMemo } from "react";
import { type ChainLayout, FOOT, HEAD, layOutChains } from "./chain-matrix-layout.ts";
import type { ChainCell, ChainCellKind, ChainMatrixSeries, ChainPanel } from "./chain-matrix-series.ts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { fifthRows } from "./panel-layout.ts";
import { linePath, rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

export function chainMatrixChartHeight(series: ChainMatrixSeries, width: number, print?: boolean): number {
  return layOutChains(series, width, print).height;
}

/** Chains of many bodies: a quiet tick where a link holds, the boxed difference where it does not. */
export function ChainMatrixChart({ series, width, palette, print, onPick }: ChartProps<ChainMatrixSeries>) {
  const layout = useMemo(() => layOutChains(series, width, print), [series, width, print]);
  const model = useMemo(() => chainHits(series, layout), [series, layout]);
  const marks = useMemo(
    () =>
      series.panels.map((panel, index) => {
        const place = layout.places[index];
        if (place === undefined) return null;
        return (
          <g key={panel.id} transform={`translate(${place.x} ${place.y})`}>
            <PanelHead series={series} panel={panel} layout={layout} palette={palette} print={print} />
            <PanelRows series={series} panel={panel} layout={layout} palette={palette} print={print} />
            <PanelFoot series={series} panel={panel} layout={layout} palette={palette} print={print} />
          </g>
        );
      }),
    [series, layout, palette, print],
  );
  return (
    <ChartSurface
      width={Math.max(width, layout.right)}
      height={layout.height}
      print={print}
      model={model}
      onPick={onPick}
    >
      {marks}
    </ChartSurface>
  );
}

interface PanelProps {
  series: ChainMatrixSeries;
  panel: ChainPanel;
  layout: ChainLayout;
  palette: Palette;
  print: boolean | undefined;
}

function spanWidth(series: ChainMatrixSeries, { pitch }: ChainLayout): number {
  return series.columns.length * pitch;
}

function PanelHead({ series, panel, layout, palette, print }: PanelProps) {
  const { spanX, pitch, hasLongHeads } = layout;
  const width = spanWidth(series, layout);
  const heads = spanX.flatMap((x) =>
    series.columns.map(({ label, short }, column) => ({
      x: x + (column + 0.5) * pitch,
      y: 34,
      text: hasLongHeads ? label : short,
    })),
  );
  return (
    <>
      <TextMarks marks={[{ x: 0, y: 15, text: panel.title }]} fill={palette["ink-3"]} print={print} />
      <TextMarks
        marks={series.spans.map(({ label }, index) => ({ x: (spanX[index] ?? 0) + width / 2, y: 15, text: label }))}
        fill={palette["ink-2"]}
        anchor="middle"
        bold
        print={print}
      />
      <path
        d={spanX.map((x) => linePath(x, 20.5, x + width, 20.5)).join("")}
        stroke={palette["line-strong"]}
        fill="none"
      />
      <TextMarks marks={heads} fill={palette["ink-2"]} anchor="middle" print={print} />
    </>
  );
}

/** 7 × 6 px around its middle, smaller than the tick of a verdict: there are hundreds. */
const TICK = "m-3.5 0l2.5 3l4.5 -6";

interface PlacedCell extends ChainCell {
  x: number;
  y: number;
}

function placeCells({ panel, layout }: Pick<PanelProps, "panel" | "layout">): PlacedCell[] {
  return panel.rows.flatMap((row, line) =>
    row.spans.flatMap((span, index) =>
      span.kind === "joined"
        ? span.cells.map((cell, column) => ({
            ...cell,
            x: (layout.spanX[index] ?? 0) + (column + 0.5) * layout.pitch,
            y: baseOf(layout, line),
          }))
        : [],
    ),
  );
}

function baseOf({ rowHeight }: ChainLayout, line: number): number {
  return Math.round(HEAD + line * rowHeight + rowHeight / 2 + 4);
}

function PanelRows({ series, panel, layout, palette, print }: PanelProps) {
  const { pitch, right, rowHeight } = layout;
  const bottom = HEAD + panel.rows.length * rowHeight;
  const cells = placeCells({ panel, layout });
  const of = (kind: ChainCellKind) => cells.filter((cell) => cell.kind === kind);
  const boxOf = ({ x, y }: PlacedCell) => rectPath(x - pitch / 2 + 1.5, y - 12.5, pitch - 3, 16);
  const rules = fifthRows(panel.rows.length).map((row) => HEAD + row * rowHeight - 0.5);
  return (
    <>
      <path d={`M0 ${HEAD - 3.5}H${right}M0 ${bottom + 0.5}H${right}`} stroke={palette["line-strong"]} />
      <path d={rules.map((y) => linePath(0, y, right, y)).join("")} stroke={palette.grid} fill="none" />
      {panel.rows.map((row, line) => (
        <text key={row.id} x={0} y={baseOf(layout, line)} fill={palette.ink} fontWeight={row.picked ? 700 : undefined}>
          {row.name}
        </text>
      ))}
      <path
        d={of("held")
          .map(({ x, y }) => `M${x} ${y - 4}${TICK}`)
          .join("")}
        stroke={palette.good}
        fill="none"
      />
      <path d={of("broken").map(boxOf).join("")} stroke={palette.worse} fill="none" />
      <path d={of("explained").map(boxOf).join("")} stroke={palette.control} strokeDasharray="3 2" fill="none" />
      <TextMarks marks={of("broken")} fill={palette.worse} anchor="middle" bold print={print} />
      <TextMarks marks={of("explained")} fill={palette.ink} anchor="middle" print={print} />
      <TextMarks marks={of("unjudged")} fill={palette["ink-2"]} anchor="middle" print={print} />
      <TextMarks marks={spanTexts({ series, panel, layout })} fill={palette["ink-2"]} anchor="middle" print={print} />
    </>
  );
}

/** What stands across a span that has no links. */
function spanTexts({ series, panel, layout }: Pick<PanelProps, "series" | "panel" | "layout">) {
  const middle = spanWidth(series, layout) / 2;
  return panel.rows.flatMap((row, line) =>
    row.spans.flatMap((span, index) => {
      const place = { x: (layout.spanX[index] ?? 0) + middle, y: baseOf(layout, line) };
      if (span.kind === "joined") return [];
      return [{ ...place, text: span.kind === "alone" ? span.text : "——" }];
    }),
  );
}

function PanelFoot({ panel, layout, palette, print }: PanelProps) {
  const y = HEAD + panel.rows.length * layout.rowHeight + FOOT - 6;
  const counts = panel.broken.flatMap((columns, index) =>
    columns.map((text, column) => ({ x: (layout.spanX[index] ?? 0) + (column + 0.5) * layout.pitch, y, text })),
  );
  return (
    <>
      <TextMarks marks={[{ x: 0, y, text: "断链家数" }]} fill={palette["ink-2"]} print={print} />
      <TextMarks
        marks={counts.filter(({ text }) => text === "0")}
        fill={palette["ink-3"]}
        anchor="middle"
        print={print}
      />
      <TextMarks
        marks={counts.filter(({ text }) => text !== "0")}
        fill={palette.ink}
        anchor="middle"
        bold
        print={print}
      />
    </>
  );
}

/** A span without links is one wide mark; the first mark of a row takes the name along, so that a press on it counts. */
function chainHits(series: ChainMatrixSeries, layout: ChainLayout): HitModel {
  const places = (row: ChainPanel["rows"][number]) =>
    row.spans.flatMap((span, index) => {
      const x = layout.spanX[index] ?? 0;
      const parts = span.kind === "joined" ? span.cells.length : 1;
      const width = spanWidth(series, layout) / parts;
      return Array.from({ length: parts }, (_, part) => ({ span, index, part, x: x + part * width, width }));
    });
  return {
    label: "机关与跨年结转表，方向键逐格查看，回车打开该机关的报表",
    hint: "点击打开该机关的报表",
    panels: series.panels.map((panel, index) => {
      const { x, y } = layout.places[index] ?? { x: 0, y: 0 };
      return {
        x,
        y: y + HEAD,
        rowHeight: layout.rowHeight,
        rowCount: panel.rows.length,
        columns: (line) => {
          const row = panel.rows[line];
          const marks = row === undefined ? [] : places(row);
          return marks.map((mark, at) =>
            at === 0 ? { x, width: mark.x + mark.width } : { x: x + mark.x, width: mark.width },
          );
        },
      };
    }),
    describe: ({ panel, row, column }) => {
      const found = series.panels[panel]?.rows[row];
      const mark = found === undefined ? undefined : places(found)[column];
      if (found === undefined || mark === undefined) return null;
      return { id: found.id, title: found.name, lines: [lineOf(series, mark)], picked: false };
    },
  };
}

function lineOf(
  series: ChainMatrixSeries,
  { span, index, part }: { span: ChainPanel["rows"][number]["spans"][number]; index: number; part: number },
): [string, string] {
  const label = series.spans[index]?.label ?? "";
  if (span.kind === "joined") {
    return [`${label} ${series.columns[part]?.name ?? ""}`, span.cells[part]?.detail ?? ""];
  }
  return [label, span.kind === "alone" ? span.detail : "两年都没有报告"];
}
