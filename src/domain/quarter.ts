import { z } from "zod";

/** A reporting quarter such as `2024Q3`. An inspection's own period may differ from the calendar quarter. */
export const quarterSchema = z
  .string()
  .regex(/^20\d{2}Q[1-4]$/)
  .brand<"Quarter">()
  .meta({ id: "Quarter", description: "Reporting quarter, for example 2024Q3" });
export type Quarter = z.infer<typeof quarterSchema>;

const QUARTER_WORD = ["一季度", "二季度", "三季度", "四季度"] as const;

/** (2024, 3) → 2024Q3. Throws on a number outside 1–4, which is a programming error. */
export function toQuarter(year: number, number: number): Quarter {
  return quarterSchema.parse(`${year}Q${number}`);
}

/** 2024Q3 → 2024. */
export function yearOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4));
}

/** 2024Q3 → 3. */
export function numberOf(quarter: Quarter): 1 | 2 | 3 | 4 {
  return Number(quarter.slice(5)) as 1 | 2 | 3 | 4;
}

/** Moves by whole quarters: (2024Q4, 1) → 2025Q1, (2024Q1, -1) → 2023Q4. */
export function shiftQuarter(quarter: Quarter, by: number): Quarter {
  const index = yearOf(quarter) * 4 + numberOf(quarter) - 1 + by;
  return toQuarter(Math.floor(index / 4), (index % 4) + 1);
}

/** 环比 base: 2025Q1 → 2024Q4. */
export function previousQuarter(quarter: Quarter): Quarter {
  return shiftQuarter(quarter, -1);
}

/** 同比 base: 2025Q1 → 2024Q1. */
export function sameQuarterLastYear(quarter: Quarter): Quarter {
  return shiftQuarter(quarter, -4);
}

/** The four quarters of a year in time order. */
export function quartersOf(year: number): Quarter[] {
  return [1, 2, 3, 4].map((number) => toQuarter(year, number));
}

/** 2024Q3 → "2024-07-01" to "2024-09-30", both inclusive, dates in Asia/Shanghai. */
export function calendarPeriod(quarter: Quarter): { start: string; end: string } {
  const first = numberOf(quarter) * 3 - 2;
  const last = first + 2;
  const lastDay = last === 6 || last === 9 ? 30 : 31;
  const month = (value: number) => String(value).padStart(2, "0");
  return { start: `${yearOf(quarter)}-${month(first)}-01`, end: `${yearOf(quarter)}-${month(last)}-${lastDay}` };
}

/** 2024Q3 → "2024年三季度". */
export function describeQuarter(quarter: Quarter): string {
  return `${yearOf(quarter)}年${describeQuarterShort(quarter)}`;
}

/** 2024Q3 → "三季度"; the year is clear from the context. */
export function describeQuarterShort(quarter: Quarter): string {
  return QUARTER_WORD[numberOf(quarter) - 1] ?? "";
}

/** Labels of a time axis: the first one and every first quarter carry the year: 2024 四季度, 2025 一季度, 二季度 … */
export function labelQuarters(quarters: readonly Quarter[]): string[] {
  return quarters.map((quarter, index) => {
    const word = describeQuarterShort(quarter);
    return index === 0 || numberOf(quarter) === 1 ? `${yearOf(quarter)} ${word}` : word;
  });
}

/** Quarters in a file name, in time order: 2024Q3, or 2024Q3-2025Q2 for several. */
export function nameQuarters(quarters: readonly Quarter[]): string {
  const sorted = [...quarters].sort();
  const last = sorted[sorted.length - 1];
  return [...new Set([sorted[0], last])].join("-");
}

/** Several quarters in words: whole years are named as such, neighbours share their year. */
export function describeQuarters(quarters: readonly Quarter[]): string {
  const years = new Map<number, Quarter[]>();
  for (const quarter of [...quarters].sort())
    years.set(yearOf(quarter), [...(years.get(yearOf(quarter)) ?? []), quarter]);
  return [...years]
    .map(([year, list]) =>
      list.length === 4 ? `${year}年全年` : `${year}年${list.map(describeQuarterShort).join("、")}`,
    )
    .join("，");
}

const quarterOfMonth = new Map<string, Quarter>();

/** "2024-08-31" → 2024Q3. Ledgers ask for the same few months thousands of times. */
export function quarterOfDate(date: string): Quarter {
  const month = date.slice(0, 7);
  const quarter =
    quarterOfMonth.get(month) ?? toQuarter(Number(date.slice(0, 4)), Math.ceil(Number(month.slice(5)) / 3));
  quarterOfMonth.set(month, quarter);
  return quarter;
}

/** The last of quarters in time order. */
export function latestOf(quarters: readonly [Quarter, ...Quarter[]]): Quarter {
  return quarters[quarters.length - 1] ?? quarters[0];
}

/** The latest quarter whose calendar period has ended at `today` (an Asia/Shanghai date, YYYY-MM-DD). */
export function latestCompleteQuarter(today: string): Quarter {
  return previousQuarter(quarterOfDate(today));
}
