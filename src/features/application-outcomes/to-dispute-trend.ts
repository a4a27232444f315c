import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { type DisputeFact, RECONSIDERATION_FIRST_FROM } from "#domain/dispute.ts";
import { tallyDisputes } from "#domain/dispute-tally.ts";
import type { DisputeSpan } from "#domain/filters.ts";
import {
  describeQuarter,
  describeQuarterShort,
  numberOf,
  type Quarter,
  quartersOf,
  shiftQuarter,
  yearOf,
} from "#domain/quarter.ts";
import { DISPUTE_KIND_LABEL, DISPUTE_KINDS } from "./dispute-words.ts";
import { TALLY_COLUMNS, tallyCells } from "./to-dispute-results.ts";

/** One step of the time axis; `isKnown` is false before the ledger begins. */
export interface DisputeStep {
  id: string;
  label: string;
  name: string;
  quarters: readonly Quarter[];
  isKnown: boolean;
}

const QUARTERS_BACK = 8;
const RULE_YEAR = Number(RECONSIDERATION_FIRST_FROM.slice(0, 4));
const RULE_CHANGE = "新行政复议法施行";

/**
 * Steps of the time axis, known from the first case of the district on (`facts` of all units): a unit without cases had
 * none. Years from the one before the change of the rule, so that both sides of it are in sight; or the last eight quarters.
 */
export function toDisputeSteps(facts: readonly DisputeFact[], last: Quarter, span: DisputeSpan): DisputeStep[] {
  const first = facts.map(({ quarter }) => quarter).sort()[0] ?? null;
  return span === "year" ? yearSteps(first, last) : quarterSteps(first, last);
}

function yearSteps(first: Quarter | null, last: Quarter): DisputeStep[] {
  const from = Math.min(RULE_YEAR - 1, first === null ? RULE_YEAR : yearOf(first), yearOf(last));
  return Array.from({ length: yearOf(last) - from + 1 }, (_, index) => {
    const year = from + index;
    const isWhole = year < yearOf(last) || numberOf(last) === 4;
    const words = isWhole ? "全年" : `至${describeQuarterShort(last)}`;
    const quarters = quartersOf(year).filter((quarter) => quarter <= last);
    const isKnown = first !== null && quarters.some((quarter) => quarter >= first);
    return { id: String(year), label: `${year} ${words}`, name: `${year}年${words}`, quarters, isKnown };
  });
}

function quarterSteps(first: Quarter | null, last: Quarter): DisputeStep[] {
  return Array.from({ length: QUARTERS_BACK }, (_, index) => {
    const quarter = shiftQuarter(last, index + 1 - QUARTERS_BACK);
    return {
      id: quarter,
      label: `${yearOf(quarter)} ${describeQuarterShort(quarter)}`,
      name: describeQuarter(quarter),
      quarters: [quarter],
      isKnown: first !== null && quarter >= first,
    };
  });
}

const FILLS = [{ kind: "plain", weight: 1 }, { kind: "plain", weight: 2 }, { kind: "nodata" }] as const;

/** Cases filed by kind; the law of 2024 is named where it stands on the axis. */
export function toDisputeTrend(facts: readonly DisputeFact[], steps: readonly DisputeStep[]): TrendSeries {
  const lines = DISPUTE_KINDS.map((kind, index) => {
    const own = facts.filter((fact) => fact.kind === kind);
    const values = steps.map(({ quarters, isKnown }) => (isKnown ? tallyDisputes(own, quarters).filed : null));
    return {
      id: kind,
      name: DISPUTE_KIND_LABEL[kind],
      fill: FILLS[index] ?? FILLS[2],
      values,
      valueTexts: values.map((value) => (value === null ? "无台账" : String(value))),
    };
  });
  const highest = Math.max(4, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const change = steps.findIndex(({ quarters: [quarter] }) => quarter !== undefined && yearOf(quarter) >= RULE_YEAR);
  const isOnAxis = change > 0 || steps[0]?.quarters[0] === quartersOf(RULE_YEAR)[0];
  return {
    labels: steps.map(({ label }) => label),
    lines,
    domain: [0, Math.ceil(highest * 1.1)],
    unit: "件",
    marks: isOnAxis ? [{ index: change, label: RULE_CHANGE }] : [],
  };
}

/** "行政复议由 7 件（2023年全年）到 12 件（2026年至三季度）；未经复议直接起诉由 …" */
export function describeDisputeTrend(facts: readonly DisputeFact[], steps: readonly DisputeStep[]): string {
  const known = steps.filter(({ isKnown }) => isKnown);
  const [first] = known;
  const last = known[known.length - 1];
  if (first === undefined || last === undefined) return "台账里没有复议、诉讼。";
  const filed = (kind: (typeof DISPUTE_KINDS)[number], { quarters }: DisputeStep) =>
    tallyDisputes(
      facts.filter((fact) => fact.kind === kind),
      quarters,
    ).filed;
  const parts = DISPUTE_KINDS.map((kind) =>
    first === last
      ? `${DISPUTE_KIND_LABEL[kind]} ${filed(kind, last)} 件`
      : `${DISPUTE_KIND_LABEL[kind]} ${filed(kind, first)} → ${filed(kind, last)} 件`,
  );
  return first === last ? `${last.name}：${parts.join("，")}。` : `${first.name}到${last.name}：${parts.join("，")}。`;
}

export function toDisputeTrendTable(facts: readonly DisputeFact[], steps: readonly DisputeStep[]): FigureTable {
  const rows = steps.flatMap(({ id, name, quarters, isKnown }) =>
    DISPUTE_KINDS.map((kind): FigureRow => {
      const own = facts.filter((fact) => fact.kind === kind);
      const cells = isKnown
        ? tallyCells(tallyDisputes(own, quarters))
        : Object.fromEntries(TALLY_COLUMNS.map(({ key }) => [key, "无台账"]));
      return { id: `${id}-${kind}`, cells: { step: name, kind: DISPUTE_KIND_LABEL[kind], ...cells } };
    }),
  );
  return {
    columns: [
      { key: "step", head: "期间", align: "left", kind: "text" },
      { key: "kind", head: "类别", align: "left", kind: "text" },
      ...TALLY_COLUMNS,
    ],
    rows,
  };
}
