import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { layOutMarkList, type PlacedRemark } from "./mark-list-layout.ts";
import type { MarkListSeries, MarkLook } from "./mark-list-series.ts";
import type { Palette } from "./palette.ts";

/** Centred on (6, 9), 9 px wide, told apart without colour. */
const SHAPE: Readonly<Record<MarkLook, string>> = {
  square: "M2 5H10V13H2Z",
  diamond: "M6 4L11 9L6 14L1 9Z",
  circle: "M1.5 9a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1 -9 0",
  triangle: "M6 4.5L11 13H1Z",
  ring: "M2 9a4 4 0 1 1 8 0a4 4 0 1 1 -8 0",
};

function colourOf(look: MarkLook, palette: Palette): string {
  if (look === "square") return palette.worse;
  if (look === "circle") return palette.good;
  return look === "diamond" ? palette.m1 : palette["ink-3"];
}

/** Remarks as a list, for pictures: the page shows the same list as text that can be picked. */
export function MarkListChart({ series, width, palette }: ChartProps<MarkListSeries>) {
  const layout = useMemo(() => layOutMarkList(series, width), [series, width]);
  return (
    <svg width={width} height={layout.height} viewBox={`0 0 ${width} ${layout.height}`} aria-hidden="true">
      {layout.rows.map((placed) => (
        <Remark key={placed.row.id} placed={placed} textX={layout.textX} palette={palette} />
      ))}
    </svg>
  );
}

interface RemarkProps {
  placed: PlacedRemark;
  textX: number;
  palette: Palette;
}

function Remark({ placed, textX, palette }: RemarkProps) {
  const { row, top, head, text } = placed;
  const colour = colourOf(row.look, palette);
  const isHollow = row.look === "ring" || row.look === "triangle";
  return (
    <g transform={`translate(0 ${top})`} fontSize={12}>
      <path d={SHAPE[row.look]} fill={isHollow ? "none" : colour} stroke={isHollow ? colour : undefined} />
      <text x={18} y={13} fill={colour} fontWeight={700}>
        {row.word}
      </text>
      {head.map(({ words, y }) => (
        <text key={y} x={textX} y={y} fill={palette.ink} fontWeight={700}>
          {words}
        </text>
      ))}
      {text.map(({ words, y }) => (
        <text key={y} x={textX} y={y} fill={palette["ink-2"]}>
          {words}
        </text>
      ))}
    </g>
  );
}
