import { createContext, memo, use, useMemo } from "react";
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from "recharts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { Palette } from "./palette.ts";
import { fillColour, linePath, tierShape } from "./shapes.ts";
import { round } from "./text-marks.tsx";
import { trendHits } from "./trend-hits.ts";
import {
  END_MARKER,
  type EndLabel,
  INSET,
  layOutTrend,
  splitLabel,
  TREND_BOTTOM,
  TREND_HEIGHT,
  TREND_TOP,
  type TrendLayout,
  trendTicks,
} from "./trend-layout.ts";
import type { TrendSeries } from "./trend-series.ts";

/** Lines are told apart in greyscale by dash and marker, not by colour alone. */
const RECOMPUTED_DASH = "5 4";
const DASHES = ["", "6 3", "2 3", "8 3 2 3", "10 4", "4 2"];

/** Lines over quarters: fixed axis, named at their ends, gaps never joined. Loaded on demand, for it brings Recharts. */
export function TrendLineChart({ series, width, palette, print, onPick }: ChartProps<TrendSeries>) {
  const layout = useMemo(() => layOutTrend(series, width), [series, width]);
  const model = useMemo(() => trendHits(series, layout), [series, layout]);
  const marks = useMemo(() => ({ series, layout, palette, print }), [series, layout, palette, print]);
  return (
    <ChartSurface width={width} height={TREND_HEIGHT} print={print} model={model} onPick={onPick} isFramed>
      <MarksContext value={marks}>
        <TrendFrame
          labels={series.labels.join("\n")}
          low={series.domain[0]}
          high={series.domain[1]}
          unit={series.unit}
          left={layout.left}
          right={layout.right}
          width={width}
          interval={layout.interval}
          palette={palette}
        />
      </MarksContext>
    </ChartSurface>
  );
}

interface MarksProps {
  series: TrendSeries;
  layout: TrendLayout;
  palette: Palette;
  print?: boolean | undefined;
}

/** What changes with every pick reaches the marks past the frame, which then has nothing to draw again. */
const MarksContext = createContext<MarksProps | null>(null);

function Marks() {
  const marks = use(MarksContext);
  if (marks === null) return null;
  return (
    <>
      <RuleChanges {...marks} />
      <Lines {...marks} />
      <Markers {...marks} />
      <Labels {...marks} />
    </>
  );
}

/** Plain values only, so that what did not change is not handed to Recharts again: each of its axes costs a dispatch. */
interface FrameProps {
  /** The labels, a line each. */
  labels: string;
  low: number;
  high: number;
  unit: string;
  left: number;
  right: number;
  width: number;
  interval: number;
  palette: Palette;
}

/** Recharts' part: scales, grid, axes. One hidden `Line` is enough for it to build them. */
const TrendFrame = memo(function TrendFrame(props: FrameProps) {
  const { labels, low, high, unit, left, right, width, interval, palette } = props;
  const data = useMemo(() => labels.split("\n").map((label) => ({ label, level: 0 })), [labels]);
  const margin = useMemo(() => ({ left: 0, right, top: TREND_TOP, bottom: 0 }), [right]);
  return (
    <LineChart width={width} height={TREND_HEIGHT} data={data} margin={margin} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <QuarterAxis labels={labels} interval={interval} palette={palette} />
      <ValueAxis low={low} high={high} unit={unit} left={left} palette={palette} />
      <Line dataKey="level" hide isAnimationActive={false} />
      <Marks />
    </LineChart>
  );
});

const QuarterAxis = memo(function QuarterAxis(props: Pick<FrameProps, "labels" | "interval" | "palette">) {
  const { labels, interval, palette } = props;
  return (
    <XAxis
      includeHidden
      dataKey="label"
      height={TREND_BOTTOM}
      interval={interval}
      padding={{ left: INSET, right: 0 }}
      tickLine={{ stroke: palette.axis }}
      axisLine={{ stroke: palette.axis }}
      tick={<QuarterTick labels={labels.split("\n")} palette={palette} />}
    />
  );
});

const ValueAxis = memo(function ValueAxis(props: Pick<FrameProps, "low" | "high" | "unit" | "left" | "palette">) {
  const { low, high, unit, left, palette } = props;
  const ticks = trendTicks(low, high);
  return (
    <YAxis
      includeHidden
      allowDataOverflow
      width={left}
      domain={[low, high]}
      ticks={ticks}
      interval={0}
      tickLine={false}
      axisLine={false}
      tick={{ fill: palette["ink-3"], fontSize: 12 }}
      tickFormatter={(value: number) => (value === ticks.at(-1) ? `${value} ${unit}` : String(value))}
    />
  );
});

/** Quarter under every tick, the year once under its first quarter. */
function QuarterTick({
  x = 0,
  y = 0,
  index = 0,
  labels,
  palette,
}: {
  x?: number;
  y?: number;
  index?: number;
  labels: readonly string[];
  palette: Palette;
}) {
  const { year, rest } = splitLabel(labels[index] ?? "");
  const before = splitLabel(labels[index - 1] ?? "").year;
  return (
    <text x={x} y={y} dy={12} textAnchor="middle" fontSize={12} fill={palette["ink-3"]}>
      {rest}
      {year !== "" && year !== before && (
        <tspan x={x} dy={16} fill={palette["ink-2"]}>
          {year}
        </tspan>
      )}
    </text>
  );
}

/** A change of rules stands between two quarters: numbers left and right of it were made by different rules. */
function RuleChanges({ series, layout, palette }: MarksProps) {
  return series.marks.map((mark) => {
    const x = mark.index === 0 ? layout.xOf(0) : (layout.xOf(mark.index - 1) + layout.xOf(mark.index)) / 2;
    const isRight = x > layout.width * 0.6;
    return (
      <g key={`${mark.index}-${mark.label}`}>
        <path
          d={linePath(x, 4, x, TREND_HEIGHT - TREND_BOTTOM)}
          stroke={palette["ink-2"]}
          strokeDasharray="3 2"
          fill="none"
        />
        <text
          x={isRight ? x - 5 : x + 5}
          y={14}
          fontSize={12}
          fill={palette["ink-2"]}
          textAnchor={isRight ? "end" : "start"}
        >
          {mark.label}
        </text>
      </g>
    );
  });
}

/**
 * Drawn here and not by Recharts' `Line`, which measures the length of every curve while it renders and so makes the
 * browser lay the whole page out once a line (12 ms a filter change).
 */
function Lines({ series, layout, palette }: MarksProps) {
  return series.lines.map((line, index) => (
    <path
      key={line.id}
      d={line.values
        .map((value, at) => {
          if (value === null) return "";
          const isJoined = at > 0 && line.values[at - 1] !== null;
          return `${isJoined ? "L" : "M"}${round(layout.xOf(at))} ${round(layout.yOf(value))}`;
        })
        .join("")}
      fill="none"
      stroke={fillColour(line.fill, palette)}
      strokeWidth={line.isRecomputed ? 1.6 : 2}
      strokeDasharray={dashOf(series, index) || undefined}
    />
  ));
}

/** Beside recomputed lines the dash says only that; markers and names still tell the others apart. */
function dashOf({ lines }: TrendSeries, index: number): string {
  if (!lines.some((line) => line.isRecomputed)) return DASHES[index] ?? "";
  return lines[index]?.isRecomputed ? RECOMPUTED_DASH : "";
}

function Markers({ series, layout, palette }: MarksProps) {
  return series.lines.map((line, level) => (
    <path
      key={line.id}
      d={(line.isRecomputed ? [] : line.values)
        .map((value, index) => (value === null ? "" : tierShape((level % 4) + 1, layout.xOf(index), layout.yOf(value))))
        .join("")}
      fill={fillColour(line.fill, palette)}
      stroke={palette.surface}
    />
  ));
}

/** Name and last value at the end of each line; with one or two lines every point says its value. */
function Labels({ series, layout, palette, print }: MarksProps) {
  const isSpoken = series.lines.length <= 2;
  return (
    <>
      {layout.ends.map((end) => (
        <EndName key={end.id} end={end} series={series} layout={layout} palette={palette} />
      ))}
      {isSpoken &&
        series.lines.map((line, lineIndex) =>
          line.values.slice(0, -1).map((value, index) => (
            <text
              key={`${line.id}-${layout.xOf(index)}`}
              x={layout.xOf(index)}
              y={value === null ? 0 : layout.yOf(value) + (isUpper(series, lineIndex, index) ? -9 : 19)}
              fontSize={12}
              textAnchor="middle"
              fill={palette["ink-2"]}
              {...(print ? {} : { stroke: palette.surface, strokeWidth: 3, paintOrder: "stroke" })}
            >
              {value === null ? "" : line.valueTexts[index]}
            </text>
          )),
        )}
    </>
  );
}

/** Marker and name; a thin line leads back to the point where the names had to move apart. */
function EndName({ end, series, layout, palette }: MarksProps & { end: EndLabel }) {
  const fill = series.lines[end.line]?.fill;
  const last = (series.lines[end.line]?.values ?? []).reduce<number>(
    (at, value, index) => (value === null ? at : index),
    0,
  );
  const isMoved = Math.abs(end.y - end.pointY) > 3 || last < series.labels.length - 1;
  return (
    <>
      {isMoved && (
        <path
          d={linePath(layout.xOf(last) + 6, end.pointY, end.x - 1, end.y)}
          stroke={palette["line-strong"]}
          fill="none"
        />
      )}
      {fill !== undefined && series.lines[end.line]?.isRecomputed && (
        <path
          d={linePath(end.x - 1, end.y, end.x + 11, end.y)}
          stroke={fillColour(fill, palette)}
          strokeWidth={1.6}
          strokeDasharray={RECOMPUTED_DASH}
          fill="none"
        />
      )}
      {fill !== undefined && !series.lines[end.line]?.isRecomputed && (
        <path d={tierShape((end.line % 4) + 1, end.x + 5, end.y)} fill={fillColour(fill, palette)} />
      )}
      <text x={end.x + END_MARKER} y={end.y + 4} fontSize={12} fontWeight={700} fill={palette.ink}>
        {end.text}
      </text>
    </>
  );
}

function isUpper(series: TrendSeries, lineIndex: number, index: number): boolean {
  const own = series.lines[lineIndex]?.values[index] ?? 0;
  const others = series.lines
    .filter((_, other) => other !== lineIndex)
    .map((line) => line.values[index] ?? Number.NEGATIVE_INFINITY);
  return others.every((other) => own > other || (own === other && lineIndex === 0));
}
