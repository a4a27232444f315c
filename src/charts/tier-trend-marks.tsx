import { useMemo } from "react";
import type { Palette } from "./palette.ts";
import { crossPath, linePath, tierColour, tierShape } from "./shapes.ts";
import { round, type TextMark, TextMarks } from "./text-marks.tsx";
import { BAND_MARKER, bandPaths, labelStep, quarterTexts, type TierTrendLayout } from "./tier-trend-layout.ts";
import type { TierTrendSeries } from "./tier-trend-series.ts";

interface MarksProps {
  series: TierTrendSeries;
  layout: TierTrendLayout;
  palette: Palette;
  print: boolean | undefined;
}

/** A unit's way through the quarters over the bands of its tiers, which step where the rules changed: a part of the sheet. */
export function TierTrendMarks({ series, layout, palette, print }: MarksProps) {
  return (
    <>
      <Bands series={series} layout={layout} palette={palette} />
      <Axis series={series} layout={layout} palette={palette} print={print} />
      <path d={tracePath(series, layout)} fill="none" stroke={palette.m1} strokeWidth={2} />
      <Points series={series} layout={layout} palette={palette} print={print} />
    </>
  );
}

/** Every other band is tinted; a hairline is where a tier begins. */
function Bands({ series, layout, palette }: Omit<MarksProps, "print">) {
  const { tint, edges } = useMemo(() => bandPaths(series, layout), [series, layout]);
  return (
    <>
      <path d={tint} fill={palette.cliff} />
      <path d={edges} fill="none" stroke={palette["ink-2"]} strokeDasharray="3 2" />
      {layout.names.map(({ level, text, y }) => (
        <g key={level}>
          <path d={tierShape(level, layout.right + 10, y)} fill={tierColour(level, palette)} />
          <text x={layout.right + BAND_MARKER + 4} y={round(y + 4)} fill={palette["ink-2"]}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function Axis({ series, layout, palette, print }: MarksProps) {
  const texts = quarterTexts(series);
  const every = labelStep(series, layout.right - layout.left);
  const quarters = texts.flatMap(({ rest }, index): TextMark[] =>
    (texts.length - 1 - index) % every === 0 ? [{ x: layout.xOf(index), y: layout.bottom + 16, text: rest }] : [],
  );
  const years = texts.flatMap(({ year }, index): TextMark[] =>
    year === "" ? [] : [{ x: layout.xOf(index), y: layout.bottom + 32, text: `${year} 年` }],
  );
  const last = layout.ticks[layout.ticks.length - 1];
  return (
    <>
      <path d={`M${layout.left} ${layout.bottom + 0.5}H${round(layout.right)}`} stroke={palette.axis} fill="none" />
      <TextMarks
        marks={layout.ticks.map((tick) => ({
          x: layout.left - 5,
          y: layout.yOf(tick) + 4,
          text: tick === last ? `${tick} ${series.unit}` : String(tick),
        }))}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <TextMarks marks={quarters} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={years} fill={palette["ink-2"]} anchor="middle" print={print} />
      {series.marks.map((mark) => {
        const x = layout.spanOf(mark.index).from;
        return (
          <g key={mark.index}>
            <path d={linePath(x, 4, x, layout.bottom)} stroke={palette["ink-2"]} strokeDasharray="3 2" fill="none" />
            <text x={round(x - 5)} y={14} fill={palette["ink-2"]} textAnchor="end">
              {mark.label}
            </text>
          </g>
        );
      })}
    </>
  );
}

function tracePath(series: TierTrendSeries, layout: TierTrendLayout): string {
  return series.points
    .map(({ value }, index) => {
      if (value === null) return "";
      const isJoined = index > 0 && (series.points[index - 1]?.value ?? null) !== null;
      return `${isJoined ? "L" : "M"}${round(layout.xOf(index))} ${round(layout.yOf(value))}`;
    })
    .join("");
}

/** Tier shape, or the cross of a veto, with the value over it; a missed quarter says so above the axis. */
function Points({ series, layout, palette, print }: MarksProps) {
  const values: TextMark[] = [];
  const missed: TextMark[] = [];
  for (const [index, { value, text }] of series.points.entries()) {
    if (value === null) missed.push({ x: layout.xOf(index), y: layout.bottom - 5, text });
    else values.push({ x: layout.xOf(index), y: labelY(layout.yOf(value), layout), text });
  }
  return (
    <>
      {series.points.map((point, index) => {
        if (point.value === null) return null;
        const x = layout.xOf(index);
        const y = layout.yOf(point.value);
        return point.state === "vetoed" ? (
          <path key={point.label} d={crossPath(x, y)} stroke={palette.overdue} strokeWidth={2} fill="none" />
        ) : (
          <path
            key={point.label}
            d={tierShape(point.tier?.level ?? 1, x, y)}
            fill={point.tier === null ? palette.m1 : tierColour(point.tier.level, palette)}
            stroke={palette.surface}
          />
        );
      })}
      <TextMarks marks={values} fill={palette.ink} anchor="middle" bold halo={palette.surface} print={print} />
      <TextMarks marks={missed} fill={palette["ink-3"]} anchor="middle" print={print} />
    </>
  );
}

/** Over the point, or under it at the upper end. */
function labelY(y: number, layout: TierTrendLayout): number {
  return y - 9 < layout.top - 4 ? y + 18 : y - 9;
}
