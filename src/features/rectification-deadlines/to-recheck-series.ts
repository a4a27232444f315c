import type { FigureTable } from "#charts/figure-spec.ts";
import type { HeatmapCell, HeatmapSeries } from "#charts/heatmap-series.ts";
import { describeDuration } from "#domain/duration-text.ts";
import type { RecheckTable } from "#domain/rectification-facts.ts";
import { toSeconds } from "#domain/rectification-limit.ts";
import { formatRate, type Rate } from "#domain/share.ts";
import { type RampEnds, rampLabels, toCountCell } from "./count-ramp.ts";
import type { BoardItem } from "./to-board-series.ts";

const CLASS_ENDS: RampEnds = [2, 9, 29, 99, 299];
const COLUMNS = ["复核通过", "复核未过", "尚未复核"] as const;
const NOT_APPLICABLE: HeatmapCell = { kind: "notApplicable", text: "——", ramp: 0 };

/** 单位说 × 第三方说, every dispatched case in one cell. What was never reported cannot have been re-checked. */
export function toRecheckSeries(table: RecheckTable): HeatmapSeries {
  const { reportedPassed, reportedFailed, reportedUnchecked, unreported } = table;
  const cell = (count: number) => toCountCell(count, CLASS_ENDS);
  const reported = reportedPassed + reportedFailed + reportedUnchecked;
  return {
    words: {
      label: "单位报告与第三方复核对照表，方向键逐格查看",
      hint: "",
      before: "",
      after: " 条",
      zero: "0 条",
      rowTotal: "单位说法合计",
    },
    panels: [
      {
        id: "recheck",
        title: "单位说",
        rows: [
          {
            id: "reported",
            name: "已整改",
            cells: [reportedPassed, reportedFailed, reportedUnchecked].map(cell),
            totalText: String(reported),
            missed: null,
          },
          {
            id: "unreported",
            name: "未报整改",
            cells: [NOT_APPLICABLE, NOT_APPLICABLE, cell(unreported)],
            totalText: String(unreported),
            missed: null,
          },
        ],
        columnTotals: [reportedPassed, reportedFailed, reportedUnchecked + unreported].map(String),
        grandTotal: String(reported + unreported),
      },
    ],
    columns: COLUMNS.map((name) => ({ id: name, shortName: name, name: `第三方：${name}` })),
    groups: [],
    rampLabels: rampLabels(CLASS_ENDS),
  };
}

export function toRecheckFigureTable(table: RecheckTable): FigureTable {
  const { reportedPassed, reportedFailed, reportedUnchecked, unreported } = table;
  const row = (id: string, word: string, counts: readonly (number | null)[]) => ({
    id,
    cells: {
      unit: word,
      ...Object.fromEntries(COLUMNS.map((name, index) => [name, counts[index] ?? null])),
      total: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    },
  });
  return {
    columns: [
      { key: "unit", head: "单位说", align: "left", kind: "text" },
      ...COLUMNS.map((name) => ({ key: name, head: name, align: "right", kind: "number" }) as const),
      { key: "total", head: "合计", align: "right", kind: "number" },
    ],
    rows: [
      row("reported", "已整改", [reportedPassed, reportedFailed, reportedUnchecked]),
      row("unreported", "未报整改", [null, null, unreported]),
      { ...row("total", "合计", [reportedPassed, reportedFailed, reportedUnchecked + unreported]), isTotal: true },
    ],
  };
}

/** "单位报已整改 230 条，第三方复核通过 216 条、未过 6 条、尚未复核 8 条；复核一次通过…" */
export function describeRecheck(table: RecheckTable, passRate: Rate | null): string {
  const { reportedPassed, reportedFailed, reportedUnchecked, unreported } = table;
  const reported = reportedPassed + reportedFailed + reportedUnchecked;
  const counts = passRate === null ? "" : `${passRate.numerator}/${passRate.denominator} 次`;
  const rate =
    passRate === null ? "" : `；复核通过 ${passRate.small ? counts : `${formatRate(passRate)}（${counts}）`}`;
  return `单位报已整改 ${reported} 条，第三方认可 ${reportedPassed} 条、不认可 ${reportedFailed} 条、尚未复核 ${reportedUnchecked} 条；未报整改 ${unreported} 条${rate}。`;
}

/** What waits for the third party at the moment. */
export interface Backlog {
  cases: number;
  /** "21 小时 05 分"; null without any. */
  longest: string | null;
}

export function toBacklog(items: readonly BoardItem[], now: string): Backlog {
  const waits = items.flatMap(({ entry: { progress } }) =>
    progress.state === "awaitingRecheck" && progress.reportedAt !== null
      ? [toSeconds(now) - toSeconds(progress.reportedAt)]
      : [],
  );
  return { cases: waits.length, longest: waits.length === 0 ? null : describeDuration(Math.max(...waits)) };
}

/** Open cases whose re-check failed at least once, also those that were reported anew. */
export function failedItems(items: readonly BoardItem[]): BoardItem[] {
  return items.filter(({ entry: { progress } }) => progress.attempt > 1);
}
