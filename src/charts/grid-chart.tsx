import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { layOutGrid, type PlacedBox } from "./grid-layout.ts";
import type { MergedGrid } from "./merged-grid.ts";
import type { Palette } from "./palette.ts";
import { rectPath } from "./shapes.ts";

/** Rules stand on half pixels and reach half a pixel beyond the table. */
const EDGE = 1;

export function gridChartHeight(grid: MergedGrid, width: number): number {
  return layOutGrid(grid, width - EDGE).height + EDGE;
}

/** A printed form drawn at print size: only pictures use it, the page shows a real table. */
export function GridChart({ series, width, palette }: ChartProps<MergedGrid>) {
  const { boxes, height } = useMemo(() => layOutGrid(series, width - EDGE), [series, width]);
  const shaded = boxes.filter(({ cell }) => cell.role === "head");
  const colours = boxes.filter(({ cell }) => cell.slot !== null);
  const differing = boxes.filter(({ cell }) => cell.look === "differing");
  const rules = boxes.map((box) => rectPath(box.x + 0.5, box.y + 0.5, box.width, box.height)).join("");
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height + EDGE} fontSize={12} aria-hidden="true">
      <path
        d={shaded.map((box) => rectPath(box.x + 0.5, box.y + 0.5, box.width, box.height)).join("")}
        fill={palette["surface-2"]}
      />
      <path d={rules} fill="none" stroke={palette["line-strong"]} />
      {colours.map(({ cell, x, y, height: tall }) => (
        <path key={cell.key} d={rectPath(x + 1, y + 1, 3, tall - 1)} fill={palette[`s${cell.slot ?? 1}`]} />
      ))}
      {differing.length > 0 && (
        <path
          d={differing.map((box) => rectPath(box.x + 2.5, box.y + 2.5, box.width - 4, box.height - 4)).join("")}
          fill="none"
          stroke={palette.worse}
        />
      )}
      {boxes.map((box) => (
        <CellText key={box.cell.key} box={box} palette={palette} />
      ))}
    </svg>
  );
}

function CellText({ box: { cell, x, width, lines }, palette }: { box: PlacedBox; palette: Palette }) {
  const isLeft = cell.role === "label" && cell.rowSpan === 1;
  return (
    <g
      fill={inkOf(cell.look, palette)}
      textAnchor={isLeft ? undefined : "middle"}
      fontWeight={cell.isStrong || cell.role === "head" ? 700 : undefined}
    >
      {lines.map(({ text, y }) => (
        <text key={y} x={isLeft ? x + (cell.slot === null ? 4 : 7) : x + width / 2} y={y}>
          {text}
        </text>
      ))}
    </g>
  );
}

function inkOf(look: PlacedBox["cell"]["look"], palette: Palette): string {
  if (look === "differing") return palette.worse;
  return look === "plain" ? palette.ink : palette["ink-3"];
}
