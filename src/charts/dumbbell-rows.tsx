import type { ChangeMeaning, RowWindow } from "./chart.ts";
import type { DumbbellPartProps } from "./dumbbell-axis.tsx";
import type { DumbbellMark, DumbbellRow } from "./dumbbell-series.ts";
import type { Palette, PaletteToken } from "./palette.ts";
import { fifthRows, rowsInWindow } from "./panel-layout.ts";
import { crossPath, hatchPath, linePath, rectPath, tierColour, tierShape } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

interface PlacedRow {
  row: DumbbellRow;
  middle: number;
  base: number;
}

const RING = 3.5;
const DOT = 4;
const WORD_TOKEN: Record<ChangeMeaning, PaletteToken> = { good: "good", worse: "worse", same: "ink-3" };

/** The rows themselves: one path for all bars, one for the rings, one for the dots, and the words. */
export function DumbbellRows({
  series,
  panel,
  layout,
  place,
  palette,
  print,
  rows,
}: DumbbellPartProps & { rows: RowWindow | undefined }) {
  const { rowsTop, rowHeight, plotX, scale } = layout;
  const placed = rowsInWindow(panel.rows, rows, place.y + rowsTop, rowHeight).map(({ row, index }): PlacedRow => {
    const middle = rowsTop + index * rowHeight + rowHeight / 2;
    return { row, middle, base: Math.round(middle + 4) };
  });
  const xOf = (value: number) => plotX + Math.min(value, series.maximum) * scale;
  const rules = fifthRows(panel.rows.length).map((row) => {
    const y = rowsTop + row * rowHeight - 0.5;
    return linePath(0, y, plotX - 8, y) + linePath(plotX + 1, y, place.width, y);
  });
  const picked = placed.filter(({ row }) => row.picked);
  const paths = toPaths(placed, xOf);
  const hatches = placed
    .filter(({ row }) => row.markAfter === "missed")
    .map(({ middle }) => hatchPath(plotX + 1, middle - 5, 40, 10));
  return (
    <>
      <path
        d={picked.map(({ middle }) => rectPath(0, middle - rowHeight / 2, plotX - 4, rowHeight - 1)).join("")}
        fill={palette["accent-weak"]}
      />
      <path d={rules.join("")} stroke={palette.grid} fill="none" />
      <path d={hatches.join("")} stroke={palette.nodata} strokeWidth={1.2} fill="none" />
      <path d={paths.bars} stroke={palette.m2} strokeWidth={3} fill="none" />
      <path d={paths.rings} stroke={palette.m2} strokeWidth={1.8} fill={palette.surface} />
      <path d={paths.dots} fill={palette.m1} />
      <TierMarks placed={placed} x={layout.beforeX} side="markBefore" palette={palette} />
      <TierMarks placed={placed.filter(hasMoved)} x={layout.afterX} side="markAfter" palette={palette} />
      <TextMarks
        marks={placed
          .filter(hasMoved)
          .map(({ base }) => ({ x: (layout.beforeX + layout.afterX) / 2, y: base, text: "→" }))}
        fill={palette["ink-3"]}
        anchor="middle"
        print={print}
      />
      {placed.map(({ row, base }) => (
        <text
          key={row.id}
          x={layout.nameX}
          y={base}
          fill={row.markAfter === "missed" ? palette["ink-3"] : palette.ink}
          fontWeight={row.picked || row.word === "升档" || row.word === "降档" ? 700 : undefined}
        >
          {row.name}
        </text>
      ))}
      <TextMarks
        marks={placed.map(({ row, base }) => ({ x: layout.valueRight, y: base, text: row.valueText }))}
        fill={palette.ink}
        anchor="end"
        print={print}
      />
      {(["good", "worse", "same"] as const).map((meaning) => (
        <TextMarks
          key={meaning}
          marks={placed
            .filter(({ row }) => row.word !== "" && row.meaning === meaning)
            .map(({ row, base }) => ({ x: layout.wordRight, y: base, text: row.word }))}
          fill={palette[WORD_TOKEN[meaning]]}
          anchor="end"
          bold
          print={print}
        />
      ))}
    </>
  );
}

function hasMoved({ row }: PlacedRow): boolean {
  return JSON.stringify(row.markBefore) !== JSON.stringify(row.markAfter);
}

function toPaths(placed: readonly PlacedRow[], xOf: (value: number) => number) {
  let bars = "";
  let rings = "";
  let dots = "";
  for (const { row, middle } of placed) {
    if (row.before !== null && row.after !== null && row.before !== row.after) {
      bars += linePath(xOf(row.before), middle, xOf(row.after), middle);
      rings += circlePath(xOf(row.before), middle, RING);
    }
    if (row.after !== null) dots += circlePath(xOf(row.after), middle, DOT);
  }
  return { bars, rings, dots };
}

function circlePath(x: number, y: number, radius: number): string {
  const left = Math.round((x - radius) * 100) / 100;
  return `M${left} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0z`;
}

interface TierMarksProps {
  placed: readonly PlacedRow[];
  x: number;
  side: "markBefore" | "markAfter";
  palette: Palette;
}

function TierMarks({ placed, x, side, palette }: TierMarksProps) {
  const shapes = new Map<number, string>();
  let crosses = "";
  for (const { row, middle } of placed) {
    const mark: DumbbellMark = row[side];
    if (mark === "vetoed") crosses += crossPath(x, middle);
    else if (mark !== null && mark !== "missed")
      shapes.set(mark.level, (shapes.get(mark.level) ?? "") + tierShape(mark.level, x, middle));
  }
  return (
    <>
      {[...shapes].map(([level, path]) => (
        <path key={level} d={path} fill={tierColour(level, palette)} />
      ))}
      {crosses !== "" && <path d={crosses} stroke={palette.overdue} strokeWidth={2.4} fill="none" />}
    </>
  );
}
