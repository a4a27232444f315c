import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { StepCurve, StepSeries } from "#charts/step-series.ts";
import { describeDuration } from "#domain/duration-text.ts";
import { cumulate, type FixTime, fixedWithin, fixTimeAt } from "#domain/fix-time.ts";
import {
  ERROR_SEVERITY_LABEL,
  type ErrorSeverity,
  errorSeveritySchema,
  type Limit,
  type RectificationRules,
} from "#domain/rectification.ts";
import { formatRate, type Rate } from "#domain/share.ts";
import { SEVERITY_SHORT } from "./case-words.ts";

/** One severity's closed cases, with its limit in hours where it has one. */
export interface FixTimePart {
  severity: ErrorSeverity;
  times: readonly FixTime[];
  limitHours: number | null;
  cases: number;
}

/** Severities with closed cases, the serious first. */
export function splitFixTimes(times: readonly FixTime[], rules: RectificationRules): FixTimePart[] {
  return errorSeveritySchema.options.flatMap((severity) => {
    const own = times.filter((entry) => entry.severity === severity);
    const cases = own.reduce((sum, entry) => sum + entry.cases, 0);
    return cases === 0 ? [] : [{ severity, times: own, cases, limitHours: hoursOf(rules.limits[severity]) }];
  });
}

function hoursOf(limit: Limit): number | null {
  return limit.kind === "elapsedHours" ? limit.hours : null;
}

const STEP = 12;
const LEAST_AXIS = 72;
const READING = 6;
/** The few longest cases would press all others into the first inch; they are told in the note. */
const SHOWN_PERCENT = 97;

/** Share of the closed cases by the hours that counted until the verified report. */
export function toFixTimeSeries(parts: readonly FixTimePart[]): StepSeries {
  const maximum = axisEnd(parts);
  const hours = (step: number) => Array.from({ length: Math.floor(maximum / step) + 1 }, (_, index) => index * step);
  return {
    curves: parts.map(toCurve),
    maximum,
    ticks: hours(STEP),
    readings: hours(READING)
      .slice(1)
      .map((end) => ({
        hours: end,
        title: `${end} 小时内`,
        lines: parts.map((part) => [ERROR_SEVERITY_LABEL[part.severity], describeShare(fixedWithin(part.times, end))]),
      })),
  };
}

function axisEnd(parts: readonly FixTimePart[]): number {
  const longest = Math.max(
    LEAST_AXIS,
    ...parts.map((part) => (part.limitHours ?? 0) * 1.25),
    ...parts.map((part) => (fixTimeAt(part.times, SHOWN_PERCENT) ?? 0) / 60),
  );
  return Math.ceil(longest / STEP) * STEP;
}

function toCurve({ severity, times, limitHours, cases }: FixTimePart): StepCurve {
  const within = limitHours === null ? null : fixedWithin(times, limitHours);
  return {
    id: severity,
    name: SEVERITY_SHORT[severity],
    weight: severity === "serious" ? 1 : 2,
    steps: cumulate(times).map(({ minutes, fixed }) => ({ hours: minutes / 60, share: fixed / cases })),
    limit:
      limitHours === null || within === null
        ? null
        : {
            hours: limitHours,
            label: `${SEVERITY_SHORT[severity]} ${limitHours} 小时限`,
            share: within.numerator / within.denominator,
            text: `限内 ${within.numerator}/${within.denominator}`,
          },
  };
}

/** 38/41（92.7%）; a base under five stays a count. */
function describeShare(share: Rate | null): string {
  if (share === null) return "——";
  const counts = `${share.numerator}/${share.denominator}`;
  return share.small ? counts : `${counts}（${formatRate(share)}）`;
}

/** "严重错误 24 小时内整改 38/41（92.7%），中位用时 13 小时 05 分，九成在 22 小时 10 分内" */
export function describeFixTimes(parts: readonly FixTimePart[]): string {
  const words = parts.map(({ severity, times, limitHours }) => {
    const within =
      limitHours === null ? "" : ` ${limitHours} 小时内整改 ${describeShare(fixedWithin(times, limitHours))}`;
    return `${ERROR_SEVERITY_LABEL[severity]}${within}，中位用时 ${textAt(times, 50)}，九成在 ${textAt(times, 90)}内`;
  });
  return `${words.join("；")}。`;
}

/** Cases that took longer than the axis reaches. */
export function countBeyond(parts: readonly FixTimePart[], maximum: number): number {
  return parts.reduce((sum, { times, cases }) => sum + cases - (fixedWithin(times, maximum)?.numerator ?? 0), 0);
}

function textAt(times: readonly FixTime[], percent: number): string {
  const minutes = fixTimeAt(times, percent);
  return minutes === null ? "——" : describeDuration(minutes * 60);
}

/** Counts and shares at every reading of the axis, then median and 90th percentile. */
export function toFixTimeTable(parts: readonly FixTimePart[], series: StepSeries): FigureTable {
  const cells = (read: (part: FixTimePart) => Readonly<Record<string, string | number | null>>) =>
    Object.fromEntries(
      parts.flatMap((part) => Object.entries(read(part)).map(([key, value]) => [`${part.severity}-${key}`, value])),
    );
  const rows: FigureRow[] = series.readings
    .filter(({ hours }) => hours % STEP === 0)
    .map(({ hours, title }) => ({
      id: `h${hours}`,
      cells: {
        within: title,
        ...cells(({ times }) => {
          const share = fixedWithin(times, hours);
          return {
            count: share?.numerator ?? null,
            share: share === null || share.small ? "样本少" : share.numerator / share.denominator,
          };
        }),
      },
    }));
  const quantiles = [50, 90].map((percent) => ({
    id: `p${percent}`,
    isTotal: true,
    cells: {
      within: percent === 50 ? "中位用时" : "九成在此用时内",
      ...cells(({ times }) => ({ count: textAt(times, percent), share: "" })),
    },
  }));
  const all = {
    id: "all",
    isTotal: true,
    cells: { within: "全部", ...cells((part) => ({ count: part.cases, share: 1 })) },
  };
  return {
    columns: [
      { key: "within", head: "用时", align: "left", kind: "text" },
      ...parts.flatMap(({ severity }) => [
        {
          key: `${severity}-count`,
          head: `${ERROR_SEVERITY_LABEL[severity]}条数`,
          align: "right",
          kind: "number",
        } as const,
        {
          key: `${severity}-share`,
          head: `${ERROR_SEVERITY_LABEL[severity]}占比`,
          align: "right",
          kind: "percent",
        } as const,
      ]),
    ],
    rows: [...rows, all, ...quantiles],
  };
}
