import { useMemo } from "react";
import type { ChartProps } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { linePath } from "./shapes.ts";
import { layOutStep, limitsOf, type StepLayout, stepPath } from "./step-layout.ts";
import type { StepSeries } from "./step-series.ts";
import { TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

export function stepChartHeight(series: StepSeries, width: number): number {
  return layOutStep(series, width).height;
}

/** Cumulative shares by hours: limits are named on their lines, each curve where it meets its own. */
export function StepChart({ series, width, palette, print, onPick }: ChartProps<StepSeries>) {
  const layout = useMemo(() => layOutStep(series, width), [series, width]);
  const model = useMemo(() => stepHits(series, layout), [series, layout]);
  const marks = useMemo(
    () => <StepMarks series={series} layout={layout} palette={palette} print={print} />,
    [series, layout, palette, print],
  );
  return (
    <ChartSurface width={width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  series: StepSeries;
  layout: StepLayout;
  palette: Palette;
  print: boolean | undefined;
}

function StepMarks(part: PartProps) {
  const { series, layout, palette, print } = part;
  return (
    <>
      <Axes {...part} />
      {series.curves.map((curve) => (
        <path
          key={curve.id}
          d={stepPath(curve, layout, series.maximum)}
          stroke={curve.weight === 1 ? palette.m1 : palette.m2}
          strokeWidth={2.2}
          fill="none"
        />
      ))}
      <Limits {...part} />
      {series.curves.map((curve, index) => {
        const label = layout.labels[index];
        if (label === undefined) return null;
        const marks = { fill: palette.ink, halo: palette.surface, anchor: label.anchor, print };
        return (
          <g key={curve.id}>
            {label.dot !== null && (
              <circle
                cx={label.dot.x}
                cy={label.dot.y}
                r={4}
                fill={curve.weight === 1 ? palette.m1 : palette.m2}
                stroke={palette.surface}
                strokeWidth={1.5}
              />
            )}
            <TextMarks {...marks} marks={[{ x: label.x, y: label.base, text: label.name }]} bold />
            <TextMarks {...marks} marks={[{ x: label.x, y: label.base + 16, text: label.text }]} />
          </g>
        );
      })}
    </>
  );
}

const SHARES = [0, 0.25, 0.5, 0.75, 1] as const;

function Axes({ series, layout, palette, print }: PartProps) {
  const { left, right, bottom, xOf, yOf } = layout;
  const hours = thinHours(series, layout);
  const limits = new Set(limitsOf(series).map((limit) => limit.hours));
  const last = hours[hours.length - 1];
  const word = (value: number) => (value === last ? `${value} 小时` : String(value));
  const named = (isLimit: boolean) =>
    hours
      .filter((value) => limits.has(value) === isLimit)
      .map((value) => ({ x: xOf(value), y: bottom + 18, text: word(value) }));
  return (
    <>
      <path
        d={SHARES.map((share) =>
          linePath(left, Math.round(yOf(share)) - 0.5, right, Math.round(yOf(share)) - 0.5),
        ).join("")}
        stroke={palette.grid}
      />
      <path
        d={`${linePath(left, bottom - 0.5, right, bottom - 0.5)}${hours.map((value) => linePath(xOf(value), bottom, xOf(value), bottom + 4)).join("")}`}
        stroke={palette.axis}
      />
      <TextMarks
        marks={SHARES.map((share) => ({
          x: left - 6,
          y: yOf(share) + 4,
          text: share === 1 ? "100%" : String(share * 100),
        }))}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <TextMarks marks={named(false)} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={named(true)} fill={palette.ink} anchor="middle" bold print={print} />
    </>
  );
}

/** Limits are always named; other hours where there is room. */
function thinHours(series: StepSeries, layout: StepLayout): number[] {
  const must = new Set(limitsOf(series).map((limit) => limit.hours));
  const shown: number[] = [];
  for (const hours of [...new Set([...must, 0, series.maximum, ...series.ticks])]) {
    const half = measureText(`${hours} 小时`) / 2 + 4;
    const isFree = shown.every((other) => Math.abs(layout.xOf(other) - layout.xOf(hours)) >= half + 12);
    if (must.has(hours) || isFree) shown.push(hours);
  }
  return shown.sort((a, b) => a - b);
}

function Limits({ series, layout, palette, print }: PartProps) {
  const lines = limitsOf(series).map(({ hours }) => Math.round(layout.xOf(hours)) + 0.5);
  return (
    <>
      <path
        d={lines.map((x) => linePath(x, 2, x, layout.bottom)).join("")}
        stroke={palette["ink-2"]}
        strokeDasharray="3 2"
      />
      <TextMarks
        marks={layout.limits.map(({ x, base, text }) => ({ x, y: base, text }))}
        fill={palette["ink-2"]}
        halo={palette.surface}
        print={print}
      />
    </>
  );
}

function stepHits(series: StepSeries, layout: StepLayout): HitModel {
  const xs = series.readings.map(({ hours }) => layout.xOf(hours));
  const columns = xs.map((x, index) => ({
    x: xs[index - 1] ?? layout.left,
    width: x - (xs[index - 1] ?? layout.left),
  }));
  return {
    label: "累计曲线，左右键逐段查看",
    hint: "",
    panels: [
      {
        x: layout.left,
        y: layout.top,
        rowHeight: layout.bottom - layout.top,
        rowCount: series.readings.length === 0 ? 0 : 1,
        columns: () => columns,
      },
    ],
    describe: ({ column }) => {
      const reading = series.readings[column];
      return reading === undefined ? null : { id: null, title: reading.title, lines: reading.lines, picked: false };
    },
  };
}
