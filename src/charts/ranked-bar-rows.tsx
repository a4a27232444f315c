import type { ChangeMeaning, RowWindow } from "./chart.ts";
import type { Palette, PaletteToken } from "./palette.ts";
import { fifthRows, rowsInWindow } from "./panel-layout.ts";
import {
  changeText,
  missedExtent,
  type RankedBarLayout,
  type RankedBarPartProps,
  type RowLabel,
  rankText,
  toRowLabel,
} from "./ranked-bar-layout.ts";
import { type BarPaths, toBarPaths } from "./ranked-bar-paths.ts";
import type { RankedBarRow, RankedBarSeries } from "./ranked-bar-series.ts";
import { crossPath, linePath, rectPath, tierColour, tierShape } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

interface PlacedRow {
  row: RankedBarRow;
  middle: number;
  base: number;
  label: RowLabel;
}

/** The rows themselves: one path per series, one node per kind of number, one text per name. */
export function RankedBarRows({
  series,
  panel,
  layout,
  place,
  palette,
  print,
  rows,
}: RankedBarPartProps & { rows: RowWindow | undefined }) {
  const { columns, rowsTop, rowHeight } = layout;
  const missed = missedExtent(series, panel.edges);
  const visible = rowsInWindow(panel.rows, rows, place.y + rowsTop, rowHeight);
  const placed: PlacedRow[] = visible.map(({ row, index }) => {
    const middle = rowsTop + index * rowHeight + rowHeight / 2;
    return { row, middle, base: Math.round(middle + 4), label: toRowLabel(row, columns, missed) };
  });
  const rules = fifthRows(panel.rows.length).map((row) => {
    const y = rowsTop + row * rowHeight - 0.5;
    return linePath(0, y, columns.plotX - 8, y) + linePath(columns.plotX + 1, y, place.width, y);
  });
  return (
    <>
      <PickedRows placed={placed} layout={layout} width={place.width} palette={palette} />
      <path d={rules.join("")} stroke={palette.grid} fill="none" />
      <Bars series={series} palette={palette} paths={toBarPaths(placed, series, layout, { missed, print })} />
      <Tiers placed={placed} x={columns.shapeX} palette={palette} />
      <TextMarks
        marks={placed.map(({ row, base }) => ({ x: columns.rankRight, y: base, text: rankText(row) }))}
        fill={palette["ink-2"]}
        anchor="end"
        print={print}
      />
      {placed.map(({ row, base }) => (
        <text
          key={row.id}
          x={columns.nameX}
          y={base}
          fill={row.state === "missed" ? palette["ink-3"] : palette.ink}
          fontWeight={row.picked ? 700 : undefined}
        >
          {row.name}
        </text>
      ))}
      <Values placed={placed} palette={palette} print={print} />
      {series.changeHead !== null && <Changes placed={placed} right={place.width} palette={palette} print={print} />}
    </>
  );
}

function PickedRows({
  placed,
  layout,
  width,
  palette,
}: {
  placed: readonly PlacedRow[];
  layout: RankedBarLayout;
  width: number;
  palette: Palette;
}) {
  const picked = placed.filter(({ row }) => row.picked);
  if (picked.length === 0) return null;
  const top = (middle: number) => middle - layout.rowHeight / 2;
  const nameEnd = layout.columns.plotX - 4;
  return (
    <>
      <path
        d={picked
          .map(
            ({ middle }) =>
              rectPath(0, top(middle), nameEnd, layout.rowHeight - 1) +
              rectPath(
                layout.columns.changeLeft - 4,
                top(middle),
                width - layout.columns.changeLeft + 4,
                layout.rowHeight - 1,
              ),
          )
          .join("")}
        fill={palette["accent-weak"]}
      />
      <path
        d={picked.map(({ middle }) => rectPath(0, top(middle), 2, layout.rowHeight - 1)).join("")}
        fill={palette.accent}
      />
    </>
  );
}

function Bars({ series, palette, paths }: { series: RankedBarSeries; palette: Palette; paths: BarPaths }) {
  return (
    <>
      {series.groups.map((group, index) =>
        paths.groups[index] === "" ? null : (
          <path key={group.id} d={paths.groups[index]} fill={palette[`s${group.slot}`]} />
        ),
      )}
      {paths.hatch !== "" && <path d={paths.hatch} stroke={palette.nodata} strokeWidth={1.2} fill="none" />}
      {paths.outline !== "" && <path d={paths.outline} stroke={palette.nodata} fill="none" />}
    </>
  );
}

function Tiers({ placed, x, palette }: { placed: readonly PlacedRow[]; x: number; palette: Palette }) {
  const shapes = new Map<number, string>();
  let crosses = "";
  for (const { row, middle } of placed) {
    if (row.state === "vetoed") crosses += crossPath(x, middle);
    else if (row.state === "ranked" && row.tier !== null) {
      shapes.set(row.tier.level, (shapes.get(row.tier.level) ?? "") + tierShape(row.tier.level, x, middle));
    }
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

function Values({
  placed,
  palette,
  print,
}: {
  placed: readonly PlacedRow[];
  palette: Palette;
  print: boolean | undefined;
}) {
  const values = placed
    .filter(({ row }) => row.state !== "missed")
    .map(({ row, base, label }) => ({ x: label.valueX, y: base, text: row.valueText }));
  const remarksOf = (isVeto: boolean) =>
    placed
      .filter(({ row, label }) => label.remark !== "" && (row.state === "vetoed") === isVeto)
      .map(({ base, label }) => ({ x: label.remarkX, y: base, text: label.remark }));
  return (
    <>
      <TextMarks marks={values} fill={palette.ink} bold halo={palette.surface} print={print} />
      <TextMarks marks={remarksOf(false)} fill={palette["ink-3"]} halo={palette.surface} print={print} />
      <TextMarks marks={remarksOf(true)} fill={palette.overdue} bold halo={palette.surface} print={print} />
    </>
  );
}

const CHANGE_TOKEN: Record<ChangeMeaning, PaletteToken> = { good: "good", worse: "worse", same: "ink-3" };

function Changes({
  placed,
  right,
  palette,
  print,
}: {
  placed: readonly PlacedRow[];
  right: number;
  palette: Palette;
  print: boolean | undefined;
}) {
  return (["good", "worse", "same"] as const).map((meaning) => (
    <TextMarks
      key={meaning}
      marks={placed
        .filter(({ row }) => (row.change?.meaning ?? "same") === meaning)
        .map(({ row, base }) => ({ x: right, y: base, text: changeText(row) }))}
      fill={palette[CHANGE_TOKEN[meaning]]}
      anchor="end"
      print={print}
    />
  ));
}
