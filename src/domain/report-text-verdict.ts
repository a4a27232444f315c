import { formatFigure, formatFigureChange } from "./report-cell.ts";
import type { TextNumber } from "./report-text-scan.ts";
import type { TextReading } from "./report-text-value.ts";

/**
 * agreed: a plain reading fits · differing: none fits · ambiguous: only a reading fits that the words do not say,
 * so the 口径 is open · notAssessable: the table has no such number · unrelated: outside the tables' subject.
 * In the order of a list of them.
 */
export const TEXT_VERDICT_LABEL = {
  differing: "不一致",
  ambiguous: "两可",
  agreed: "一致",
  notAssessable: "不能判定",
  unrelated: "与表无关",
} as const;
export type TextVerdict = keyof typeof TEXT_VERDICT_LABEL;

export interface Judgement {
  verdict: TextVerdict;
  /** The reading that decides first. */
  readings: readonly TextReading[];
  /** The number as compared: in 万元, and negative for a decrease. */
  written: number;
  /** Text minus table under the first reading. */
  difference: number | null;
}

/** 宿迁's 72701.2578 万元 may be written 72701.26 万元 or 7.27 亿元; table 二 counts in 万元. */
const IN_WAN: Readonly<Record<string, number>> = { 元: 1e-4, 亿元: 1e4 };

/** Half up at the digits that were written; a float like 51.85185 must not drop below a half by its last bit. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor;
}

/** 18000余 reaches up to 19000: one step of the last digit that is not 0. */
function stepOf(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/**
 * What the table would have to be written as: percent and money rounded as the text rounds, counts as they are. 100% and
 * 0% say all and none, which 411 of 412 is not.
 */
function asWritten(number: TextNumber, value: number): number {
  if (number.unit === "%") return number.value % 100 === 0 ? value : roundTo(value, number.decimals);
  const factor = IN_WAN[number.unit];
  if (factor !== undefined) return roundTo(value / factor, number.decimals) * factor;
  return number.unit === "万元" ? roundTo(value, number.decimals) : value;
}

function fits(number: TextNumber, written: number, value: number): boolean {
  const step = stepOf(Math.abs(written));
  switch (number.vague) {
    case "above":
      return value >= written && value < written + step;
    case "below":
      return value <= written && value > written - step;
    case "around":
      return Math.abs(value - written) <= step / 2;
    default:
      return Math.abs(asWritten(number, value) - written) < 1e-6;
  }
}

/** Text minus table: nothing where it fits, else at one decimal more than a rate was written with. */
function gapOf(number: TextNumber, written: number, value: number): number {
  if (number.vague === null && fits(number, written, value)) return 0;
  return roundTo(written - shownAs(number, value), 6);
}

function shownAs(number: TextNumber, value: number): number {
  return number.unit === "%" ? roundTo(value, Math.max(1, number.decimals)) : asWritten(number, value);
}

/** Compares a number with what the table says under each of its readings. */
export function judgeNumber(number: TextNumber, readings: readonly TextReading[], sign: 1 | -1): Judgement {
  const written = sign * number.value * (IN_WAN[number.unit] ?? 1);
  const known = readings.filter((reading): reading is TextReading & { value: number } => reading.value !== null);
  const fitting = known.filter((reading) => fits(number, written, reading.value));
  const deciding = fitting.find((reading) => reading.plain) ?? fitting[0] ?? known.find((reading) => reading.plain);
  const verdict = verdictOf(readings, fitting, deciding);
  // What could not be told is the reason, so it is the reading that is named.
  const open = readings.find((reading) => reading.plain && reading.value === null);
  const first = (verdict === "notAssessable" ? open : deciding) ?? readings[0];
  const rest = readings.filter((reading) => reading !== first);
  const value = first?.value ?? null;
  return {
    verdict,
    readings: first === undefined ? [] : [first, ...rest],
    written,
    difference: value === null ? null : gapOf(number, written, value),
  };
}

function verdictOf(
  readings: readonly TextReading[],
  fitting: readonly TextReading[],
  deciding: TextReading | undefined,
): TextVerdict {
  if (readings.length === 0) return "unrelated";
  if (fitting.some((reading) => reading.plain)) return "agreed";
  if (fitting.length > 0) return "ambiguous";
  const plainUnknown = readings.some((reading) => reading.plain && reading.value === null);
  return deciding === undefined || plainUnknown ? "notAssessable" : "differing";
}

function figureOf(number: TextNumber, value: number): string {
  return `${formatFigure(shownAs(number, value))}${number.unit === "%" ? "%" : ""}`;
}

function describeGap(number: TextNumber, gap: number): string {
  return `差 ${formatFigureChange(gap)}${number.unit === "%" ? " 个百分点" : ""}`;
}

/** The verdict in words, with both numbers, the exact difference and the 口径. */
export function describeJudgement(number: TextNumber, { verdict, readings, written, difference }: Judgement): string {
  const [first, ...rest] = readings;
  if (first === undefined || verdict === "unrelated") return "不在表二、三、四的范围内";
  const text = number.unit === "%" ? `${formatFigure(written)}%` : formatFigure(written);
  if (verdict === "notAssessable") {
    return `正文 ${text}，按“${first.name}”比对：${first.missing}，不能判定`;
  }
  const others = rest.flatMap((reading) => {
    if (reading.value === null) return [];
    const gap = gapOf(number, written, reading.value);
    if (gap === 0) return verdict === "agreed" ? [`按“${reading.name}”也相符`] : [];
    return [`按“${reading.name}”为 ${figureOf(number, reading.value)}，${describeGap(number, gap)}`];
  });
  const tail = others.length === 0 ? "" : `；${others.join("；")}`;
  const value = first.value === null ? "—" : figureOf(number, first.value);
  if (verdict === "differing")
    return `正文 ${text}，表内“${first.name}”${value}，${describeGap(number, difference ?? 0)}${tail}`;
  const fit = `正文 ${text}，与表内“${first.name}”${value} 相符`;
  return verdict === "ambiguous" ? `${fit}，但字面不是这个口径${tail}` : `${fit}${tail}`;
}
