import type { BarListSeries } from "#charts/bar-list-series.ts";
import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { HistogramBin, HistogramPanel, HistogramSeries } from "#charts/histogram-series.ts";
import { REPLY_BAND_LABEL, REPLY_BANDS, type ReplyBand, replyBand } from "#domain/application-facts.ts";
import { REPLY_DAYS } from "#domain/application-limit.ts";
import type { ReplyTime } from "#domain/application-standing.ts";
import { percentShares } from "#domain/share.ts";

const EXTENDED_DAYS = REPLY_DAYS * 2;
/** The axis always shows both limits; what took longer than its end is the last bar. */
const LEAST_AXIS = EXTENDED_DAYS + 5;
const LONGEST_AXIS = 60;
const SMALL_BASE = 5;

export function countReplies(times: readonly ReplyTime[]): number {
  return times.reduce((sum, { applications }) => sum + applications, 0);
}

/** Working days to the reply; extended cases apart, because their limit is another. */
export function toReplyTimeSeries(times: readonly ReplyTime[]): HistogramSeries {
  const longest = Math.max(0, ...times.map(({ workingDays }) => workingDays));
  const maximum = Math.min(LONGEST_AXIS, Math.max(LEAST_AXIS, longest));
  const panel = (isExtended: boolean): HistogramPanel => {
    const own = times.filter(({ extended }) => extended === isExtended);
    const late = countReplies(own.filter((time) => time.late));
    return {
      id: isExtended ? "extended" : "base",
      title: `${isExtended ? "延期的" : "未延期的"} ${countReplies(own)} 件`,
      weight: isExtended ? 1 : 2,
      bins: toBins(own, maximum, longest > maximum),
      limit: isExtended
        ? { value: EXTENDED_DAYS, label: `延期后最长 ${EXTENDED_DAYS} 个工作日` }
        : { value: REPLY_DAYS, label: `法定 ${REPLY_DAYS} 个工作日` },
      lateText: late === 0 ? "" : `超期 ${late} 件`,
    };
  };
  return { panels: [panel(false), panel(true)], maximum, axisUnit: "个工作日", unit: "件" };
}

/** Every day from 0 to the end of the axis, so that a gap is a gap. */
function toBins(times: readonly ReplyTime[], maximum: number, isCut: boolean): HistogramBin[] {
  return Array.from({ length: maximum + 1 }, (_, value) => {
    const isLast = isCut && value === maximum;
    const own = times.filter(({ workingDays }) => (isLast ? workingDays >= value : workingDays === value));
    return {
      value,
      label: isLast ? `${value} 及以上` : String(value),
      onTime: countReplies(own.filter((time) => !time.late)),
      late: countReplies(own.filter((time) => time.late)),
    };
  });
}

/** One row a day on which a reply was given, unextended and extended apart. */
export function toReplyTimeTable(times: readonly ReplyTime[]): FigureTable {
  const days = [...new Set(times.map(({ workingDays }) => workingDays))].sort((a, b) => a - b);
  const count = (day: number | null, extended: boolean, late: boolean) =>
    countReplies(
      times.filter(
        (time) => (day === null || time.workingDays === day) && time.extended === extended && time.late === late,
      ),
    );
  const toRow = (id: string, days: FigureRow["cells"][string], day: number | null): FigureRow => ({
    id,
    isTotal: day === null,
    cells: {
      days,
      base: count(day, false, false),
      baseLate: count(day, false, true),
      extended: count(day, true, false),
      extendedLate: count(day, true, true),
    },
  });
  return {
    columns: [
      { key: "days", head: "用时（工作日）", align: "right", kind: "number" },
      { key: "base", head: "未延期·按期", align: "right", kind: "number" },
      { key: "baseLate", head: "未延期·超期", align: "right", kind: "number" },
      { key: "extended", head: "延期·按期", align: "right", kind: "number" },
      { key: "extendedLate", head: "延期·超期", align: "right", kind: "number" },
    ],
    rows: [...days.map((day) => toRow(String(day), day, day)), toRow("total", "合计", null)],
  };
}

export function bandCounts(times: readonly ReplyTime[]): ReadonlyMap<ReplyBand, number> {
  const counts = new Map<ReplyBand, number>(REPLY_BANDS.map((band) => [band, 0]));
  for (const time of times) {
    const band = replyBand(time);
    counts.set(band, (counts.get(band) ?? 0) + time.applications);
  }
  return counts;
}

/** The five bands with n/N and shares that add up to 100; counts alone where the replies are few. */
export function toBandSeries(times: readonly ReplyTime[]): BarListSeries {
  const whole = countReplies(times);
  const counts = bandCounts(times);
  const shares = percentShares(
    REPLY_BANDS.map((band) => counts.get(band) ?? 0),
    1,
  );
  const rows = REPLY_BANDS.map((band, index): BarListSeries["rows"][number] => {
    const value = counts.get(band) ?? 0;
    return {
      id: band,
      label: REPLY_BAND_LABEL[band],
      indent: 0,
      value,
      valueText: `${value}/${whole}`,
      shareText: whole < SMALL_BASE ? "" : `${(shares[index] ?? 0).toFixed(1)}%`,
      runningText: "",
      base: null,
      fill: band === "late" ? { kind: "overdue" } : { kind: "plain", weight: band === "extended" ? 1 : 2 },
      picked: false,
    };
  });
  return { rows, maximum: Math.max(1, ...rows.map(({ value }) => value)), unit: "件" };
}

export function toBandTable(times: readonly ReplyTime[]): FigureTable {
  const { rows } = toBandSeries(times);
  const whole = countReplies(times);
  return {
    columns: [
      { key: "band", head: "用时", align: "left", kind: "text" },
      { key: "count", head: "件数", align: "right", kind: "number" },
      { key: "share", head: "占比", align: "right", kind: "text" },
    ],
    rows: [
      ...rows.map(
        ({ id, label, value, shareText }): FigureRow => ({
          id,
          cells: { band: label, count: value, share: shareText },
        }),
      ),
      { id: "total", isTotal: true, cells: { band: "合计", count: whole, share: whole < SMALL_BASE ? "" : "100.0%" } },
    ],
  };
}
