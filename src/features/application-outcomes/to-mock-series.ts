import type { MarkFill } from "#charts/chart.ts";
import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { StackedBarSeries } from "#charts/stacked-bar-series.ts";
import { type MockInspection, type MockRound, toMockRounds } from "#domain/mock-inspection.ts";
import { formatRate, type Rate, rate } from "#domain/share.ts";

/** 2026年第1轮 */
export function nameRound({ year, round }: Pick<MockRound, "year" | "round">): string {
  return `${year}年第 ${round} 轮`;
}

const PARTS = [
  ["inTime", "按期答复", { kind: "plain", weight: 2 }],
  ["late", "未按期", { kind: "overdue" }],
  ["notDue", "未到期", { kind: "plain", weight: 1 }],
  ["notCovered", "未检", { kind: "nodata" }],
] as const satisfies readonly (readonly [string, string, MarkFill])[];

export const MOCK_LEGEND = PARTS.map(([, label, fill]) => ({ kind: "fill", label, fill }) as const);

function partsOf({ planned, covered, judged, answeredInTime }: MockRound) {
  return {
    inTime: answeredInTime,
    late: judged - answeredInTime,
    notDue: covered - judged,
    notCovered: planned - covered,
  };
}

/** Rounds as bars of units: answered in time, not in time, not due yet, not inspected. */
export function toMockSeries(rounds: readonly MockRound[]): StackedBarSeries {
  return {
    rows: rounds.map((round) => {
      const parts = partsOf(round);
      return {
        id: `${round.year}-${round.round}`,
        label: nameRound(round),
        totalText: `应检 ${round.planned} 家`,
        segments: PARTS.filter(([key]) => parts[key] > 0).map(([key, name, fill]) => ({
          id: key,
          name,
          value: parts[key],
          valueText: String(parts[key]),
          fill,
        })),
      };
    }),
    maximum: Math.max(1, ...rounds.map(({ planned }) => planned)),
    unit: "家",
  };
}

export function toMockTable(rounds: readonly MockRound[]): FigureTable {
  const number = (key: string, head: string) => ({ key, head, align: "right", kind: "number" }) as const;
  const rows = rounds.map((round): FigureRow => {
    const share = rate(round.answeredInTime, round.judged);
    return {
      id: `${round.year}-${round.round}`,
      cells: {
        ...round,
        round: nameRound(round),
        rate: rateCell(share),
      },
    };
  });
  return {
    columns: [
      { key: "round", head: "轮次", align: "left", kind: "text" },
      { key: "sentOn", head: "发出日", align: "left", kind: "text" },
      number("planned", "应检（家）"),
      number("covered", "实检（家）"),
      number("answeredInTime", "按期答复（家）"),
      number("judged", "已到期（家）"),
      { key: "rate", head: "按期率", align: "right", kind: "text" },
      number("replies", "收到答复（件）"),
      number("withFormErrors", "格式有误（件）"),
      number("formErrors", "格式错误（处）"),
    ],
    rows,
  };
}

function rateCell(share: Rate | null): FigureCell {
  if (share === null) return null;
  return share.small ? "样本少" : formatRate(share);
}

/** "2 轮共检查 106 家次，涉及 53 家；按期答复 98/104 家次（94.2%）；答复格式有误 12 件、共 15 处。" */
export function describeMock(rows: readonly MockInspection[]): string {
  const rounds = toMockRounds(rows);
  if (rounds.length === 0) return "所选年度没有模拟检查。";
  const sum = (pick: (round: MockRound) => number) => rounds.reduce((total, round) => total + pick(round), 0);
  const units = new Set(rows.filter(({ covered }) => covered).map(({ unitId }) => unitId)).size;
  const share = rate(
    sum((round) => round.answeredInTime),
    sum((round) => round.judged),
  );
  const replies =
    share === null
      ? "均未到期"
      : `按期答复 ${share.numerator}/${share.denominator} 家次${share.small ? "（样本少）" : `（${formatRate(share)}）`}`;
  return `${rounds.length} 轮共检查 ${sum((round) => round.covered)} 家次，涉及 ${units} 家；${replies}；答复格式有误 ${sum((round) => round.withFormErrors)} 件、共 ${sum((round) => round.formErrors)} 处。`;
}

/** One unit over the rounds chosen. */
export interface MockUnit {
  unitId: string;
  planned: number;
  covered: number;
  judged: number;
  inTime: number;
  replies: number;
  formErrors: number;
}

/** Units with an answer too late or a form error first, then in the order given; units never inspected close the list. */
export function toMockUnits(rows: readonly MockInspection[], order: readonly string[]): MockUnit[] {
  const units = new Map<string, MockUnit>();
  for (const row of rows) {
    const unit = units.get(row.unitId) ?? {
      unitId: row.unitId,
      planned: 0,
      covered: 0,
      judged: 0,
      inTime: 0,
      replies: 0,
      formErrors: 0,
    };
    units.set(row.unitId, unit);
    unit.planned += 1;
    unit.covered += Number(row.covered);
    unit.judged += Number(row.answeredInTime !== null);
    unit.inTime += Number(row.answeredInTime === true);
    unit.replies += Number(row.formErrors !== null);
    unit.formErrors += row.formErrors ?? 0;
  }
  const place = new Map(order.map((id, index) => [id, index]));
  const faults = (unit: MockUnit) => (unit.judged - unit.inTime) * 100 + unit.formErrors;
  return [...units.values()].sort(
    (a, b) =>
      Number(b.covered > 0) - Number(a.covered > 0) ||
      faults(b) - faults(a) ||
      (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0),
  );
}
