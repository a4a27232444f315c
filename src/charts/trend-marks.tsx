import type { Palette } from "./palette.ts";
import { fillColour, linePath, tierShape } from "./shapes.ts";
import { round } from "./text-marks.tsx";
import { END_MARKER, type EndLabel, TREND_BOTTOM, TREND_HEIGHT, type TrendLayout } from "./trend-layout.ts";
import type { TrendSeries } from "./trend-series.ts";

export interface TrendMarksProps {
  series: TrendSeries;
  layout: TrendLayout;
  palette: Palette;
  print?: boolean | undefined;
}

/** Lines are told apart in greyscale by dash and marker, not by colour alone. */
const RECOMPUTED_DASH = "5 4";
const DASHES = ["", "6 3", "2 3", "8 3 2 3", "10 4", "4 2"];

/** Everything on the plot that follows the data: rule changes, lines, markers, names and values. */
export function TrendMarks(props: TrendMarksProps) {
  return (
    <>
      <RuleChanges {...props} />
      <Lines {...props} />
      <Markers {...props} />
      <Labels {...props} />
    </>
  );
}

/** A change of rules stands between two quarters: numbers left and right of it were made by different rules. */
function RuleChanges({ series, layout, palette }: TrendMarksProps) {
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
function Lines({ series, layout, palette }: TrendMarksProps) {
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

function Markers({ series, layout, palette }: TrendMarksProps) {
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
function Labels({ series, layout, palette, print }: TrendMarksProps) {
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
function EndName({ end, series, layout, palette }: TrendMarksProps & { end: EndLabel }) {
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
