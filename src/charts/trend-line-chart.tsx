import { createContext, memo, use, useMemo } from "react";
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from "recharts";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { Palette } from "./palette.ts";
import { trendHits } from "./trend-hits.ts";
import { INSET, layOutTrend, splitLabel, TREND_BOTTOM, TREND_HEIGHT, TREND_TOP, trendTicks } from "./trend-layout.ts";
import { TrendMarks, type TrendMarksProps } from "./trend-marks.tsx";
import type { TrendSeries } from "./trend-series.ts";

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

/** What changes with every pick reaches the marks past the frame, which then has nothing to draw again. */
const MarksContext = createContext<TrendMarksProps | null>(null);

function Marks() {
  const marks = use(MarksContext);
  return marks === null ? null : <TrendMarks {...marks} />;
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
      <CartesianGrid vertical={false} syncWithTicks stroke={palette.grid} />
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
