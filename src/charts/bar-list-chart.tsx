import { useMemo } from "react";
import { type BarListLayout, layOutBarList, type PlacedBar } from "./bar-list-layout.ts";
import type { BarListRow, BarListSeries, BarListWords } from "./bar-list-series.ts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { fillColour, hatchPath, rectPath } from "./shapes.ts";
import { type TextMark, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

const BAR = 13;
const BASE_BAR = 7;
/** From a bar to that of last period, and to the line of its text, which must clear the text above. */
const BASE_GAP = 2.5;
const BASE_TEXT = 12;
const TEXT_GAP = 5;
/** From the top of a row to its bar; the first baseline stands on the middle of the bar. */
const BAR_TOP = 4;
const BASE_LINE = BAR_TOP + 11;

/** Height at a width: long names wrap, they are never cut. */
export function barListChartHeight(series: BarListSeries, width: number): number {
  return layOutBarList(series, width).height;
}

/** Named bars from 0 with value and share; last period is the outlined bar below, the running share stands at the right. */
export function BarListChart({ series, width, palette, print, onPick }: ChartProps<BarListSeries>) {
  const layout = useMemo(() => layOutBarList(series, width), [series, width]);
  const model = useMemo(() => barListHits(series, layout, width), [series, layout, width]);
  const marks = useMemo(
    () => <BarListMarks layout={layout} width={width} palette={palette} print={print} />,
    [layout, width, palette, print],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface BarListMarksProps {
  layout: BarListLayout;
  width: number;
  palette: Palette;
  print: boolean | undefined;
}

function BarListMarks({ layout, width, palette, print }: BarListMarksProps) {
  const texts = toTexts(layout, width);
  const { plotX, rows, height } = layout;
  return (
    <>
      <Bars layout={layout} palette={palette} />
      <path d={`M${plotX - 0.5} 0V${height}`} stroke={palette.axis} />
      {rows.flatMap(({ row, lines, labelX, top }) =>
        lines.map((line, index) => (
          <text
            key={`${row.id}-${line}`}
            x={labelX}
            y={top + BASE_LINE + index * 16}
            fill={row.indent === 1 ? palette["ink-2"] : palette.ink}
            fontWeight={row.picked ? 700 : undefined}
          >
            {line}
          </text>
        )),
      )}
      <TextMarks marks={texts.values} fill={palette.ink} bold print={print} />
      <TextMarks marks={texts.shares} fill={palette["ink-2"]} print={print} />
      <TextMarks marks={texts.bases} fill={palette["ink-3"]} print={print} />
      <TextMarks marks={texts.running} fill={palette["ink-3"]} anchor="end" print={print} />
    </>
  );
}

/** One path per colour; outlines of last period share one. */
function Bars({ layout, palette }: { layout: BarListLayout; palette: Palette }) {
  const paths = new Map<string, string>();
  let outlines = "";
  let hatches = "";
  for (const { row, top } of layout.rows) {
    const length = row.value * layout.scale;
    if (row.fill.kind === "nodata") hatches += hatchPath(layout.plotX, top + BAR_TOP, length, BAR);
    else if (length > 0) {
      const colour = fillColour(row.fill, palette);
      paths.set(colour, (paths.get(colour) ?? "") + rectPath(layout.plotX, top + BAR_TOP, length, BAR));
    }
    if (row.base !== null && row.base.value > 0) {
      outlines += rectPath(
        layout.plotX + 0.5,
        top + BAR_TOP + BAR + BASE_GAP,
        row.base.value * layout.scale - 1,
        BASE_BAR,
      );
    }
  }
  return (
    <>
      {[...paths].map(([colour, path]) => (
        <path key={colour} d={path} fill={colour} />
      ))}
      {hatches !== "" && <path d={hatches} stroke={palette.nodata} strokeWidth={1.2} fill="none" />}
      {outlines !== "" && <path d={outlines} stroke={palette.control} fill="none" />}
    </>
  );
}

function toTexts(layout: BarListLayout, width: number) {
  const texts = { values: [], shares: [], bases: [], running: [] } as Record<
    "values" | "shares" | "bases" | "running",
    TextMark[]
  >;
  for (const { row, top } of layout.rows) {
    const x = layout.plotX + row.value * layout.scale + TEXT_GAP;
    const y = top + BASE_LINE;
    texts.values.push({ x, y, text: row.valueText });
    if (row.shareText !== "") {
      texts.shares.push({ x: x + measureText(row.valueText, 12, true) + TEXT_GAP, y, text: row.shareText });
    }
    if (row.base !== null) {
      const baseX = layout.plotX + row.base.value * layout.scale + TEXT_GAP;
      texts.bases.push({ x: baseX, y: top + BAR_TOP + BAR + BASE_TEXT, text: row.base.valueText });
    }
    if (row.runningText !== "") texts.running.push({ x: width, y, text: row.runningText });
  }
  return texts;
}

/** Rows differ in height, so each row is a panel of its own to the pointer. */
function barListHits(series: BarListSeries, layout: BarListLayout, width: number): HitModel {
  const whole = [{ x: 0, width }];
  const words = series.words ?? PERIOD_WORDS;
  return {
    label: "条形，上下键逐条查看",
    hint: words.hint,
    panels: layout.rows.map((placed: PlacedBar) => ({
      x: 0,
      y: placed.top,
      rowHeight: placed.height,
      rowCount: 1,
      columns: () => whole,
    })),
    describe: ({ panel }) => {
      const row = series.rows[panel];
      return row === undefined
        ? null
        : { id: row.id, title: row.label, lines: describeBar(row, series.unit, words), picked: row.picked };
    },
  };
}

const PERIOD_WORDS: BarListWords = { value: "本期", share: "占比", running: "累计", hint: "点击查看" };

function describeBar(row: BarListRow, unit: string, words: BarListWords): [string, string][] {
  const lines: [string, string][] = [[words.value, `${row.valueText} ${unit}`]];
  if (row.shareText !== "") lines.push([words.share, row.shareText]);
  if (row.runningText !== "") lines.push([words.running, row.runningText.replace(/^累计\s*/, "")]);
  if (row.base !== null) lines.push(["上期", `${row.base.valueText} ${unit}`]);
  return lines;
}
