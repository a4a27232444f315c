import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { MatrixCell, MatrixHead, MatrixSeries } from "./matrix-series.ts";
import type { Palette } from "./palette.ts";
import { linePath, rectPath, tierColour, tierShape } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";
import { widestText } from "./text-measure.ts";

const ROW = 36;
const HEAD = 44;
const SUM = 56;

export function matrixChartHeight(series: MatrixSeries): number {
  return HEAD + series.rows.length * ROW + 26;
}

interface MatrixLayout {
  plotX: number;
  cell: number;
  right: number;
}

function layOut(series: MatrixSeries, width: number): MatrixLayout {
  const plotX = Math.ceil(
    Math.max(widestText(series.rows.map((row) => row.name)) + 22, widestText([series.corner]) + 8),
  );
  const cell = Math.min(120, Math.max(44, (width - plotX - SUM) / Math.max(1, series.columns.length)));
  return { plotX, cell, right: plotX + cell * series.columns.length };
}

/** Where units go: what stays on the diagonal is quiet, what moves is filled by how many. */
export function MatrixChart({ series, width, palette, print, onPick }: ChartProps<MatrixSeries>) {
  const layout = useMemo(() => layOut(series, width), [series, width]);
  const model = useMemo(() => matrixHits(series, layout), [series, layout]);
  const bottom = HEAD + series.rows.length * ROW;
  const sums = series.rows.map((_, index) => sumOf(series.cells[index] ?? []));
  const columnSums = series.columns.map((_, index) => sumOf(series.cells.map((row) => row[index])));
  const bold = { print, anchor: "middle" as const, bold: true };
  return (
    <ChartSurface
      width={Math.max(width, layout.right + SUM)}
      height={matrixChartHeight(series)}
      print={print}
      model={model}
      onPick={onPick}
    >
      <Fills series={series} layout={layout} palette={palette} />
      <Heads series={series} layout={layout} palette={palette} print={print} />
      <path
        d={[...series.rows.keys(), series.rows.length]
          .map((row) => linePath(0, HEAD + row * ROW - 0.5, layout.right + SUM, HEAD + row * ROW - 0.5))
          .join("")}
        stroke={palette["line-strong"]}
        fill="none"
      />
      <TextMarks marks={digits(series, layout, "moved")} fill={palette.ink} {...bold} />
      <TextMarks marks={digits(series, layout, "same")} fill={palette.ink} print={print} anchor="middle" />
      <TextMarks marks={digits(series, layout, "none")} fill={palette["ink-3"]} print={print} anchor="middle" />
      <TextMarks
        marks={[
          ...sums.map((sum, row) => ({ x: layout.right + SUM / 2, y: HEAD + row * ROW + 23, text: String(sum) })),
          ...columnSums.map((sum, column) => ({ x: centre(layout, column), y: bottom + 18, text: String(sum) })),
        ]}
        fill={palette["ink-2"]}
        {...bold}
      />
      <TextMarks marks={[{ x: 0, y: bottom + 18, text: "合计" }]} fill={palette["ink-2"]} bold print={print} />
    </ChartSurface>
  );
}

function Heads({ series, layout, palette, print }: PartProps) {
  return (
    <>
      <TextMarks
        marks={[
          { x: 0, y: 30, text: series.corner },
          ...series.rows.map((head, row) => ({
            x: head.level === null ? 0 : 18,
            y: HEAD + row * ROW + 23,
            text: head.name,
          })),
        ]}
        fill={palette["ink-2"]}
        print={print}
      />
      <TextMarks
        marks={[
          ...series.columns.map((head, column) => ({ x: centre(layout, column), y: 36, text: head.name })),
          { x: layout.right + SUM / 2, y: 36, text: "合计" },
        ]}
        fill={palette["ink-2"]}
        anchor="middle"
        print={print}
      />
      {series.rows.map((head, row) => shapeOf(head, 6, HEAD + row * ROW + 19, palette))}
      {series.columns.map((head, column) => shapeOf(head, centre(layout, column), 16, palette))}
    </>
  );
}

interface PartProps {
  series: MatrixSeries;
  layout: MatrixLayout;
  palette: Palette;
  print: boolean | undefined;
}

function shapeOf(head: MatrixHead, x: number, y: number, palette: Palette) {
  if (head.level === null) return null;
  return <path key={`${head.id}${x}`} d={tierShape(head.level, x, y)} fill={tierColour(head.level, palette)} />;
}

/** Cells that moved, one path per step of the ramp; three light steps keep dark digits readable. */
function Fills({ series, layout, palette }: Omit<PartProps, "print">) {
  const steps = ["", "", ""];
  let same = "";
  series.cells.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell.count === 0) return;
      const path = rectPath(layout.plotX + column * layout.cell + 1, HEAD + at * ROW, layout.cell - 2, ROW - 1);
      if (cell.isSame) same += path;
      else steps[stepOf(cell.count)] += path;
    });
  });
  return (
    <>
      <path d={same} fill={palette["surface-2"]} />
      {(["q1", "q2", "q3"] as const).map((token, index) => (
        <path key={token} d={steps[index]} fill={palette[token]} />
      ))}
    </>
  );
}

function stepOf(count: number): 0 | 1 | 2 {
  if (count >= 5) return 2;
  return count >= 2 ? 1 : 0;
}

function digits(series: MatrixSeries, layout: MatrixLayout, wanted: "moved" | "same" | "none") {
  return series.cells.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      kindOf(cell) === wanted ? [{ x: centre(layout, column), y: HEAD + at * ROW + 23, text: String(cell.count) }] : [],
    ),
  );
}

function kindOf(cell: MatrixCell): "moved" | "same" | "none" {
  if (cell.count === 0) return "none";
  return cell.isSame ? "same" : "moved";
}

function centre(layout: MatrixLayout, column: number): number {
  return layout.plotX + (column + 0.5) * layout.cell;
}

function sumOf(cells: readonly (MatrixCell | undefined)[]): number {
  return cells.reduce((sum, cell) => sum + (cell?.count ?? 0), 0);
}

function matrixHits(series: MatrixSeries, layout: MatrixLayout): HitModel {
  const spans = series.columns.map((_, column) => ({ x: layout.plotX + column * layout.cell, width: layout.cell }));
  return {
    label: "换档矩阵，方向键逐格查看",
    hint: "",
    panels: [{ x: layout.plotX, y: HEAD, rowHeight: ROW, rowCount: series.rows.length, columns: () => spans }],
    describe: ({ row, column }) => {
      const cell = series.cells[row]?.[column];
      const from = series.rows[row];
      const to = series.columns[column];
      if (cell === undefined || from === undefined || to === undefined) return null;
      const lines: [string, string][] = [["单位", `${cell.count} ${series.unit}`]];
      if (cell.names !== "") lines.push(["名单", cell.names]);
      return { id: null, title: `${from.name} → ${to.name}`, lines, picked: false };
    },
  };
}
