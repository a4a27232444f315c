import type { CalendarBlock, CalendarDay, CalendarHeatmapSeries } from "#charts/calendar-heatmap-series.ts";
import type { FigureTable } from "#charts/figure-spec.ts";
import { calendarPeriod, describeQuarter, type Quarter } from "#domain/quarter.ts";
import { type RampEnds, rampLabels, rampOf } from "./count-ramp.ts";

export interface Arrival {
  date: string;
  cases: number;
}

const SMALL_ENDS: RampEnds = [1, 2, 3, 5, 8];
const LARGE_ENDS: RampEnds = [2, 5, 10, 20, 40];
const DAY = 86_400_000;
const WEEKDAY_NAMES = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"] as const;

/** The days of the quarters with their dispatches, up to today: a day to come is not a day without dispatches. */
export function daysOf(quarters: readonly Quarter[], arrivals: readonly Arrival[], today: string): Arrival[] {
  const counts = new Map(arrivals.map(({ date, cases }) => [date, cases]));
  return quarters.flatMap((quarter) => datesOf(quarter, today).map((date) => ({ date, cases: counts.get(date) ?? 0 })));
}

function datesOf(quarter: Quarter, today: string): string[] {
  const { start, end } = calendarPeriod(quarter);
  const last = end < today ? end : today;
  const dates: string[] = [];
  for (let day = Date.parse(start); day <= Date.parse(last); day += DAY) {
    dates.push(new Date(day).toISOString().slice(0, 10));
  }
  return dates;
}

/** A block a quarter, a column a week from Monday. */
export function toArrivalsSeries(
  quarters: readonly Quarter[],
  arrivals: readonly Arrival[],
  today: string,
): CalendarHeatmapSeries {
  const all = daysOf(quarters, arrivals, today);
  const ends = Math.max(0, ...all.map(({ cases }) => cases)) > 12 ? LARGE_ENDS : SMALL_ENDS;
  return {
    blocks: quarters.map((quarter) => toBlock(quarter, daysOf([quarter], arrivals, today), ends)),
    unit: "条",
    subject: "交办",
    rampLabels: rampLabels(ends),
  };
}

function toBlock(quarter: Quarter, days: readonly Arrival[], ends: RampEnds): CalendarBlock {
  const { start, end } = calendarPeriod(quarter);
  const shift = weekdayOf(start);
  const weekOf = (date: string) => Math.floor(((Date.parse(date) - Date.parse(start)) / DAY + shift) / 7);
  const cells = days.map(({ date, cases }): CalendarDay => {
    const weekday = weekdayOf(date);
    return {
      date,
      week: weekOf(date),
      weekday,
      text: String(cases),
      ramp: rampOf(cases, ends),
      title: `${date} ${WEEKDAY_NAMES[weekday] ?? ""}`,
    };
  });
  const first = Number(start.slice(5, 7));
  return {
    id: quarter,
    title: describeQuarter(quarter),
    subtitle: `交办 ${sum(days)} 条`,
    weeks: weekOf(end) + 1,
    months: [first, first + 1, first + 2].map((month) => ({
      week: weekOf(`${start.slice(0, 4)}-${String(month).padStart(2, "0")}-01`),
      text: `${month}月`,
    })),
    days: cells,
  };
}

/** 0 is Monday. A date without a time is read as UTC, so no zone can shift it. */
function weekdayOf(date: string): number {
  return (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
}

function sum(days: readonly Arrival[]): number {
  return days.reduce((total, day) => total + day.cases, 0);
}

export function toArrivalsTable(days: readonly Arrival[]): FigureTable {
  return {
    columns: [
      { key: "date", head: "日期", align: "left", kind: "text" },
      { key: "weekday", head: "星期", align: "left", kind: "text" },
      { key: "cases", head: "交办条数", align: "right", kind: "number" },
    ],
    rows: [
      ...days.map(({ date, cases }) => ({
        id: date,
        cells: { date, weekday: WEEKDAY_NAMES[weekdayOf(date)] ?? "", cases },
      })),
      { id: "total", isTotal: true, cells: { date: "合计", weekday: "", cases: sum(days) } },
    ],
  };
}

/** "交办 228 条，平均每天 2.5 条；最多的一天是 2026-09-28，12 条；周六、周日交办 31 条。" */
export function describeArrivals(days: readonly Arrival[]): string {
  const total = sum(days);
  if (total === 0) return "所选季度没有交办。";
  const busiest = days.reduce((most, day) => (day.cases > most.cases ? day : most));
  const same = days.filter((day) => day.cases === busiest.cases).length;
  const weekend = sum(days.filter(({ date }) => weekdayOf(date) >= 5));
  const most =
    same === 1 ? `最多的一天是 ${busiest.date}，${busiest.cases} 条` : `一天最多 ${busiest.cases} 条，有 ${same} 天`;
  return `交办 ${total} 条，平均每天 ${(total / days.length).toFixed(1)} 条；${most}；周六、周日交办 ${weekend} 条。`;
}
