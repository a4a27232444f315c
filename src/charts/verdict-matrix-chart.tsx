import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { fifthRows, type PanelPlaces, placePanels } from "./panel-layout.ts";
import { linePath, rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";
import { widestText } from "./text-measure.ts";
import type { VerdictKind, VerdictMatrixSeries, VerdictPanel } from "./verdict-matrix-series.ts";

const HEAD = 26;
const FOOT = 22;
const LEAST_PITCH = 40;
const WIDEST_PITCH = 56;

interface MatrixLayout extends PanelPlaces {
  cellsX: number;
  pitch: number;
}

function layOutMatrix(series: VerdictMatrixSeries, width: number, print?: boolean): MatrixLayout {
  const names = series.panels.flatMap((panel) => [panel.title, ...panel.rows.map((row) => row.name)]);
  const cellsX = Math.ceil(widestText([...names, "不平家数"]) + 12);
  const count = Math.max(1, series.columns.length);
  const places = placePanels(
    series.panels.map((panel) => panel.rows.length),
    { width, overhead: HEAD + FOOT, minimum: cellsX + count * LEAST_PITCH, print },
  );
  const panelWidth = places.places[0]?.width ?? width;
  return { ...places, cellsX, pitch: Math.min(WIDEST_PITCH, Math.floor((panelWidth - cellsX) / count)) };
}

export function verdictMatrixChartHeight(series: VerdictMatrixSeries, width: number, print?: boolean): number {
  return layOutMatrix(series, width, print).height;
}

/** Bodies × rules: a tick, a boxed difference or a word in every cell, told apart without colour. */
export function VerdictMatrixChart({ series, width, palette, print, onPick }: ChartProps<VerdictMatrixSeries>) {
  const layout = useMemo(() => layOutMatrix(series, width, print), [series, width, print]);
  const model = useMemo(() => matrixHits(series, layout), [series, layout]);
  const marks = useMemo(
    () =>
      series.panels.map((panel, index) => {
        const place = layout.places[index];
        if (place === undefined) return null;
        return (
          <g key={panel.id} transform={`translate(${place.x} ${place.y})`}>
            <MatrixPanel series={series} panel={panel} layout={layout} palette={palette} print={print} />
          </g>
        );
      }),
    [series, layout, palette, print],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PanelProps {
  series: VerdictMatrixSeries;
  panel: VerdictPanel;
  layout: MatrixLayout;
  palette: Palette;
  print: boolean | undefined;
}

/** 8 × 7 px around its middle. */
const TICK = "m-4 0l3 3.5l5.5 -7";

function MatrixPanel({ series, panel, layout, palette, print }: PanelProps) {
  const { cellsX, pitch, rowHeight } = layout;
  const right = cellsX + series.columns.length * pitch;
  const bottom = HEAD + panel.rows.length * rowHeight;
  const centre = (column: number) => cellsX + (column + 0.5) * pitch;
  const base = (row: number) => Math.round(HEAD + row * rowHeight + rowHeight / 2 + 4);
  const cells = panel.rows.flatMap((row, line) =>
    row.cells.map((cell, column) => ({ ...cell, x: centre(column), y: base(line) })),
  );
  const of = (...kinds: VerdictKind[]) => cells.filter(({ kind }) => kinds.includes(kind));
  const ticks = of("pass", "partial").map(({ kind, x, y }) => `M${kind === "pass" ? x : x - 14} ${y - 4}${TICK}`);
  const boxes = of("fail").map(({ x, y }) => rectPath(x - pitch / 2 + 3.5, y - 12.5, pitch - 7, 16));
  const rules = fifthRows(panel.rows.length).map((row) =>
    linePath(0, HEAD + row * rowHeight - 0.5, right, HEAD + row * rowHeight - 0.5),
  );
  return (
    <>
      <TextMarks marks={[{ x: 0, y: 15, text: panel.title }]} fill={palette["ink-3"]} print={print} />
      <TextMarks
        marks={series.columns.map(({ id }, column) => ({ x: centre(column), y: 15, text: id }))}
        fill={palette["ink-2"]}
        anchor="middle"
        bold
        print={print}
      />
      <path d={`M0 ${HEAD - 3.5}H${right}M0 ${bottom + 0.5}H${right}`} stroke={palette["line-strong"]} />
      <path d={rules.join("")} stroke={palette.grid} fill="none" />
      {panel.rows.map((row, line) => (
        <text key={row.id} x={0} y={base(line)} fill={palette.ink} fontWeight={row.picked ? 700 : undefined}>
          {row.name}
        </text>
      ))}
      <path d={ticks.join("")} stroke={palette.good} strokeWidth={1.6} fill="none" />
      <path d={boxes.join("")} stroke={palette.worse} fill="none" />
      <TextMarks marks={of("fail")} fill={palette.worse} anchor="middle" bold print={print} />
      <TextMarks
        marks={of("partial").map(({ x, y, text }) => ({ x: x - 6, y, text }))}
        fill={palette["ink-2"]}
        print={print}
      />
      <TextMarks marks={of("unjudged", "none")} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={[{ x: 0, y: bottom + 16, text: "不平家数" }]} fill={palette["ink-2"]} print={print} />
      <TextMarks
        marks={panel.failing.map((text, column) => ({ x: centre(column), y: bottom + 16, text }))}
        fill={palette.ink}
        anchor="middle"
        bold
        print={print}
      />
    </>
  );
}

function matrixHits(series: VerdictMatrixSeries, layout: MatrixLayout): HitModel {
  return {
    label: "机关与勾稽规则表，方向键逐格查看，回车打开该机关的报表",
    hint: "点击打开该机关的报表",
    panels: series.panels.map((panel, index) => {
      const place = layout.places[index] ?? { x: 0, y: 0, width: 0 };
      const columns = series.columns.map((_, column) => ({
        // The first cell takes the name along, so that a press on the name counts.
        x: column === 0 ? place.x : place.x + layout.cellsX + column * layout.pitch,
        width: column === 0 ? layout.cellsX + layout.pitch : layout.pitch,
      }));
      return {
        x: place.x,
        y: place.y + HEAD,
        rowHeight: layout.rowHeight,
        rowCount: panel.rows.length,
        columns: () => columns,
      };
    }),
    describe: ({ panel, row, column }) => {
      const found = series.panels[panel]?.rows[row];
      const head = series.columns[column];
      const cell = found?.cells[column];
      if (found === undefined || head === undefined || cell === undefined) return null;
      return { id: found.id, title: found.name, lines: [[`${head.id} ${head.name}`, cell.detail]], picked: false };
    },
  };
}
