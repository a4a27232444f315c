import { useMemo } from "react";
import { CHANGE_BAR, type ChangeBarLayout, layOutChangeBars } from "./change-bar-layout.ts";
import type { ChangeBarRow, ChangeBarSeries } from "./change-bar-series.ts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

const BASE = 15;
const VALUE_GAP = 5;

export function changeBarChartHeight(series: ChangeBarSeries, width: number): number {
  return layOutChangeBars(series, width).height;
}

/** Who moved furthest between two periods: bars from a zero line, fewer points lost to the left, more to the right. */
export function ChangeBarChart({ series, width, palette, print, onPick }: ChartProps<ChangeBarSeries>) {
  const layout = useMemo(() => layOutChangeBars(series, width), [series, width]);
  const model = useMemo(() => changeBarHits(series, layout), [series, layout]);
  const marks = useMemo(
    () => <ChangeBarMarks series={series} layout={layout} palette={palette} print={print} />,
    [series, layout, palette, print],
  );
  return (
    <ChartSurface width={layout.width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  series: ChangeBarSeries;
  layout: ChangeBarLayout;
  palette: Palette;
  print: boolean | undefined;
}

function ChangeBarMarks({ series, layout, palette, print }: PartProps) {
  const placed = series.rows.map((row, index) => ({ row, base: layout.rowsTop + index * layout.rowHeight + BASE }));
  const values = (meaning: ChangeBarRow["meaning"], isLeft: boolean) =>
    placed
      .filter(({ row }) => row.meaning === meaning && row.change < 0 === isLeft)
      .map(({ row, base }) => ({
        x: layout.zeroX + row.change * layout.scale + (isLeft ? -VALUE_GAP : VALUE_GAP),
        y: base,
        text: row.changeText,
      }));
  return (
    <>
      <Heads series={series} layout={layout} palette={palette} print={print} />
      <Bars series={series} layout={layout} palette={palette} />
      {placed.map(({ row, base }) => (
        <text key={row.id} x={0} y={base} fill={palette.ink} fontWeight={row.picked ? 700 : undefined}>
          {row.name}
        </text>
      ))}
      <TextMarks
        marks={placed.map(({ row, base }) => ({ x: layout.spanRight, y: base, text: row.spanText }))}
        fill={palette["ink-2"]}
        anchor="end"
        print={print}
      />
      <TextMarks
        marks={placed
          .filter(({ row }) => row.tierText !== "")
          .map(({ row, base }) => ({ x: layout.tierX, y: base, text: row.tierText }))}
        fill={palette["ink-2"]}
        print={print}
      />
      {(["good", "worse"] as const).map((meaning) => (
        <g key={meaning}>
          <TextMarks marks={values(meaning, true)} fill={palette[meaning]} anchor="end" bold print={print} />
          <TextMarks marks={values(meaning, false)} fill={palette[meaning]} bold print={print} />
        </g>
      ))}
    </>
  );
}

function Heads({ series, layout, palette, print }: PartProps) {
  const y = 12;
  return (
    <>
      <TextMarks
        marks={[
          { x: layout.spanRight, y, text: series.spanHead },
          { x: layout.zeroX - VALUE_GAP, y, text: series.sides.left },
        ]}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <TextMarks
        marks={[{ x: layout.zeroX + VALUE_GAP, y, text: series.sides.right }]}
        fill={palette["ink-3"]}
        print={print}
      />
    </>
  );
}

/** One path a meaning, and the zero line. */
function Bars({ series, layout, palette }: Omit<PartProps, "print">) {
  const paths = { good: "", worse: "", same: "" };
  for (const [index, row] of series.rows.entries()) {
    const length = Math.abs(row.change) * layout.scale;
    const x = row.change < 0 ? layout.zeroX - length : layout.zeroX;
    const y = layout.rowsTop + index * layout.rowHeight + (layout.rowHeight - CHANGE_BAR) / 2;
    if (length > 0) paths[row.meaning] += rectPath(x, y, length, CHANGE_BAR);
  }
  return (
    <>
      {paths.good !== "" && <path d={paths.good} fill={palette.good} />}
      {paths.worse !== "" && <path d={paths.worse} fill={palette.worse} />}
      <path d={`M${layout.zeroX} ${layout.rowsTop - 4}V${layout.height}`} stroke={palette.axis} />
    </>
  );
}

function changeBarHits(series: ChangeBarSeries, layout: ChangeBarLayout): HitModel {
  return {
    label: "变化条形，上下键逐条查看",
    hint: "点击筛选该单位",
    panels: [
      {
        x: 0,
        y: layout.rowsTop,
        rowHeight: layout.rowHeight,
        rowCount: series.rows.length,
        columns: () => [{ x: 0, width: layout.width }],
      },
    ],
    describe: ({ row: index }) => {
      const row = series.rows[index];
      if (row === undefined) return null;
      return {
        id: row.id,
        title: row.name,
        lines: [
          [series.spanHead, `${row.spanText} ${series.unit}`],
          ["变化", `${row.changeText} ${series.unit}`],
          ...(row.tierText === "" ? [] : [["档次", row.tierText] as const]),
        ],
        picked: row.picked,
      };
    },
  };
}
