import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { Palette } from "./palette.ts";
import { crossPath, linePath, tierColour, tierShape } from "./shapes.ts";
import { measureText } from "./text-measure.ts";
import { TierTrendMarks } from "./tier-trend-marks.tsx";
import { unitSheetHits } from "./unit-sheet-hits.ts";
import {
  HEAD_LINE,
  LINE,
  layOutUnitSheet,
  type PlacedBlock,
  SHEET_WIDTH,
  type UnitSheetLayout,
} from "./unit-sheet-layout.ts";
import type { SheetCell, SheetItem, UnitSheetSeries } from "./unit-sheet-series.ts";
import { WaterfallChart } from "./waterfall-chart.tsx";

export function unitSheetChartHeight(series: UnitSheetSeries): number {
  return layOutUnitSheet(series).height;
}

/**
 * The whole sheet as one drawing of fixed width: the page, the printer and the picture show the same. Fixed, because
 * paper does not ask how wide the window was.
 */
export function UnitSheetChart({ series, palette, print, onPick }: ChartProps<UnitSheetSeries>) {
  const layout = useMemo(() => layOutUnitSheet(series), [series]);
  const model = useMemo(() => unitSheetHits(series, layout), [series, layout]);
  const marks = useMemo(
    () => <SheetMarks series={series} layout={layout} palette={palette} />,
    [series, layout, palette],
  );
  return (
    <ChartSurface width={SHEET_WIDTH} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface MarksProps {
  series: UnitSheetSeries;
  layout: UnitSheetLayout;
  palette: Palette;
}

function SheetMarks({ series, layout, palette }: MarksProps) {
  const { steps } = layout;
  return (
    <>
      <Cells cells={series.cells} width={layout.cellWidth} palette={palette} />
      <BlockHead x={0} y={layout.trendY} width={SHEET_WIDTH} title={series.trendTitle} palette={palette} />
      <g transform={`translate(0 ${layout.trendY + HEAD_LINE})`}>
        <TierTrendMarks series={series.trend} layout={layout.trend} palette={palette} print />
      </g>
      <BlockHead x={0} y={steps.y - HEAD_LINE} width={steps.width} title={series.stepsTitle} palette={palette} />
      {series.steps === null ? (
        <text x={0} y={steps.y + 20} fill={palette["ink-2"]}>
          {series.stepsEmpty}
        </text>
      ) : (
        <g transform={`translate(0 ${steps.y})${steps.scale < 1 ? ` scale(${steps.scale})` : ""}`}>
          <WaterfallChart series={series.steps} width={steps.width} palette={palette} print />
        </g>
      )}
      {[layout.deductions, layout.deadlines, layout.applications, layout.notes].map((placed) => (
        <Block key={placed.block.title} placed={placed} palette={palette} />
      ))}
    </>
  );
}

/** Label, value and basis; hairlines between, as on the conclusion strip. */
function Cells({ cells, width, palette }: { cells: readonly SheetCell[]; width: number; palette: Palette }) {
  const rules = cells.map((_, index) => (index === 0 ? "" : linePath(index * width + 0.5, 4, index * width + 0.5, 62)));
  return (
    <>
      <path d={rules.join("")} stroke={palette.line} fill="none" />
      {cells.map((cell, index) => {
        const x = index * width + (index === 0 ? 0 : 12);
        const valueX = x + (cell.mark === null ? 0 : 18);
        return (
          <g key={cell.id}>
            <text x={x} y={14} fill={palette["ink-3"]}>
              {cell.label}
            </text>
            {cell.mark === null ? null : <Mark mark={cell.mark} x={x + 6} y={33} palette={palette} />}
            <text
              x={valueX}
              y={40}
              fontSize={20}
              fontWeight={700}
              fill={cell.mark === "vetoed" ? palette.overdue : palette.ink}
            >
              {cell.value}
            </text>
            <text x={valueX + measureText(cell.value, 20, true) + 4} y={40} fill={palette["ink-2"]}>
              {cell.unit}
            </text>
            <text x={x} y={60} fill={palette["ink-3"]}>
              {cell.basis}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Mark({ mark, x, y, palette }: { mark: { level: number } | "vetoed"; x: number; y: number; palette: Palette }) {
  if (mark === "vetoed") return <path d={crossPath(x, y)} stroke={palette.overdue} strokeWidth={2} fill="none" />;
  return <path d={tierShape(mark.level, x, y)} fill={tierColour(mark.level, palette)} />;
}

interface HeadProps {
  x: number;
  y: number;
  width: number;
  title: string;
  palette: Palette;
}

function BlockHead({ x, y, width, title, palette }: HeadProps) {
  return (
    <>
      <text x={x} y={y + 14} fontWeight={700} fill={palette.ink}>
        {title}
      </text>
      <path d={linePath(x, y + HEAD_LINE - 0.5, x + width, y + HEAD_LINE - 0.5)} stroke={palette["line-strong"]} />
    </>
  );
}

function Block({ placed, palette }: { placed: PlacedBlock; palette: Palette }) {
  const { block, x, y, width, items, endY } = placed;
  return (
    <>
      <BlockHead x={x} y={y} width={width} title={block.title} palette={palette} />
      {items.map(({ item, y: top, lines }) => (
        <g key={item.id}>
          <text x={x} y={top + 12} fontWeight={700} fill={palette.ink}>
            {item.lead}
          </text>
          <text x={x + width} y={top + 12} textAnchor="end" fontWeight={700} fill={toneColour(item.tone, palette)}>
            {item.value}
          </text>
          {lines.map((line, index) => (
            <text key={`${item.id}-${line}`} x={x} y={top + 12 + LINE * (index + 1)} fill={palette["ink-2"]}>
              {line}
            </text>
          ))}
        </g>
      ))}
      {items.length === 0 || block.more !== "" ? (
        <text x={x} y={endY} fill={palette["ink-3"]}>
          {items.length === 0 ? block.empty : block.more}
        </text>
      ) : null}
    </>
  );
}

function toneColour(tone: SheetItem["tone"], palette: Palette): string {
  return tone === null ? palette.ink : palette[tone];
}
