import type { RowWindow } from "./chart.ts";
import { type HeatmapLayout, type HeatmapPartProps, totalRight } from "./heatmap-layout.ts";
import type { HeatmapRow } from "./heatmap-series.ts";
import type { Palette } from "./palette.ts";
import { fifthRows, rowsInWindow } from "./panel-layout.ts";
import { hatchPath, linePath, rectPath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

const RAMP = [1, 2, 3, 4, 5, 6] as const;

interface PlacedRow {
  row: HeatmapRow;
  top: number;
  base: number;
}

/** Cells as one path per class, numbers as one node per ink, names one by one. */
export function HeatmapRows({
  series,
  panel,
  layout,
  place,
  palette,
  print,
  rows,
}: HeatmapPartProps & { rows: RowWindow | undefined }) {
  const { rowsTop, rowHeight } = layout;
  const right = totalRight(layout, series.columns.length, place.width);
  const bottom = rowsTop + panel.rows.length * rowHeight;
  const placed: PlacedRow[] = rowsInWindow(panel.rows, rows, place.y + rowsTop, rowHeight).map(({ row, index }) => {
    const top = rowsTop + index * rowHeight;
    return { row, top, base: Math.round(top + rowHeight / 2 + 4) };
  });
  const rules = fifthRows(panel.rows.length).map((row) => {
    const y = rowsTop + row * rowHeight - 0.5;
    return linePath(0, y, layout.cellsX - 4, y) + linePath(right - layout.totalWidth + 8, y, right, y);
  });
  const totals = [
    ...placed.map(({ row, base }) => ({ x: right, y: base, text: row.missed === null ? row.totalText : "——" })),
    { x: right, y: bottom + 16, text: panel.grandTotal },
  ];
  const columnTotals = panel.columnTotals.map((text, column) => ({
    x: centreOf(layout, column),
    y: bottom + 16,
    text,
  }));
  return (
    <>
      <path d={rules.join("")} stroke={palette.grid} fill="none" />
      {placed.map(({ row, base }) => (
        <text key={row.id} x={0} y={base} fill={row.missed === null ? palette.ink : palette["ink-3"]}>
          {row.name}
        </text>
      ))}
      <Cells placed={placed} layout={layout} palette={palette} print={print} />
      <MissedRows placed={placed} layout={layout} palette={palette} columnCount={series.columns.length} print={print} />
      <TextMarks marks={totals} fill={palette.ink} anchor="end" bold print={print} />
      <TextMarks marks={columnTotals} fill={palette.ink} anchor="middle" bold print={print} />
      <text x={0} y={bottom + 16} fill={palette.ink} fontWeight={700}>
        {series.footHead ?? "合计"}
      </text>
      <path d={`M0 ${bottom + 0.5}H${right}`} stroke={palette["line-strong"]} />
    </>
  );
}

function centreOf(layout: HeatmapLayout, column: number): number {
  return layout.cellsX + (column + 0.5) * layout.pitch;
}

interface CellMarks {
  fills: string[];
  /** Numbers by class of the ramp. */
  values: TextMark[][];
  zeros: TextMark[];
  dashes: string;
  missing: TextMark[];
  missingBoxes: string;
}

function collectCells(placed: readonly PlacedRow[], layout: HeatmapLayout): CellMarks {
  const marks: CellMarks = {
    fills: RAMP.map(() => ""),
    values: RAMP.map(() => []),
    zeros: [],
    dashes: "",
    missing: [],
    missingBoxes: "",
  };
  for (const { row, top, base } of placed) {
    if (row.missed !== null) continue;
    for (const [column, cell] of row.cells.entries()) {
      const x = centreOf(layout, column);
      const mark = { x, y: base, text: cell.text };
      if (cell.kind === "zero") marks.zeros.push({ ...mark, text: "0" });
      else if (cell.kind === "notApplicable") marks.dashes += linePath(x - 8, base - 4, x + 8, base - 4);
      else if (cell.kind === "notReported") {
        marks.missing.push({ ...mark, text: "未报" });
        marks.missingBoxes += rectPath(x - layout.pitch / 2 + 1, top + 1.5, layout.pitch - 3, layout.rowHeight - 4);
      } else addValue(marks, cell.ramp, mark, { x: x - layout.pitch / 2, top }, layout);
    }
  }
  return marks;
}

function addValue(
  marks: CellMarks,
  ramp: number,
  mark: TextMark,
  corner: { x: number; top: number },
  layout: HeatmapLayout,
): void {
  if (ramp === 0) {
    marks.zeros.push(mark);
    return;
  }
  const left = Math.round(corner.x);
  const width = Math.round(corner.x + layout.pitch) - left - 1;
  marks.fills[ramp - 1] += rectPath(left, corner.top, width, layout.rowHeight - 1);
  marks.values[ramp - 1]?.push(mark);
}

interface CellsProps {
  placed: readonly PlacedRow[];
  layout: HeatmapLayout;
  palette: Palette;
  print: boolean | undefined;
}

function Cells({ placed, layout, palette, print }: CellsProps) {
  const marks = collectCells(placed, layout);
  return (
    <>
      {RAMP.map((step) =>
        marks.fills[step - 1] === "" ? null : <path key={step} d={marks.fills[step - 1]} fill={palette[`q${step}`]} />,
      )}
      {RAMP.map((step) => (
        <TextMarks
          key={step}
          marks={marks.values[step - 1] ?? []}
          fill={palette[`q${step}-ink`]}
          anchor="middle"
          print={print}
        />
      ))}
      <Zeros marks={marks.zeros} palette={palette} print={print} />
      <path d={marks.dashes} stroke={palette["line-strong"]} fill="none" />
      <path d={marks.missingBoxes} stroke={palette.control} strokeDasharray="3 2" fill="none" />
      <TextMarks marks={marks.missing} fill={palette["ink-2"]} anchor="middle" print={print} />
    </>
  );
}

/**
 * Two thirds of a heatmap are zeros. On the page they are one path of small ellipses, which costs no text layout;
 * a picture gets the digit itself.
 */
function Zeros({
  marks,
  palette,
  print,
}: {
  marks: readonly TextMark[];
  palette: Palette;
  print: boolean | undefined;
}) {
  const others = marks.filter((mark) => print || mark.text !== "0");
  const zeros = print ? [] : marks.filter((mark) => mark.text === "0");
  return (
    <>
      <TextMarks marks={others} fill={palette["ink-3"]} anchor="middle" print={print} />
      {zeros.length > 0 && (
        <path
          d={zeros
            .map(({ x, y }) => `M${Math.round((x - 2.4) * 100) / 100} ${y - 4.4}a2.4 4 0 1 1 4.8 0a2.4 4 0 1 1 -4.8 0`)
            .join("")}
          stroke={palette["ink-3"]}
          fill="none"
        />
      )}
    </>
  );
}

/** A unit that was not inspected: its row is hatched through, with the reason in the middle. */
function MissedRows({ placed, layout, palette, columnCount, print }: CellsProps & { columnCount: number }) {
  const missed = placed.filter(({ row }) => row.missed !== null);
  if (missed.length === 0) return null;
  const width = columnCount * layout.pitch - 1;
  const middle = layout.cellsX + width / 2;
  const wordWidth = (word: string) => Math.min(width, measureText(word) + 16);
  return (
    <>
      <path
        d={missed.map(({ top }) => hatchPath(layout.cellsX, top + 1, width, layout.rowHeight - 3)).join("")}
        stroke={palette.nodata}
        strokeWidth={1.2}
        fill="none"
      />
      <path
        d={missed
          .map(({ row, top }) =>
            rectPath(middle - wordWidth(row.missed ?? "") / 2, top, wordWidth(row.missed ?? ""), layout.rowHeight),
          )
          .join("")}
        fill={palette.surface}
      />
      <TextMarks
        marks={missed.map(({ row, base }) => ({ x: middle, y: base, text: row.missed ?? "" }))}
        fill={palette["ink-2"]}
        anchor="middle"
        print={print}
      />
    </>
  );
}
